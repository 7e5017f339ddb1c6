"""Reads QTI 1.2: the items of quizzes and pools, by what they hold and, where that leaves a doubt, by their type."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.rules.interchange.asked import Asked, Form
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.feedback import note
from tayari.rules.interchange.formed import Words
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.outlines import outline
from tayari.rules.interchange.qti import names
from tayari.rules.interchange.qti12 import answers, scoring
from tayari.rules.interchange.qti12.answers import Fields
from tayari.rules.interchange.qti12.materials import Reader, html_of
from tayari.rules.interchange.reading import Found, Reading, Unreadable
from tayari.rules.interchange.refs import begins, labels
from tayari.rules.interchange.tongues import languages_of, texts

_WHEN = {
    "correct": "Feedback when right",
    "correct_fb": "Feedback when right",
    "incorrect": "Feedback when wrong",
    "general_incorrect_fb": "Feedback when wrong",
}
_DRAWN = {"render_hotspot": "a picture", "render_slider": "a scale"}
_USUAL_TITLES = ("question", "")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of items, and all files of the package by their paths."""

    root: Element
    files: Mapping[str, bytes] = field(default_factory=dict)


def read(sources: Iterable[Source]) -> Reading:
    """Every item of the files. Raises Unreadable when there is none."""
    gallery = Gallery()
    made: list[Found] = []
    for source in sources:
        items = list(names.plain(source.root).iter("item"))
        asked_of = {told for item in items if (told := _told(item, "parent_stimulus_item_ident"))}
        texts_of = {item.get("ident", ""): item for item in items if item.get("ident") in asked_of}
        for item in items:
            if item.get("ident") not in texts_of:
                beside = texts_of.get(_told(item, "parent_stimulus_item_ident"))
                made.append(_found(item, len(made) + 1, source.files, gallery, beside))
    if not made:
        raise Unreadable("this file of QTI 1.2 holds no question; a pool of Blackboard is exported by itself")
    return Reading(gallery.given_to(made), pictures=gallery.pictures())


def _found(
    item: Element, at: int, files: Mapping[str, bytes], gallery: Gallery, beside: Element | None = None
) -> Found:
    """One item; `beside` is the text of another that it is asked of."""
    title = line(item.get("title", ""))
    notes = Notes(f"question {at} ({cut(title, 60)})" if title.lower() not in _USUAL_TITLES else f"question {at}")
    reader = Reader(Words(notes, gallery), files)
    asked = _asked(item, title, reader)
    if asked and beside is not None:
        asked = replace(asked, passage=reader(beside.find("presentation")))
    source = outline(item) if beside is None else f"{outline(beside)}\n\n{outline(item)}"
    return found(asked, notes, source)


def kind_of(item: Element) -> str:
    """What the program that wrote the file calls the question."""
    for node in item.iter("bbmd_questiontype"):
        return line(node.text or "").lower()
    return _told(item, "question_type", "cc_profile").lower().replace("_", " ").removesuffix(" question")


def _told(item: Element, *fields: str) -> str:
    """What the item's own data say under the first of the names that they have."""
    for node in item.iter("qtimetadatafield"):
        if (node.findtext("fieldlabel") or "").strip() in fields:
            return line(node.findtext("fieldentry") or "")
    return ""


def _asked(item: Element, title: str, reader: Reader) -> Asked | None:
    words = reader.words
    shown = item.find("presentation")
    shown = shown if shown is not None else Element("presentation")
    stem = words.said(html_of(shown), "html", reader.pictures)
    words.languages = languages_of(stem)
    conditions = scoring.conditions(item)
    told = answers.feedback(item, reader)
    read = _read(item, shown, conditions, told, reader)
    if read is None:
        return None
    form, fields = read
    said = texts(stem, words.languages)
    plain = title if title.lower() not in _USUAL_TITLES and not begins(title, said) else ""
    ref, topics, difficulty, kept = labels(plain, "", (), "")
    beside = [note(label, told[name]) for name, label in _WHEN.items() if name in told]
    closing = told.get("general_fb", {})
    notes = (*kept, *beside, *fields.pop("notes", ()))
    return Asked(form, said, closing=closing, ref=ref, topics=topics, difficulty=difficulty, notes=notes, **fields)


def _read(
    item: Element,
    shown: Element,
    conditions: list[scoring.Condition],
    told: Mapping[str, Mapping[str, str]],
    reader: Reader,
) -> tuple[Form, Fields] | None:
    kind, notes = kind_of(item), reader.words.notes
    chosen = list(shown.iter("response_lid"))
    written = [*shown.iter("response_str"), *shown.iter("response_num")]
    if not chosen and not written:
        known = kind in {"essay", "short response", "file upload"}
        notes.say("error", "unknown-type" if known else "description", f"text without answers ({kind or 'no type'})")
        return None
    drawn = next((tag for tag in _DRAWN if shown.find(f".//{tag}") is not None), "")
    if drawn:
        notes.say("error", "unknown-type", f"a question that is answered on {_DRAWN[drawn]} is not imported")
        return None
    if len(chosen) > 1 and "match" in kind:
        return answers.match(item, conditions, reader)
    if len(chosen) + len(written) > 1 or any(node.tag == "calculated" for node in item.iter()):
        notes.say(
            "error", "unknown-type", f"a question with {len(chosen) + len(written)} answers ({kind}) is not imported"
        )
        return None
    if chosen and kind == "fill in multiple blanks":
        return answers.gap(chosen[0], conditions, reader)
    if chosen:
        node = chosen[0]
        if "order" in kind or node.get("rcardinality", "").lower() == "ordered":
            notes.say("error", "unknown-type", "a question that asks for an order is not imported from this format")
            return None
        several = node.get("rcardinality", "Single").lower() == "multiple"
        return answers.choice(node, several, conditions, dict(told), reader)
    return _written(item, kind, written[0], conditions, reader)


def _written(
    item: Element, kind: str, node: Element, conditions: list[scoring.Condition], reader: Reader
) -> tuple[Form, Fields]:
    field = node.find("render_fib")
    sort = field.get("fibtype", "").lower() if field is not None else ""
    if node.tag == "response_num" or sort in {"decimal", "integer"} or kind.startswith("numeric"):
        return answers.numbers(item, conditions, reader)
    if kind in {"essay", "short response"} or not any(one.equal for one in conditions):
        return "prose", {}
    return answers.typed(conditions, reader)
