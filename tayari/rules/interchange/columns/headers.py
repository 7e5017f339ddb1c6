"""What a column holds, by the words at its head: ours, and those that publishers use in English and Hindi."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.letters import place
from tayari.rules.interchange.reading import Unreadable

# One alias is one spelling after `_plain`: small letters, single spaces, no punctuation.
_ALIASES = {
    "number": "no, sno, s no, sr no, srno, sl no, serial no, serial number, q no, qno, que no, question no, "
    "question number, number, क्र, क्रम, क्रमांक, क्र सं, क्रम संख्या, प्रश्न संख्या, प्रश्न क्रमांक",
    "ref": "ref, id, question id, qid, q id, item id",
    "kind": "kind, type, question type, q type, प्रकार, प्रश्न प्रकार, प्रश्न का प्रकार",
    "stem": "question, questions, question text, question stem, question statement, question title, stem, q, que, "
    "ques, text, प्रश्न, सवाल, प्रश्न पाठ",
    "ask": "ask, question line",
    "answer": "answer, answers, ans, key, answer key, correct, correct answer, correct answers, correct option, "
    "correct options, correct choice, right answer, right option, correct ans, उत्तर, सही उत्तर, सही विकल्प, "
    "उत्तर कुंजी, कुंजी, जवाब, सही जवाब",
    "explanation": "explanation, explanations, exp, expl, solution, solutions, detailed solution, rationale, "
    "general feedback, feedback, व्याख्या, हल, स्पष्टीकरण, समाधान",
    "topics": "topic, topics, chapter, tag, tags, subtopic, sub topic, subject, विषय, टॉपिक, अध्याय, उपविषय, प्रकरण",
    "difficulty": "difficulty, level, difficulty level, कठिनाई, कठिनाई स्तर, स्तर",
    "exam": "exam, examination, परीक्षा",
    "pattern": "pattern, blueprint",
    "source": "source, reference, स्रोत, संदर्भ",
    "licence": "licence, license",
    "provenance": "provenance",
    "as_of": "as of, facts as of",
    "note": "note, notes, remark, remarks, टिप्पणी",
    "negative": "negative question, asks which is not",
    "why": "why, reason, कारण",
    "tolerance": "tolerance",
    "unit": "unit, इकाई",
    "data": "data, more data, tayari data",
}
_FIELDS = {alias.strip(): field for field, told in _ALIASES.items() for alias in told.split(",")}
# What is longer is a cell of words, and not the head of a column.
_LONGEST = 60
_LANGUAGES = {
    **dict.fromkeys(("hindi", "hi", "hin", "हिंदी", "हिन्दी"), "hi"),
    **dict.fromkeys(("english", "en", "eng", "अंग्रेजी", "अंग्रेज़ी", "इंग्लिश"), "en"),
}
_LABEL = r"([a-h]|10|[1-9]|[१-९]|अ|ब|स|द|आ|इ|ई|उ|ऊ|क|ख|ग|घ|ङ|च|ए|बी|सी|डी)"
_OPTION = re.compile(rf"(?:option|options|opt|choice|answer|ans|answer option|विकल्प)(?: ?(?:no|number))? ?{_LABEL}")
_WHY = re.compile(
    rf"(?:why|reason|explanation|feedback)(?: (?:for|of))?(?: (?:option|choice))? {_LABEL}"
    rf"|(?:option|choice) {_LABEL} (?:why|reason|explanation|feedback)"
)
# A mark of a vowel belongs to its letter; in brackets or joined by signs, words stand apart.
_APART = re.compile(r"[^\w\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]+|_")


@dataclass(frozen=True, slots=True)
class Field:
    """What a column holds: `name`, of the option at `place` where it is one's, in `language` where its head says it."""

    name: str
    place: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its place in the row, its head as printed, and what it holds; None when not known."""

    at: int
    title: str
    field: Field | None


@lru_cache(4_000)
def field_of(title: str) -> Field | None:
    """The field that a head names; None when it names none."""
    if len(title) > _LONGEST:
        return None
    if title.strip() in {"#", "№"}:
        return Field("number")
    words, language = _plain(title).split(), ""
    if len(words) > 1:
        told = [_LANGUAGES[word] for word in words if word in _LANGUAGES]
        language = told[0] if len(set(told)) == 1 else ""
        words = [word for word in words if word not in _LANGUAGES] if language else words
        words = [word for word in words if word not in {"in", "में"}] if language else words
    bare = " ".join(words)
    if bare in _FIELDS:
        return Field(_FIELDS[bare], None, language)
    for name, pattern in (("option", _OPTION), ("why", _WHY)):
        if match := pattern.fullmatch(bare):
            return Field(name, place(next(filter(None, match.groups()))), language)
    return Field("option", place(bare), language) if re.fullmatch(_LABEL, bare) and not bare.isdigit() else None


def columns_of(titles: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a row of heads."""
    return tuple(Column(at, title.strip(), field_of(title)) for at, title in enumerate(titles))


def is_head(columns: Sequence[Column]) -> bool:
    """Whether a row is the head of a table of questions: it has one for the question and one for something else."""
    named = {column.field.name for column in columns if column.field}
    return "stem" in named and len(named) > 1


def in_languages(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns with their languages settled; one that stands alone stays open and follows the words of each row.

    Two columns for one thing are two languages when their heads or their words are in two scripts. Raises Unreadable
    when they are not, since one of them would be lost.
    """
    bilingual = any(column.field and column.field.language == "hi" for column in columns)
    settled = list(columns)
    for at, column in enumerate(columns):
        field = column.field
        if field is None or field.language:
            continue
        twins = [one for one in columns if one.field and (one.field.name, one.field.place) == (field.name, field.place)]
        open_twins = [one for one in twins if one.field and not one.field.language]
        if len(open_twins) > 1:
            settled[at] = replace(column, field=replace(field, language=_by_script(column, open_twins, rows)))
        elif bilingual or len(twins) > 1:
            other = {one.field.language for one in twins if one.field} - {""}
            settled[at] = replace(column, field=replace(field, language="hi" if other == {"en"} else "en"))
    _refuse_twins(settled)
    return tuple(settled)


def _by_script(column: Column, twins: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    heads = {language_of(one.title) for one in twins}
    if len(heads) > 1:
        return language_of(column.title)
    return language_of(" ".join(row[column.at] for row in rows if column.at < len(row)))


def _refuse_twins(columns: Sequence[Column]) -> None:
    seen: dict[Field, str] = {}
    for column in columns:
        if column.field is None or column.field.name in _MANY:
            continue
        if column.field in seen:
            raise Unreadable(
                f"Two columns hold the same, {seen[column.field]!r} and {column.title!r}; name them apart or drop one."
            )
        seen[column.field] = column.title


# A question may have several of these.
_MANY = frozenset({"topics"})


def _plain(title: str) -> str:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", title)).casefold()
    return " ".join(_APART.sub(" ", folded).split())
