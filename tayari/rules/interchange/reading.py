"""What a reader makes of a file: every question it saw, where it stood, and what is to be said about it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["error", "warning", "advice"]
Confidence = Literal["sure", "likely", "doubtful"]


class Unreadable(ValueError):
    """The file as a whole is not what its format says; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know about one place of the file. An error keeps its question out; nothing else does.

    `where` is a place a person finds again: "line 12", "row 5, column key", "paragraph 31", "question q7". `rule` is a
    stable name that docs/reference/formats.md explains.
    """

    where: str
    level: Level
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that questions name by `name`; `alternative` is what the file says it shows.

    Its `ref` is the file's own, else one that hangs on its bytes, so that the same picture is kept once.
    """

    name: str
    data: bytes
    alternative: str = ""
    ref: str = ""

    def __post_init__(self) -> None:
        if not self.ref:
            object.__setattr__(self, "ref", ref_of(self.data))


def ref_of(data: bytes) -> str:
    """The ref of a picture that brings none."""
    return f"picture-{hashlib.sha256(data).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True)
class Found:
    """One question of the file, whether it could be read or not.

    `number` is the number that the file prints, if any; `source` is the file's own words for the reviewer to compare.
    `content` follows tayari-question/1 as a draft: what the file does not say is absent, a key above all. It is None
    when the question cannot be brought in; a finding of level error then says why.
    """

    where: str
    source: str
    content: Mapping[str, Any] | None
    number: str = ""
    confidence: Confidence = "sure"
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All questions of a file in its order, what concerns the file as a whole, and its pictures."""

    found: tuple[Found, ...]
    findings: tuple[Finding, ...] = ()
    pictures: tuple[Picture, ...] = field(default=())

    @property
    def imported(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.content is not None)

    def every_finding(self) -> tuple[Finding, ...]:
        """The file's own findings first, then those of each question."""
        return self.findings + tuple(finding for one in self.found for finding in one.findings)
