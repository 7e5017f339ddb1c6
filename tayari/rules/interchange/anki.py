"""Questions as cards to learn from: what is asked in front, what is right and why behind. Out only."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.interchange.amounts import centred, written
from tayari.rules.interchange.asked import Answer, Asked
from tayari.rules.interchange.asking import Content, NotWritten
from tayari.rules.interchange.carrying import carried
from tayari.rules.interchange.identity import identity
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.reading import Finding
from tayari.rules.kinds import wording

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Card:
    """`guid` is the same for a question at every export, so that a changed one replaces its card. Texts are HTML."""

    guid: str
    ref: str
    question: str
    options: str
    answer: str
    reasons: str
    tags: tuple[str, ...]


def cards(contents: Iterable[Mapping[str, Any]], *, language: str = "") -> tuple[list[Card], tuple[Finding, ...]]:
    """The cards, and what they do not carry; both languages stand on one card for an empty one."""
    losses = Losses("Anki")
    made = [one.made for one in carried(contents, losses, _card, language=language)]
    return made, losses.found()


def guid_of(name: str) -> str:
    return hashlib.sha256(f"tayari:{name}".encode()).hexdigest()[:20]


def _card(said: Asked, content: Content, at: int) -> Card:
    name, answer = said.ref or identity(content), _answer(said)
    if not answer:
        raise NotWritten("it has no key, and a card needs an answer")
    tags = [topic.replace(".", "::") for topic in said.topics] + ([said.difficulty] if said.difficulty else [])
    return Card(guid_of(name), said.ref, _html(said.stem), _options(said), answer, _reasons(said), tuple(tags))


def _html(words: Texts) -> str:
    """Every language in a paragraph of its own."""
    return "".join(
        f'<div lang="{code}">{escape(said, quote=False).replace("\n", "<br>")}</div>' for code, said in words.items()
    )


def _lettered(answers: Sequence[tuple[str, Answer]]) -> str:
    return "".join(f'<div class="option"><b>({letter})</b> {_html(answer.text)}</div>' for letter, answer in answers)


def _options(said: Asked) -> str:
    if said.form in {"choice", "several"}:
        return _lettered(list(zip(_LETTERS, said.answers, strict=False)))
    if said.form == "match":
        left = "".join(f"<div>{_html(pair.left)}</div>" for pair in said.pairs if pair.left)
        right = sorted(_html(pair.right) for pair in said.pairs if pair.right)
        return f'<div class="list">{left}</div><div class="list">{"".join(dict.fromkeys(right))}</div>'
    return ""


def _answer(said: Asked) -> str:
    if said.form in {"choice", "several"}:
        return _lettered([(letter, one) for letter, one in zip(_LETTERS, said.answers, strict=False) if one.is_full])
    if said.form == "truth":
        told = wording.say("true" if said.true else "false")
        return "" if said.true is None else _html({code: told[code] for code in said.stem if code in told})
    if said.form == "number":
        return "<br>".join(_number(*centred(span.low, span.high), said.unit) for span in said.spans)
    if said.form == "match":
        return "".join(
            f"<div>{_html(pair.left)} → {_html(pair.right)}</div>" for pair in said.pairs if pair.left and pair.right
        )
    return "".join(_html(answer.text) for answer in said.answers) or _html(said.points)


def _number(middle: Any, reach: Any, unit: str) -> str:
    told = f"{written(middle)} ± {written(reach)}" if reach else written(middle)
    return escape(f"{told} {unit}".strip(), quote=False)


def _reasons(said: Asked) -> str:
    rows = [
        f'<div class="reason"><b>({letter})</b> {_html(answer.feedback)}</div>'
        for letter, answer in zip(_LETTERS, said.answers, strict=False)
        if answer.feedback
    ]
    return "".join([*rows, _html(said.why), _html(said.closing)])
