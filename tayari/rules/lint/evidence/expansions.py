"""Words beside an acronym that spell it, and are no name of what the sentence tells facts of under that acronym."""

import re
from collections.abc import Iterator

from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.index import content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import STOP
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.tokens import Token, keys

_NAME_FIRST = re.compile(r"\s*\(\s*")
_ACRONYM_FIRST = re.compile(
    r"\s*\(\s*(?:the\s+)?|\s+[–—]\s+|:\s+|,\s+(?:in\s+full,?\s+)?(?:the\s+)?|\s+is\s+(?:the\s+)?"
    "|\\s+का\\s+(?:अर्थ|मतलब|पूरा\\s+नाम|पूर्ण\\s+रूप)\\s+(?:है\\s+)?"
)


def expansions(focus: Focus) -> Iterator[Claim]:
    """Each acronym with words beside it that spell it and are not those of its bearer, of which more is told."""
    scene = focus.scene
    known = {one.subject for one in scene.claims if one.rule == "fact.acronym" and one.truth is not None}
    for one in scene.things:
        acronym = next((form.text for form in one.forms if form.kind == "acronym"), "")
        anchor = focus.anchors.get(one.refs[0])
        if len(acronym) > 2 and anchor and anchor.told and one.refs[0] not in known:
            run = _spelling(focus, one, acronym)
            if (
                sum(word.text[0].isupper() for word in run) > 1
                and not names(focus, one.refs[0], run)
                and scene.is_free(run[0].start)
            ):
                yield claim_of(focus, one.refs[0], run, one)


def _spelling(focus: Focus, one: Mention, acronym: str) -> list[Token]:
    """The words with capitals right before or after an acronym that spell it."""
    words, text = focus.scene.sentence.words, focus.scene.sentence.text
    letters = [letter for letter in acronym if letter.isupper()]
    before = [word for word in words if word.end <= one.start]
    if before and _NAME_FIRST.fullmatch(text, before[-1].end, one.start):
        run = _initials(before[::-1], letters[::-1])[::-1]
        if run:
            return run
    after = [word for word in words if word.start >= one.end]
    while after and after[0].key in STOP:
        after.pop(0)
    return _initials(after, letters) if after and _ACRONYM_FIRST.fullmatch(text, one.end, after[0].start) else []


def _initials(words: list[Token], letters: list[str]) -> list[Token]:
    """The first of some words, small ones spelt or left aside, that spell some letters; none where they do not."""
    for at, word in enumerate(words):
        if word.text[0].upper() == letters[0]:
            rest = _initials(words[at + 1 :], letters[1:]) if letters[1:] else []
            if rest or not letters[1:]:
                return [*words[: at + 1], *rest]
        if word.key not in STOP:
            return []
    return []


def names(focus: Focus, ref: str, run: list[Token]) -> bool:
    """Whether words are those of a name of something, or some of them."""
    said = set(content(tuple(word.key for word in run)))
    entity = focus.index.base.entities[ref]
    full = [fact.value for fact in focus.index.facts(ref, "expansion")]
    return any(said <= set(keys(text)) for text in (*(name.text for name in entity.names), *full))


def claim_of(
    focus: Focus, ref: str, run: list[Token], mention: Mention | None = None, *, strong: bool = False
) -> Claim:
    """That some words are no name of something."""
    scene = focus.scene
    start, end = run[0].start, run[-1].end
    full = focus.index.facts(ref, "expansion")
    said, right = scene.sentence.text[start:end], focus.index.base.entities[ref].name(scene.sentence.language)
    return Claim(
        "fact.acronym", start, end, False, ref, "", tuple(full or scene.own(ref))[:1], said,
        full[0].value if full else right, mention, strong=strong, claim=f"{right}: {said}",
    )  # fmt: skip
