"""What a sitting holds for each question: as values, and as the text in which it is stored."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self

Bubble = Literal["unseen", "seen", "answered", "flagged", "answered-flagged"]


class Response(NamedTuple):
    """What a sitting holds for one question. `acted_ms` and `flagged_ms` count: the latest wins."""

    options: tuple[str, ...] = ()
    acted_ms: int | None = None
    flagged: bool = False
    flagged_ms: int | None = None
    seen: bool = False
    spent_ms: int = 0
    confidence: str | None = None

    @property
    def bubble(self) -> Bubble:
        """Which of the five states the sheet shows."""
        if self.options:
            return "answered-flagged" if self.flagged else "answered"
        if self.flagged:
            return "flagged"
        return "seen" if self.seen else "unseen"

    @property
    def cleared(self) -> bool:
        return self.acted_ms is not None and not self.options


NOTHING = Response()
Responses = Mapping[int, Response]
_read = json.JSONDecoder().raw_decode


class Packed(Mapping[int, Response]):
    """Responses as the text in which they are stored, in the order of their numbers; each is read when it is asked for.

    A message asks for one of a hundred, and all of them are written: so neither takes longer for the other ninety-nine.
    """

    __slots__ = ("_texts", "answered")

    def __init__(self, texts: dict[int, str], answered: int) -> None:
        self._texts, self.answered = texts, answered

    @classmethod
    def of(cls, responses: Responses) -> Self:
        texts = {number: _text(number, one) for number, one in sorted(responses.items())}
        return cls(texts, sum(1 for one in responses.values() if one.options))

    def with_these(self, more: Responses) -> "Packed":
        texts, answered = self._texts.copy(), self.answered
        for number, one in more.items():
            answered += bool(one.options) - _is_answered(texts.get(number, _UNANSWERED))
            texts[number] = _text(number, one)
        if len(texts) > len(self._texts):
            texts = dict(sorted(texts.items()))
        return Packed(texts, answered)

    @property
    def text(self) -> str:
        """The object of all of them in JSON."""
        return f"{{{', '.join(self._texts.values())}}}"

    def __getitem__(self, number: int) -> Response:
        text = self._texts[number]
        (options, *rest), _ = _read(text, text.index("["))
        return Response(tuple(options), *rest)

    def get(self, number: int, otherwise: Any = None) -> Any:
        return self[number] if number in self._texts else otherwise

    def __iter__(self) -> Iterator[int]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, number: object) -> bool:
        return number in self._texts


_UNANSWERED = '"": [[]'


def _is_answered(text: str) -> bool:
    return not text.startswith("[[]", text.index("["))


@lru_cache(maxsize=1024)
def _listed(options: tuple[str, ...]) -> str:
    return json.dumps(options)


def _text(number: int, one: Response) -> str:
    """As `json.dumps` writes it, in a quarter of the time."""
    options, acted, flagged, flagged_at, seen, spent, confidence = one
    said = (
        f"{_listed(options)}, {_null(acted)}, {'true' if flagged else 'false'}, {_null(flagged_at)}, "
        f"{'true' if seen else 'false'}, {spent}, {'null' if confidence is None else json.dumps(confidence)}"
    )
    return f'"{number}": [{said}]'


def _null(ms: int | None) -> int | str:
    return "null" if ms is None else ms


def changed(responses: Responses, more: Responses) -> Responses:
    """`responses` with those of `more` in their place; what was given stays as it is."""
    return responses.with_these(more) if isinstance(responses, Packed) else {**responses, **more}
