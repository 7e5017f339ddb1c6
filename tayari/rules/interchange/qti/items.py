"""Reads one item of QTI 2 or 3: choice, gap, order, match and essay."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.interchange.amounts import number, within
from tayari.rules.interchange.asked import Answer, Asked, Form, Pair, Span
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.feedback import both, note, together
from tayari.rules.interchange.formed import Words, lines
from tayari.rules.interchange.qti import bodies, declarations
from tayari.rules.interchange.qti.declarations import Declared
from tayari.rules.interchange.refs import begins, labels
from tayari.rules.interchange.tongues import languages_of, texts

Fields = dict[str, Any]
_NUMBERS = ("float", "integer")


class Reader:
    """The texts of one item; `names` are the pictures that its package brings, by the address in the text."""

    def __init__(self, words: Words, names: Mapping[str, str]) -> None:
        self.words = words
        self.names = names

    def __call__(self, html: str) -> Texts:
        return self.words.texts(html, "html", self.names)


def asked(item: Element, reader: Reader) -> Asked | None:
    """What the item asks; None with an error when it holds what no kind does."""
    notes = reader.words.notes
    body = item.find("itemBody")
    found = bodies.interactions(body) if body is not None else []
    if body is None or not found:
        notes.say("error", "description", "text without answers; it is no question")
        return None
    if declarations.is_drawn(item):
        notes.say(
            "error",
            "unknown-type",
            "what it says is drawn anew for each person; such questions are not imported",
        )
        return None
    if len(found) > 1:
        notes.say("error", "several-interactions", f"it asks for {len(found)} answers; one question has one")
        return None
    stem = reader.words.said(bodies.stem(body), "html", reader.names)
    reader.words.languages = languages_of(stem)
    read = _READERS.get(found[0].tag)
    if read is None:
        notes.say("error", "unknown-type", f"questions of the type {found[0].tag} are not imported")
        return None
    told = declarations.declared(item, found[0].get("responseIdentifier", ""))
    if declarations.is_custom(item):
        notes.say("advice", "custom-scoring", "the file scores in its own way; compare the key")
    form, fields = read(item, found[0], told, reader)
    said, kept = _feedback(item, found[0], reader)
    stem_words = {code: _once(words) for code, words in texts(stem, reader.words.languages).items()}
    title = line(item.get("title", ""))
    ident = line(item.get("identifier", ""))
    title = "" if title == ident or begins(title, stem_words) else title
    ref, topics, difficulty, labelled = labels(title, ident, (), "")
    rubrics = [words for words in (reader(html) for seen, html in bodies.rubrics(body) if not seen) if words]
    if form == "prose":
        fields = {"points": together(rubrics), "marks": _marks(item)}
        rubrics = []
    beside = [note("Beside the question", words) for words in rubrics]
    return Asked(
        form,
        stem_words,
        ref=ref,
        topics=topics,
        difficulty=difficulty,
        **{**said, **fields, "notes": (*labelled, *beside, *kept, *fields.get("notes", ()))},
    )


def _once(words: str) -> str:
    """Words that some programs write before the interaction and in its prompt again."""
    first, _, second = words.partition("\n\n")
    return first if first == second else words


def _feedback(item: Element, interaction: Element, reader: Reader) -> tuple[Fields, list[str]]:
    """The closing remark and the reason as our own files name them; what other files say goes into the note."""
    own = {node.get("identifier", "") for node in interaction.iter() if node.get("identifier")}
    told: Fields = {}
    kept = []
    for node in item.findall("modalFeedback"):
        name = node.get("identifier", "")
        words = reader(bodies.inner(node))
        if node.get("outcomeIdentifier") == "GENERAL" and name in {"general", "reason"} and words:
            told["closing" if name == "general" else "why"] = words
        elif name not in own and words:
            kept.append(note(f"Feedback ({cut(name, 30)})", words))
    for name, html in bodies.blocks(item):
        if words := reader(html):
            kept.append(note(f"Feedback ({cut(name, 30)})", words))
    return told, kept


def _why(item: Element, choice: Element, reader: Reader) -> Texts:
    """Feedback on one choice, inside it or shown when it was chosen."""
    inside = [bodies.inner(node) for node in choice.iter("feedbackInline")]
    name = choice.get("identifier")
    modal = [bodies.inner(node) for node in item.findall("modalFeedback") if node.get("identifier") == name]
    return reader("<br>".join([*inside, *modal])) if inside or modal else {}


def _choice(item: Element, node: Element, told: Declared, reader: Reader) -> tuple[Form, Fields]:
    choices = [choice for choice in node if choice.tag in {"simpleChoice", "inlineChoice"}]
    names = [choice.get("identifier", "") for choice in choices]
    if told.correct and not set(told.correct) <= set(names):
        reader.words.notes.say(
            "warning", "key-out-of-range", "the answer that it declares right is none of its choices"
        )
        told = Declared(told.several, told.base, (), {})
    if sorted(names) == ["false", "true"] and not told.several:
        return _truth(item, choices, told, reader)
    answers = tuple(
        Answer(
            lines(reader(bodies.inner(choice, without=("feedbackInline",)))),
            told.share(choice.get("identifier", "")),
            _why(item, choice, reader),
        )
        for choice in choices
    )
    return "several" if told.several else "choice", {"answers": answers}


def _truth(item: Element, choices: list[Element], told: Declared, reader: Reader) -> tuple[Form, Fields]:
    whys = {choice.get("identifier", ""): _why(item, choice, reader) for choice in choices}
    right = told.correct[0] if len(told.correct) == 1 else ""
    wrong = "false" if right == "true" else "true"
    why = both(whys.get(wrong, {}), whys.get(right or "false", {}), reader.words.notes)
    return "truth", {"true": right == "true" if right else None, **({"why": why} if why else {})}


def _gap(item: Element, node: Element, told: Declared, reader: Reader) -> tuple[Form, Fields]:
    if told.base in _NUMBERS:
        reach = declarations.tolerance(item) or Decimal(0)
        spans = []
        for name in told.names():
            value, share = number(name), told.share(name) or Decimal(0)
            if value is None:
                reader.words.notes.say("warning", "no-number", f"“{cut(name, 40)}” is no number that can be kept")
            elif share > 0:
                spans.append(Span(*within(value, reach), share))
        return "number", {"spans": tuple(spans)}
    language = reader.words.languages[0]
    shares = ((name, told.share(name) or Decimal(0)) for name in told.names())
    return "words", {"answers": tuple(Answer({language: name}, share) for name, share in shares if share > 0)}


def _order(item: Element, node: Element, told: Declared, reader: Reader) -> tuple[Form, Fields]:
    choices = list(node.iter("simpleChoice"))
    names = [choice.get("identifier", "") for choice in choices]
    whole = sorted(told.correct) == sorted(names)
    order = tuple(names.index(name) for name in told.correct) if whole else ()
    return "order", {"things": tuple(lines(reader(bodies.inner(choice))) for choice in choices), "order": order}


def _match(item: Element, node: Element, told: Declared, reader: Reader) -> tuple[Form, Fields]:
    sets = node.findall("simpleMatchSet")
    if len(sets) != 2:
        reader.words.notes.say("error", "too-few-pairs", "it has no two lists to match")
        return "match", {}
    left, right = (
        {one.get("identifier", ""): lines(reader(bodies.inner(one))) for one in side.iter("simpleAssociableChoice")}
        for side in sets
    )
    goes = dict(pair.split()[:2] for pair in told.correct if len(pair.split()) == 2)
    goes |= {other: one for one, other in goes.items() if other in left and one in right}
    pairs = [Pair(words, right.get(goes.get(name, ""), {})) for name, words in left.items()]
    used = {goes[name] for name in left if name in goes}
    return "match", {"pairs": (*pairs, *(Pair({}, words) for name, words in right.items() if name not in used))}


def _marks(item: Element) -> int | None:
    for node in item.iter("outcomeDeclaration"):
        most = number(node.get("normalMaximum", "")) if node.get("identifier") == "SCORE" else None
        if most and most == int(most) and 1 < most < 1000:
            return int(most)
    return None


def _prose(item: Element, node: Element, told: Declared, reader: Reader) -> tuple[Form, Fields]:
    return "prose", {}


_READERS = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _choice,
    "textEntryInteraction": _gap,
    "orderInteraction": _order,
    "matchInteraction": _match,
    "extendedTextInteraction": _prose,
}
