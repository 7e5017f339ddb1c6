"""Advice on an acronym that several things share, used where nothing tells which is meant."""

from collections.abc import Iterator

from tayari.rules.lint.index import Index, content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import keys

_KIN = 0.5  # of the words of two names: then they are one thing and another made of it


def _alike(index: Index, one: str, other: str) -> bool:
    """Whether two things are so near in name that no reader takes one for the other amiss."""
    first = set(content(keys(index.base.entities[one].name("en"))))
    second = set(content(keys(index.base.entities[other].name("en"))))
    return len(first & second) >= _KIN * min(len(first), len(second))


def claims(index: Index, sentence: Sentence, mentions: list[Mention], told: set[str]) -> Iterator[Claim]:
    """One piece of advice for each such acronym of a document; `told` are those that had theirs."""
    for one in mentions:
        words = sentence.text[one.start : one.end]
        acronym = bool(one.forms) and all(form.kind == "acronym" for form in one.forms)
        if len(one.refs) < 2 or not acronym or words in told:
            continue
        if any(_alike(index, one.refs[0], ref) for ref in one.refs[1:]):
            continue
        told.add(words)
        names = [index.base.entities[ref].name(sentence.language) for ref in one.refs]
        yield Claim(
            "fact.ambiguous-acronym", one.start, one.end, False, one.refs[0], "", (), words,
            " / ".join(f"{name} ({words})" for name in names), one, level="advice",
            claim=f"{words}: {'; '.join(names)}",
        )  # fmt: skip
