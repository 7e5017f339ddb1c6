"""Who signed for whom what the sentence before told of: “It was signed in Delhi. X signed it for India.”"""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.wrong import wrong_person
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention

_IT = r"(?:\s+(?:it|them|this|the\s+(?:agreement|accords?|pact|treaty|deal|memorandum|document|text)))?"
_FOR = re.compile(r"^\s*for\s+")
_SUBJECT = re.compile(r"(?:the\s+)?\{subject\}")


def signing(focus: Focus) -> Iterator[Claim]:
    """Each person who is said to have done to “it” what a predicate's phrase says, and the facts give to another."""
    scene = focus.scene
    named = scene.around.trail[0] if scene.around.trail else ()
    things = [ref for ref in named if any(_is_personal(scene.index, fact) for fact in scene.own(ref))]
    if len(things) != 1 or any(not one.inferred for one in scene.things):
        return
    facts = [fact for fact in scene.own(things[0]) if _is_personal(scene.index, fact)]
    for person in scene.judge.persons:
        if len(person.refs) != 1 or not scene.is_free(person.start):
            continue
        said = [fact for fact in facts if _says(scene.index, fact, scene.sentence.text, person)]
        if len(said) == 1 and said[0].value != person.refs[0]:
            yield wrong_person(scene, person, said[0])


def _is_personal(index: Index, fact: Fact) -> bool:
    predicate = index.predicate(fact.predicate)
    return predicate.functional and predicate.role != "participant" and index.type(fact.value) == "person"


def _says(index: Index, fact: Fact, text: str, person: Mention) -> bool:
    """Whether after the person the sentence goes on as the predicate's phrase does, with a pronoun or nothing for its
    subject: “signed it for India”, “signed on behalf of India”."""
    phrase = index.predicate(fact.predicate).phrase.get("en", "")
    start, _, rest = phrase.partition("{object}")
    if start.strip() or "{subject}" not in rest:
        return False
    before, after = _SUBJECT.split(rest, maxsplit=1)
    if not _FOR.match(after):
        return False  # then nothing tells which of two parts it was
    whom = _spaced(_FOR.sub("", after.rstrip(" .")))
    pattern = rf"{_spaced(before.rstrip())}{_IT}\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?{whom}\b"
    return re.compile(pattern, re.IGNORECASE).match(text, person.end) is not None


def _spaced(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in text.split(" "))
