"""Who is said to hold which office, and how: by a title, or with a verb of being or becoming."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tayari.rules.lint.index import Index
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence

_TITLE = re.compile(r"\s+|,\s+")
_APPOSED = re.compile(r",\s+(?:then\s+|the\s+)?(?:the\s+)?")
_PRESENT = re.compile(r",\s+(?:(?:who\s+is\s+)?now|the\s+(?:present|current|incumbent|sitting))\s+")
_BECAME = re.compile(
    r"(?:,\s+who)?\s+(?:(?:was|were)\s+)?(?:became|appointed|sworn\s+in|took\s+over|took\s+charge|took\s+office|assumed\s+office|named)"
    r"(?:\s+\w+)?(?:\s+as)?\s+(?:the\s+|India['’]s\s+)?(?:\S+\s+)?"
)
_WAS = re.compile(
    r"(?:,\s+who)?\s+(?:held\s+the\s+(?:office|post|position)\s+of|held|was|served|had\s+been|continued|remained|acted|had\s+served|has\s+been)(?:\s+then|\s+still)?(?:\s+as)?\s+"
    r"(?:the\s+|India['’]s\s+)?(?:\S+\s+)?"
)
_IS = re.compile(
    r"\s+(?:is|remains|serves|continues|currently\s+serves)(?:\s+currently|\s+now|\s+still|\s+at\s+present|\s+today)?(?:\s+as|\s+to\s+be)?\s+"
    r"(?:the\s+|India['’]s\s+)?(?:current\s+|present\s+|\S+\s+)?"
)
_HINDI_BECAME = re.compile("(?:बने|बनीं|बना|शपथ|संभाला|सँभाला|पदभार|कार्यभार|नियुक्त)")
_HINDI_IS = re.compile("(?:हैं|है)\\s*[।.]?\\s*$")
_HINDI_WAS = re.compile("(?:थे|थीं|थी|था|रहे|रहीं)\\s*[।.]?\\s*$")
# “माइक पोम्पियो के बाद”: another holds it then.
_FOLLOWED = re.compile("\\s+(?:के\\s+(?:बाद|पश्चात|उपरांत|स्थान\\s+पर)|की\\s+जगह|से\\s+पहले)")


@dataclass(frozen=True, slots=True)
class Held:
    """A person and an office that a sentence joins; `how` is title, was, is or became."""

    person: Mention
    office: Mention
    how: str


def _joined(sentence: Sentence, person: Mention, office: Mention) -> str:
    text = sentence.text
    if office.end <= person.start:
        between = text[office.end : person.start]
        if _TITLE.fullmatch(between) and not between.startswith(","):
            return "title"
        verb = re.fullmatch(r"\s+(?:then\s+|at the time\s+)?(is|was)\s+", between)
        return verb[1] if verb else _in_hindi(sentence, person, office) if sentence.hindi else ""
    between = text[person.end : office.start]
    for how, pattern in (("became", _BECAME), ("was", _WAS), ("is", _IS), ("is", _PRESENT), ("title", _APPOSED)):
        if pattern.fullmatch(between):
            return how
    return _in_hindi(sentence, person, office) if sentence.hindi else ""


def _in_hindi(sentence: Sentence, person: Mention, office: Mention) -> str:
    """In Hindi the verb closes the sentence; only a lone pair is joined so."""
    number = sentence.piece_at(person.start)
    if sentence.piece_at(office.start) != number:
        return ""
    rest = sentence.text[office.end : sentence.pieces[number].end]
    for how, pattern in (("became", _HINDI_BECAME), ("is", _HINDI_IS), ("was", _HINDI_WAS)):
        if pattern.search(rest):
            return how
    return ""


def found(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Held]:
    """The pairs of a person and an office."""
    persons = [one for one in mentions if one.refs and index.type(one.refs[0]) == "person"]
    offices = [one for one in mentions if one.refs and index.type(one.refs[0]) == "office"]
    for person in persons:
        if _FOLLOWED.match(sentence.text, person.end):
            continue
        for office in offices:
            how = _joined(sentence, person, office)
            if how:
                yield Held(person, office, how)
                break
