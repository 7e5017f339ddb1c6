"""Reads Moodle XML from its tree. What no kind of ours holds is listed with its place."""

from decimal import Decimal
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.rules.interchange.amounts import number, written
from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.feedback import note
from tayari.rules.interchange.formed import Words
from tayari.rules.interchange.gallery import Gallery, decoded, shown_as
from tayari.rules.interchange.moodle import answers
from tayari.rules.interchange.moodle.nodes import Reader, value, words_of
from tayari.rules.interchange.outlines import outline
from tayari.rules.interchange.reading import Found, Reading, Unreadable
from tayari.rules.interchange.refs import begins, labels
from tayari.rules.interchange.tongues import Said, languages_of, texts

_TYPES = {
    "cloze": "gaps inside a text",
    "multianswer": "gaps inside a text",
    "calculated": "numbers drawn anew for each person",
    "calculatedsimple": "numbers drawn anew for each person",
    "calculatedmulti": "numbers drawn anew for each person",
    "ddwtos": "words dragged into a text",
    "gapselect": "words chosen inside a text",
    "ddimageortext": "things dragged onto a picture",
    "ddmarker": "marks set on a picture",
    "random": "a question drawn from a category",
    "randomsamatch": "a match drawn from other questions",
}
# What Moodle writes itself when nobody wrote anything.
_STANDING = ("your answer is correct.", "your answer is partially correct.", "your answer is incorrect.")
_COMBINED = {
    "correctfeedback": "Feedback when right",
    "partiallycorrectfeedback": "Feedback when partly right",
    "incorrectfeedback": "Feedback when wrong",
    "hint": "Hint",
}
_USUAL = {"defaultgrade": ("Marks", (0, 1)), "penalty": ("Penalty for another try", (0, 1))}


def read(root: Element) -> Reading:
    """Every question of a quiz. Raises Unreadable when the tree is none, or holds none."""
    if root.tag != "quiz":
        raise Unreadable(f"this XML is no quiz of Moodle: its root is <{cut(root.tag, 40)}> and not <quiz>")
    category, gallery = "", Gallery()
    made: list[Found] = []
    for node in root.findall("question"):
        if node.get("type") == "category":
            category = value(node, "category")
        else:
            made.append(_found(node, len(made) + 1, category, gallery))
    if not made:
        raise Unreadable("this quiz of Moodle holds no question")
    return Reading(gallery.given_to(made), pictures=gallery.pictures())


def _found(node: Element, at: int, category: str, gallery: Gallery) -> Found:
    title = value(node, "name")
    notes = Notes(f"question {at} ({cut(title, 60)})" if title else f"question {at}")
    asked = _asked(node, title, category, Words(notes, gallery))
    return found(asked, notes, outline(node), confidence="likely" if notes.has("truth-order") else "sure")


def _asked(node: Element, title: str, category: str, words: Words) -> Asked | None:
    kind = node.get("type", "")
    reader = Reader(words, "html")
    stem = _stem(node, reader)
    words.languages = languages_of(stem)
    reader.form = _form(node)
    told = answers.read(kind, node, reader)
    if told is None:
        _tell_type(kind, words.notes)
        return None
    form, fields = told
    said = texts(stem, words.languages)
    ref, topics, difficulty, kept = labels(
        "" if begins(title, said) else title, value(node, "idnumber"), _tags(node), category
    )
    return Asked(
        form,
        said,
        closing=reader(node.find("generalfeedback")),
        ref=ref,
        topics=topics,
        difficulty=difficulty,
        **{**fields, "notes": (*kept, *_besides(node, reader, form), *fields.get("notes", ()))},
    )


def _form(node: Element) -> str:
    """The format of the stem, which texts without one of their own follow; HTML unless it says plain words."""
    told = node.find("questiontext")
    return (
        {"plain_text": "plain", "markdown": "markdown"}.get(told.get("format", ""), "html")
        if told is not None
        else "html"
    )


def _stem(node: Element, reader: Reader) -> Said:
    """The question's text; files of before 2010 hang one picture on the question."""
    stem = reader.said(node.find("questiontext"))
    name, data = value(node, "image"), decoded(words_of(node.find("image_base64")))
    kept = reader.words.gallery.add(name, data) if name and data else ""
    if not kept:
        return stem
    reader.words.notes.say("advice", "picture", f"the picture {kept} is kept; it stands behind the text")
    marked = {code: f"{words}\n{shown_as(kept)}" for code, words in stem.marked.items()}
    return Said(marked, f"{stem.words}\n{shown_as(kept)}" if not marked else "", stem.others)


def _tags(node: Element) -> list[str]:
    tags = [tag for group in ("tags", "coursetags") for holder in node.findall(group) for tag in holder.findall("tag")]
    return list(dict.fromkeys(filter(None, (line(words_of(tag)) for tag in tags))))


def _besides(node: Element, reader: Reader, form: str) -> list[str]:
    """What the file says beside the question and ours has no place for: kept for the editor."""
    told = []
    for name, (label, usual) in _USUAL.items():
        given = number(value(node, name))
        if given is not None and given not in usual and abs(given - Decimal("0.3333333")) > Decimal("0.005"):
            told.append(f"{label}: {written(given)}")
    for name, label in _COMBINED.items():
        for part in node.findall(name):
            said = {code: words for code, words in reader(part).items() if words.lower() not in _STANDING}
            if said:
                told.append(note(label, said))
    return [words for words in told if form != "prose" or not words.startswith("Marks")]


def _tell_type(kind: str, notes: Notes) -> None:
    if kind == "description":
        notes.say("error", "description", "text without answers; it is no question")
    elif kind:
        what = f" ({_TYPES[kind]})" if kind in _TYPES else ""
        notes.say("error", "unknown-type", f"questions of the type {cut(kind, 40)}{what} are not imported")
    else:
        notes.say("error", "unknown-type", "the file does not say its type")
