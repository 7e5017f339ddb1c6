"""Reads GIFT: every sort of question it knows, with line numbers for what is wrong."""

from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.gift import answers
from tayari.rules.interchange.gift.blocks import Block, blocks
from tayari.rules.interchange.gift.marked import Marked
from tayari.rules.interchange.gift.texts import Words, split
from tayari.rules.interchange.reading import Found, Reading, Unreadable
from tayari.rules.interchange.refs import labels
from tayari.rules.interchange.tongues import languages_of, texts
from tayari.rules.interchange.words import one_line, plain, tidy

_BLANK = "_____"
_GENERAL = "####"
# What an old export of Moodle leaves behind the last brace.
_TAILS = ("", '"', ";", '";', ';"')


def read(text: str) -> Reading:
    """Every question of a GIFT file. Raises Unreadable when there is none."""
    told = plain(text)
    if not told.strip():
        raise Unreadable("the file is empty")
    gallery = Gallery()
    made = [_found(block, gallery) for block in blocks(told)]
    if not any("{" in block.source for block in made):
        raise Unreadable("this is not GIFT: no question with answers in braces, such as “Two and two? {=four}”")
    return Reading(gallery.given_to(made), pictures=gallery.pictures())


def _found(block: Block, gallery: Gallery) -> Found:
    notes = Notes(f"line {block.line}")
    asked = _asked(block, notes, gallery)
    doubtful = notes.has("small-letters", "stray-words")
    return found(asked, notes, block.text.strip(), confidence="likely" if doubtful else "sure")


def _asked(block: Block, notes: Notes, gallery: Gallery) -> Asked | None:
    title, body = _titled(Marked.of(block.text).stripped())
    parts = _parts(body, notes)
    if parts is None:
        return None
    before, inside, after = parts
    words = Words(notes, gallery)
    words.form = split(before, words.form)[0]
    tail = "" if after.signs.strip() in _TAILS else _BLANK
    stem = words.stem(
        Marked(before.text + tail + (after.text if tail else ""), before.signs + tail + "\0" * len(after.text))
    )
    words.languages = languages_of(stem)
    inside, closing = inside.stripped().last_parted(_GENERAL)
    inside = inside.stripped()
    form = answers.form_of(inside)
    fields = answers.read(form, inside, words)
    ref, topics, difficulty, notes_kept = labels(one_line(title), block.ident, block.tags, block.category)
    return Asked(
        form,
        texts(stem, words.languages),
        closing=words.read(closing),
        ref=ref,
        topics=topics,
        difficulty=difficulty,
        **{**fields, "notes": (*notes_kept, *fields.get("notes", ()))},
    )


def _titled(body: Marked) -> tuple[str, Marked]:
    """`::title::` and what follows."""
    if not body.signs.startswith("::"):
        return "", body
    end = body.find("::", 2)
    return ("", body) if end < 0 else (tidy(body.text[2:end]), body.cut(end + 2).stripped())


def _parts(body: Marked, notes: Notes) -> tuple[Marked, Marked, Marked] | None:
    """What stands before, inside and after the braces."""
    start, end = body.find("{"), body.find("}")
    if start < 0 and end < 0:
        notes.say("error", "description", "text without answers; it is no question")
    elif end < 0:
        notes.say("error", "braces", "its brace { is never closed; write \\{ for a brace that is text")
    elif start < 0 or end < start:
        notes.say("error", "braces", "a brace closes what none opened; write \\} for a brace that is text")
    elif body.find("{", start + 1) >= 0 or body.find("}", end + 1) >= 0:
        notes.say("error", "braces", "it has more than one pair of braces; write \\{ and \\} for those that are text")
    else:
        return body.cut(0, start), body.cut(start + 1, end), body.cut(end + 1)
    return None
