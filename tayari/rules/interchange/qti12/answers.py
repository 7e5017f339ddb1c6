"""What an item of QTI 1.2 takes as an answer: choices, typed words and numbers, matches, prose."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange.amounts import number, within
from tayari.rules.interchange.asked import FULL, Answer, Form, Pair, Span
from tayari.rules.interchange.feedback import both
from tayari.rules.interchange.qti12.materials import Reader
from tayari.rules.interchange.qti12.scoring import Condition, is_strict

Fields = dict[str, Any]


def labels(node: Element) -> list[Element]:
    return [label for label in node.iter("response_label") if label.get("ident")]


def feedback(item: Element, reader: Reader) -> dict[str, Texts]:
    """Every remark by its name; empty ones are left out."""
    told = {node.get("ident", ""): reader(node) for node in item.iter("itemfeedback")}
    return {name: words for name, words in told.items() if words}


def _why(ident: str, found: Sequence[Condition], told: dict[str, Texts]) -> Texts:
    """What is shown when this answer alone was given, or what is named after it."""
    names = [name for one in found if [words for _, words in one.equal] == [ident] for name in one.feedback]
    own = [name for name in (*names, f"{ident}_fb", ident) if name in told and name not in _STANDING]
    return told[own[0]] if own else {}


_STANDING = ("correct", "incorrect", "correct_fb", "general_fb", "general_incorrect_fb")


def choice(
    node: Element, several: bool, found: Sequence[Condition], told: dict[str, Texts], reader: Reader
) -> tuple[Form, Fields]:
    given = labels(node)
    names = [label.get("ident", "") for label in given]
    shares = _shares(names, found)
    texts = [reader.line(label) for label in given]
    for called in (names, [in_language(text, "en").strip(". ") for text in texts]):
        if not several and sorted(name.lower() for name in called) == ["false", "true"]:
            return _truth(names, [name.lower() for name in called], shares, found, told, reader)
    answers = tuple(
        Answer(text, shares.get(name), _why(name, found, told)) for text, name in zip(texts, names, strict=True)
    )
    return "several" if several else "choice", {"answers": answers}


def _shares(names: Sequence[str], found: Sequence[Condition]) -> dict[str, Decimal]:
    """The share of each choice; nothing at all when no condition with a score names one."""
    shares: dict[str, Decimal] = {}
    for one in found:
        if one.share is not None:
            for _, ident in one.equal:
                if ident in names:
                    shares[ident] = max(shares.get(ident, one.share), one.share)
    return {name: shares.get(name, Decimal(0)) for name in names} if shares else {}


def _truth(
    names: Sequence[str],
    called: Sequence[str],
    shares: dict[str, Decimal],
    found: Sequence[Condition],
    told: dict[str, Texts],
    reader: Reader,
) -> tuple[Form, Fields]:
    """`called` says which of the two names is `true`."""
    full = [words for name, words in zip(names, called, strict=True) if shares.get(name, Decimal(0)) >= FULL]
    true = full == ["true"] if len(full) == 1 else None
    whys = {words: _why(name, found, told) for name, words in zip(names, called, strict=True)}
    why = both(whys["false" if true else "true"], whys["true" if true else "false"], reader.words.notes)
    return "truth", {"true": true, "why": why}


def typed(found: Sequence[Condition], reader: Reader) -> tuple[Form, Fields]:
    language = reader.words.languages[0]
    shares: dict[str, Decimal] = {}
    for one in found:
        for _, words in one.equal if one.share is not None and one.share > 0 else ():
            shares[words] = max(shares.get(words, Decimal(0)), one.share or Decimal(0))
    return "words", {"answers": tuple(Answer({language: words}, share) for words, share in shares.items())}


def gap(node: Element, found: Sequence[Condition], reader: Reader) -> tuple[Form, Fields]:
    """A single gap of Canvas, whose accepted words stand as if they were choices."""
    named = {ident for one in found if one.share is None or one.share > 0 for _, ident in one.equal}
    right = [label for label in labels(node) if label.get("ident") in named]
    return "words", {"answers": tuple(Answer(reader.line(label), FULL) for label in right)}


def numbers(item: Element, found: Sequence[Condition], reader: Reader) -> tuple[Form, Fields]:
    spans = []
    for one in found:
        if one.share is None or one.share <= 0:
            continue
        if one.low is not None and one.high is not None:
            spans.append(Span(min(one.low, one.high), max(one.low, one.high), one.share))
        else:
            values = [number(words) for _, words in one.equal]
            spans += [Span(*within(value, Decimal(0)), one.share) for value in values if value is not None]
    if is_strict(item):
        reader.words.notes.say(
            "advice", "strict-bound", "in the file a bound of the range is not right itself; here it is"
        )
    return "number", {"spans": tuple(spans)}


def match(item: Element, found: Sequence[Condition], reader: Reader) -> tuple[Form, Fields]:
    """Each response is a left entry. Blackboard keeps the right ones apart, in the order of each response's labels."""
    apart = [node for block in item.iter("flow") if block.get("class") == "RIGHT_MATCH_BLOCK" for node in block]
    listed = [reader.line(node) for node in apart]
    goes = {respident: ident for one in found if one.share is None or one.share > 0 for respident, ident in one.equal}
    pairs, rights = [], list(listed)
    for node, left in _lefts(item, reader):
        given = labels(node)
        names = [label.get("ident", "") for label in given]
        texts = listed if len(listed) == len(names) else [reader.line(label) for label in given]
        rights = rights or texts
        at = names.index(goes[node.get("ident", "")]) if goes.get(node.get("ident", "")) in names else None
        pairs.append(Pair(left, texts[at] if at is not None else {}))
    used = [pair.right for pair in pairs]
    return "match", {"pairs": (*pairs, *(Pair({}, words) for words in rights if words and words not in used))}


def _lefts(item: Element, reader: Reader) -> list[tuple[Element, Texts]]:
    """The responses with their left texts: Canvas writes them inside, Blackboard in the flow around."""
    around = {child: parent for parent in item.iter() for child in parent if child.tag == "response_lid"}
    told = []
    for node in item.iter("response_lid"):
        material = node.find("material")
        words = reader.line(material) if material is not None else {}
        if not words and around[node].get("class") not in {"RESPONSE_BLOCK", None}:
            words = {code: " ".join(said.split()) for code, said in reader(around[node], whole=False).items()}
        told.append((node, words))
    return told
