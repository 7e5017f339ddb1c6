"""Makes what a reader found ready for the bank: its ref, where it comes from, and what it is a double of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from tayari.bank.actions.imports.standing import made_before, same, sent
from tayari.bank.actions.questions import as_stored
from tayari.bank.models import ImportedQuestion, Question
from tayari.bank.queries.doubles import Double, likest
from tayari.rules import kinds
from tayari.rules.interchange import Finding, Found
from tayari.rules.interchange.identity import identity, is_ref, refs
from tayari.rules.questions import unfinished

Fate = ImportedQuestion.Fate
_NAMED = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a row of the batch says beyond what its reader found."""

    content: dict[str, Any] | None = None
    identity: str = ""
    fate: str = Fate.UNREADABLE
    needs_look: bool = True
    findings: tuple[Finding, ...] = ()
    double_of: Question | None = None
    alike: int | None = None


def prepare(found: Sequence[Found], file_name: str) -> list[Prepared]:
    """One for each of `found`, in its order. A few queries, however many there are."""
    contents = [as_stored(one.content) if one.content is not None else None for one in found]
    marks = [identity(content) if content is not None else "" for content in contents]
    near = likest([content or {} for content in contents])
    bank = _Bank(contents, marks, near)
    seen: dict[str, Found] = {}
    prepared = []
    for one, content, mark, double in zip(found, contents, marks, near, strict=True):
        if content is None:
            prepared.append(Prepared())
            continue
        first = seen.setdefault(mark, one)
        prepared.append(_prepared(one, content, mark, double, None if first is one else first, bank, file_name))
    return prepared


class _Bank:
    """What the bank has that the file may bring again."""

    def __init__(
        self, contents: Sequence[Mapping[str, Any] | None], marks: Sequence[str], near: Sequence[Double | None]
    ) -> None:
        wanted = sorted({str(content["ref"]) for content in contents if content and is_ref(content.get("ref"))})
        wanted += sorted({double.ref for double in near if double})
        self.by_ref: dict[str, Question] = {}
        self.before: dict[str, Question] = {}
        for some in batched(wanted, _NAMED):
            self.by_ref |= {row.ref: row for row in Question.objects.filter(ref__in=some)}
        for some in batched(sorted(set(marks) - {""}), _NAMED):
            self.before |= made_before(set(some))

    def holds(self, content: Mapping[str, Any], mark: str, double: Double | None) -> Question | None:
        """The bank's question that is this one, word by word."""
        if mark in self.before:
            return self.before[mark]
        likely = (self.by_ref.get(str(content.get("ref"))), self.by_ref.get(double.ref) if double else None)
        return next((question for question in likely if same(question, mark)), None)


def _prepared(
    found: Found,
    content: dict[str, Any],
    mark: str,
    double: Double | None,
    twin: Found | None,
    bank: _Bank,
    file_name: str,
) -> Prepared:
    findings = []
    there = bank.holds(content, mark, double)
    own = str(content.get("ref") or "")
    whole = described(content, file_name, found.number or found.where)
    if there is None and is_ref(own) and own in bank.by_ref:
        words = f"The bank has another question {own}; this one comes in under a ref of its own."
        findings.append(Finding(found.where, "warning", "ref-taken", words))
    if there or not is_ref(own) or own in bank.by_ref:
        whole["ref"] = refs(file_name, found.number, mark)[0]
    if twin:
        words = f"It is the same as the question of {twin.where}, and comes in once."
        findings.append(Finding(found.where, "warning", "twice-in-file", words))
    if str(whole.get("kind")) not in kinds.KINDS:
        words = f"There is no kind {whole.get('kind')!r} here."
        return Prepared(findings=(*findings, Finding(found.where, "error", "no-such-kind", words)))
    if there is None and double is not None:
        words = f"It reads much like {double.ref} in the bank ({double.per_cent} %)."
        findings.append(Finding(found.where, "warning", "asks-the-same", words))
    loud = any(finding.level != "advice" for finding in (*found.findings, *findings))
    return Prepared(
        content=whole,
        identity=mark,
        fate=Fate.DUPLICATE if there else Fate.LEFT_OUT if twin else Fate.NEW,
        needs_look=there is None and (loud or needs_look(whole, found.confidence)),
        findings=tuple(findings),
        double_of=there or (bank.by_ref.get(double.ref) if double else None),
        alike=100 if there else double.per_cent if double else None,
    )


def described(content: Mapping[str, Any], file_name: str, place: str) -> dict[str, Any]:
    """The content with what every question of a file is said to be; what it says of itself stays."""
    whole = {"schema": kinds.SCHEMA, **content}
    whole["provenance"] = sent(content, "provenance") or Question.Provenance.IMPORTED.value
    whole["source"] = sent(content, "source") or f"{file_name}, {place}"
    return whole


def needs_look(content: Mapping[str, Any], confidence: str) -> bool:
    """Whether a person should see it before the rest: the reader was not sure, or no key was said."""
    so_far = unfinished.read(content)
    return confidence != "sure" or not (so_far.key or so_far.by_facts or content.get("kind") == "descriptive")
