"""Writes items of QTI 2.1 and 3.0 with the manifest of their package."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange.amounts import centred, written
from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.asking import Content, NotWritten
from tayari.rules.interchange.carrying import carried
from tayari.rules.interchange.drawn import Album, Drawn
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.multilang import Writer
from tayari.rules.interchange.qti.manifest import Version, manifest, opening
from tayari.rules.interchange.qti.tags import Tags
from tayari.rules.interchange.reading import Finding, Picture
from tayari.rules.interchange.refs import title_of

__all__ = ["Package", "Version", "write"]

_MEDIA = "media/"
Scoring = Literal["match_correct", "map_response", "tolerance", "chosen", "none"]


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a package by path, in order; `count` questions are in it, and `lost` is what it cannot carry."""

    files: tuple[tuple[str, bytes], ...]
    count: int
    lost: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an item's answers need: the declaration, the interaction, and how it is scored."""

    declared: str
    body: str
    scoring: Scoring
    reasons: Mapping[str, Texts]
    tolerance: str = ""
    marks: int = 1


def write(
    contents: Iterable[Mapping[str, Any]],
    *,
    version: Version,
    language: str = "",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Package:
    """The questions in one language, or in both for an empty one, with the `pictures` (by ref) that they show."""
    losses, album = Losses(f"QTI {version}"), Album(pictures)
    items: list[tuple[str, bytes]] = []
    shown: dict[str, list[str]] = {}
    marked = False

    def make(said: Asked, content: Content, at: int) -> tuple[str, bool, list[str]]:
        drawn = Drawn(content, album, f"../{_MEDIA}", xml=True)
        writer = _Writer(said.stem, marks=not language, drawn=drawn)
        return _item(said, f"q{at}", writer, Tags(version)), writer.stem_needs_marks, drawn.taken()

    for one in carried(contents, losses, make, language=language, orders=True):
        item, needs_marks, names = one.made
        items.append((f"items/q{one.at}.xml", item.encode()))
        shown[items[-1][0]] = [_MEDIA + name for name in names]
        marked = marked or needs_marks
        _tell(one.said, one.name, losses)
    if marked:
        losses.remark("two-languages", "both languages stand in one text, and programs show both")
    media = {
        _MEDIA + name: album.data(name) for name in album.gallery.held if _MEDIA + name in set().union(*shown.values())
    }
    whole = (("imsmanifest.xml", manifest(version, shown).encode()), *items, *media.items())
    return Package(whole, len(items), losses.found())


class _Writer(Writer):
    """As XML has it: closed breaks, and the language as an attribute of XML."""

    def stem(self, words: Texts) -> str:
        return _xml(super().stem(words))

    def html(self, words: Texts) -> str:
        return _xml(super().html(words))


def _xml(html: str) -> str:
    return (
        html.replace("<br>", "<br/>")
        .replace('</span><span lang="', '</span><br/><span lang="')
        .replace('<span lang="', '<span xml:lang="')
    )


def _item(said: Asked, ident: str, writer: _Writer, tags: Tags) -> str:
    parts = _BY_FORM[said.form](said, writer, tags)
    title = title_of(said)
    general = {name: words for name, words in (("reason", said.why), ("general", said.closing)) if words}
    if said.form == "truth":
        general.pop("reason", None)
    shown = [*_outcomes(parts, general, tags)]
    body = tags("itemBody", {}, f"<div>{writer.stem(said.stem)}</div>\n{parts.body}")
    told = [tags.modal("FEEDBACK", name, writer.html(words)) for name, words in parts.reasons.items() if words]
    told += [tags.modal("GENERAL", name, writer.html(words)) for name, words in general.items()]
    inside = [parts.declared, *shown, body, _scored(parts, tags), *told]
    language = next(iter(said.stem), "en")
    return opening(tags.version, ident=said.ref if _is_name(said.ref) else ident, title=title, language=language) + (
        "\n".join(filter(None, inside)) + f"\n</{tags.name('assessmentItem')}>\n"
    )


def _is_name(ref: str) -> bool:
    return ref[:1].isalpha()


def _outcomes(parts: _Parts, general: Mapping[str, Texts], tags: Tags) -> Iterable[str]:
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    if parts.marks > 1:
        score["normalMaximum"] = str(parts.marks)
    yield tags("outcomeDeclaration", score)
    if any(parts.reasons.values()):
        yield tags(
            "outcomeDeclaration", {"identifier": "FEEDBACK", "cardinality": "multiple", "baseType": "identifier"}
        )
    if general:
        values = "".join(tags("value", {}, name) for name in general)
        head = {"identifier": "GENERAL", "cardinality": "multiple", "baseType": "identifier"}
        yield tags("outcomeDeclaration", head, tags("defaultValue", {}, values))


def _scored(parts: _Parts, tags: Tags) -> str:
    """A standard template where one says all, else the same rule in full."""
    reasons = any(parts.reasons.values())
    if parts.scoring == "none":
        return ""
    if parts.scoring in {"match_correct", "map_response"} and not reasons:
        return tags("responseProcessing", {"template": tags.template(parts.scoring)})
    both = tags("variable", {"identifier": "RESPONSE"}) + tags("correct", {"identifier": "RESPONSE"})
    same = (
        tags("equal", {"toleranceMode": "absolute", "tolerance": f"{parts.tolerance} {parts.tolerance}"}, both)
        if parts.scoring == "tolerance"
        else tags("match", {}, both)
    )
    one = tags("setOutcomeValue", {"identifier": "SCORE"}, tags("baseValue", {"baseType": "float"}, "1"))
    rule = tags("responseCondition", {}, tags("responseIf", {}, same + one))
    if reasons:
        chosen = tags("variable", {"identifier": "RESPONSE"})
        chosen = tags("multiple", {}, chosen) if parts.scoring == "chosen" else chosen
        rule += tags("setOutcomeValue", {"identifier": "FEEDBACK"}, chosen)
    return tags("responseProcessing", {}, rule)


def _choice(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    names = "abcdefghijklmnopqrstuvwxyz"[: len(said.answers)]
    several = said.form == "several"
    right = [name for name, answer in zip(names, said.answers, strict=True) if answer.is_full]
    choices = "".join(
        tags("simpleChoice", {"identifier": name}, writer.html(answer.text))
        for name, answer in zip(names, said.answers, strict=True)
    )
    head = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "0" if several else "1"}
    reasons = {name: answer.feedback for name, answer in zip(names, said.answers, strict=True)}
    declared = tags.declared("multiple" if several else "single", "identifier", right)
    return _Parts(declared, tags("choiceInteraction", head, choices), "match_correct" if several else "chosen", reasons)


def _truth(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    right = [] if said.true is None else [str(said.true).lower()]
    choices = "".join(tags("simpleChoice", {"identifier": name.lower()}, name) for name in ("True", "False"))
    head = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "1"}
    reasons = dict.fromkeys(("true", "false"), said.why)
    return _Parts(
        tags.declared("single", "identifier", right), tags("choiceInteraction", head, choices), "chosen", reasons
    )


def _words(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    words = [in_language(answer.text, "en") for answer in said.answers]
    if not words:
        raise NotWritten("it has no accepted answer")
    entries = "".join(tags("mapEntry", {"mapKey": one, "mappedValue": "1", "caseSensitive": "false"}) for one in words)
    mapping = tags("mapping", {"defaultValue": "0"}, entries)
    return _Parts(tags.declared("single", "string", words[:1], mapping), _gap(tags), "map_response", {})


def _gap(tags: Tags) -> str:
    return f"<p>{tags('textEntryInteraction', {'responseIdentifier': 'RESPONSE'})}</p>"


def _number(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    if not said.spans:
        raise NotWritten("it has no value")
    middle, reach = centred(said.spans[0].low, said.spans[0].high)
    declared = tags.declared("single", "float", [written(middle)])
    return _Parts(declared, _gap(tags), "tolerance" if reach else "match_correct", {}, written(reach))


def _order(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    names = [f"i{at}" for at in range(1, len(said.things) + 1)]
    choices = "".join(
        tags("simpleChoice", {"identifier": name}, writer.html(words))
        for name, words in zip(names, said.things, strict=True)
    )
    declared = tags.declared("ordered", "identifier", [names[at] for at in said.order])
    head = {"responseIdentifier": "RESPONSE", "shuffle": "false"}
    return _Parts(declared, tags("orderInteraction", head, choices), "match_correct", {})


def _match(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    left = [pair for pair in said.pairs if pair.left]
    told = {tuple(sorted(pair.right.items())): pair.right for pair in said.pairs if pair.right}
    names = {key: f"R{at}" for at, key in enumerate(sorted(told), start=1)}
    goes = [f"L{at} {names[tuple(sorted(pair.right.items()))]}" for at, pair in enumerate(left, start=1) if pair.right]
    sides = (
        [(f"L{at}", pair.left) for at, pair in enumerate(left, start=1)],
        [(name, told[key]) for key, name in names.items()],
    )
    lists = [tags("simpleMatchSet", {}, "".join(_associable(one, writer, tags) for one in side)) for side in sides]
    head = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxAssociations": str(len(left))}
    declared = tags.declared("multiple", "directedPair", goes)
    return _Parts(declared, tags("matchInteraction", head, "".join(lists)), "match_correct", {})


def _associable(one: tuple[str, Texts], writer: _Writer, tags: Tags) -> str:
    name, words = one
    return tags("simpleAssociableChoice", {"identifier": name, "matchMax": "1"}, writer.html(words))


def _prose(said: Asked, writer: _Writer, tags: Tags) -> _Parts:
    points = tags.rubric(writer.html(said.points)) if said.points else ""
    body = tags("extendedTextInteraction", {"responseIdentifier": "RESPONSE"})
    return _Parts(tags.declared("single", "string", []), points + body, "none", {}, marks=said.marks or 1)


_BY_FORM = {
    "choice": _choice,
    "several": _choice,
    "truth": _truth,
    "words": _words,
    "number": _number,
    "order": _order,
    "match": _match,
    "prose": _prose,
}


def _tell(said: Asked, name: str, losses: Losses) -> None:
    if said.unit:
        losses.count("lost-unit", name)
    told = {"topics": said.topics, "difficulty": said.difficulty, "word limit": said.most_words}
    losses.count_details(name, told)
