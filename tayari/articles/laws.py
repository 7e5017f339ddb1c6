"""What an article may not do: each problem is one sentence that says how to mend it."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tayari.articles import body, markdown
from tayari.facts.models import Entity, Fact
from tayari.media.models import Picture
from tayari.plain.texts import missing


def problems(page: Any) -> list[str]:
    """Everything that keeps the page from being published."""
    return [*_parts_twice(page), *_pictures(page), *_unknown_refs(page)]


def _parts_twice(page: Any) -> Iterator[str]:
    counted = Counter(part for part, _value in body.parts(page))
    for part, times in counted.items():
        if times > 1:
            yield f"The part “{part}” stands {times} times; put what it says into one."


def _pictures(page: Any) -> Iterator[str]:
    wanted = body.picture_refs(page)
    held = {picture.ref: picture for picture in Picture.objects.filter(ref__in=wanted)}
    shown = [held[ref] for ref in wanted if ref in held] + ([page.picture] if page.picture else [])
    headings = {_letters(heading): heading for heading in body.headings(page)}
    for ref in wanted:
        if ref not in held:
            yield f"There is no picture {ref!r}; add it to the library first."
    for picture in shown:
        if missing(picture.alt, ["en"]):
            yield f"The picture “{picture.title}” has no alternative text; say what one who cannot see it should know."
        for caption in picture.caption.values():
            if _letters(caption) in headings:
                yield f"The caption “{caption}” is also a heading; let one of them say something else."


def _unknown_refs(page: Any) -> Iterator[str]:
    cited = {ref for text in body.texts(page) for ref, _words in markdown.citations(text)} | set(body.fact_refs(page))
    for ref in sorted(cited - set(Fact.objects.filter(ref__in=cited).values_list("ref", flat=True))):
        yield f"There is no fact {ref!r}; record it first or correct the ref."
    drawn = {*body.entity_refs(page), *(ref for ref, _place, _title in body.questions(page))}
    for ref in sorted(drawn - set(Entity.objects.filter(ref__in=drawn).values_list("ref", flat=True))):
        yield f"There is no entity {ref!r}; add it first or correct the ref."


def _letters(text: str) -> str:
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in text)
    return " ".join("".join(kept).casefold().split())
