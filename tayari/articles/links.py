"""Links that name a thing by its ref (`article:REF`, `paper:REF` …) and where each stands in a language."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

SCHEMES = ("article", "series", "coverage", "paper", "entity")
_LINK = re.compile(rf"\]\(({'|'.join(SCHEMES)}):([^\s)]+)\)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a named thing stands; `language` is that of the page found, which may not be the one asked for."""

    url: str
    language: str
    title: str


Finder = Callable[[Iterable[str], str], Mapping[str, Target]]
_FINDERS: dict[str, Finder] = {}


def register(scheme: str, find: Finder) -> None:
    """Let `find(refs, language)` say where the things of `scheme` stand. Call it from an AppConfig's `ready()`."""
    if scheme not in SCHEMES:
        raise ValueError(f"{scheme!r} is no scheme of links; they are {', '.join(SCHEMES)}")
    _FINDERS[scheme] = find


def named(text: str) -> set[tuple[str, str]]:
    """The (scheme, ref) of every such link in Markdown."""
    return {(scheme, ref) for scheme, ref in _LINK.findall(text)}


def find(wanted: Iterable[tuple[str, str]], language: str) -> dict[str, Target]:
    """Where they stand, by `scheme:ref`. What does not exist or is not public is left out. One lookup a scheme."""
    refs: dict[str, list[str]] = {}
    for scheme, ref in sorted(set(wanted)):
        refs.setdefault(scheme, []).append(ref)
    found = {}
    for scheme, named_refs in refs.items():
        if scheme in _FINDERS:
            targets = _FINDERS[scheme](named_refs, language)
            found.update({f"{scheme}:{ref}": target for ref, target in targets.items()})
    return found
