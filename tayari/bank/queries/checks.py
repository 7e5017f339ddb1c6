"""What follows from a question as it is being written: its key and reasons, advice, what is missing, its facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from tayari.bank import judging
from tayari.bank.queries.doubles import Double, alike_to
from tayari.base import clock
from tayari.base.packfiles import dump_yaml
from tayari.base.packing import untranslated
from tayari.facts import queries as facts
from tayari.facts.linting import checking
from tayari.facts.queries import SpokenFact
from tayari.facts.readers import packs
from tayari.plain.texts import Texts
from tayari.rules import kinds
from tayari.rules.forms.places import place
from tayari.rules.kinds import plain_text
from tayari.rules.kinds.wording import LANGUAGES
from tayari.rules.lint.findings import Finding
from tayari.rules.questions import lints
from tayari.rules.questions.remarks import Remark


@dataclass(frozen=True, slots=True)
class CheckedOption:
    id: str
    texts: Texts
    right: bool
    reason: Texts


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a language still lacks: places by name; empty when it is whole."""

    language: str
    missing: str


@dataclass(frozen=True, slots=True)
class Checks:
    """`place` names the control that the refusal is about; `truths` has each item's label and whether it is true."""

    refusal: str = ""
    place: str = ""
    key: tuple[str, ...] = ()
    as_of: date | None = None
    options: tuple[CheckedOption, ...] = ()
    truths: tuple[tuple[str, bool], ...] = ()
    remarks: tuple[Remark, ...] = ()
    complete: tuple[Completeness, ...] = ()
    facts: tuple[SpokenFact, ...] = ()
    findings: tuple[Finding, ...] = ()
    doubles: Sequence[Double] = ()
    printed: Mapping[str, str] = field(default_factory=dict)
    figures: Sequence[Mapping[str, Any]] = ()


def checks(content: Mapping[str, Any], *, but: int | None = None) -> Checks:
    """Everything about `content`, whether or not it is finished; `but` is its own row."""
    told: dict[str, Any] = {"complete": _complete(content), "doubles": alike_to(content, but=but)}
    try:
        asked = kinds.parse(content)
    except kinds.Refused as refusal:
        return Checks(**_refused(refusal, content), **told)
    told["findings"] = _linted(content)
    printed = {code: plain_text.plain(asked.printed(), code) for code in LANGUAGES if code in asked.head.stem}
    told["figures"] = [one.printed() for one in asked.head.figures]
    try:
        asked, judged, derived = judging.derived(content)
    except kinds.Refused as refusal:
        remarks = tuple(lints.lint(asked))
        return Checks(**_refused(refusal, content), **told, remarks=remarks, printed=printed)
    refs = [ref for shown in judged.shown_by.values() for ref in shown]
    return Checks(
        **told,
        key=derived.key,
        as_of=judged.as_of,
        options=tuple(
            CheckedOption(one.id, one.texts, one.id in derived.key, derived.reasons[one.id]) for one in derived.options
        ),
        truths=tuple((item.label, judged.truths[item.id]) for item in asked.items()),
        remarks=tuple(lints.lint(asked, derived)),
        facts=tuple(facts.spoken(refs, "en").values()),
        printed=printed,
    )


def _linted(content: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What the text's linter finds in the words as they stand, without what editors let stand. Two queries."""
    now = clock.now()
    document = packs.question(f"{content['ref']}.yaml", dump_yaml(dict(content)))
    report = checking.checked(document, as_of=timezone.localdate(now), language="", now=now, dismissed=True)
    return report.findings


def _refused(refusal: kinds.Refused, content: Mapping[str, Any]) -> dict[str, str]:
    return {"refusal": str(refusal).removeprefix(f"{content.get('ref')}: "), "place": place(str(refusal), content)}


def _complete(content: Mapping[str, Any]) -> tuple[Completeness, ...]:
    """Per language; a language that is not begun says so."""
    stem = content.get("stem")
    begun = stem if isinstance(stem, Mapping) else {}
    found = []
    for code in LANGUAGES:
        missing = untranslated(dict(content), code) if code in begun else "not begun"
        found.append(Completeness(code, missing))
    return tuple(found)
