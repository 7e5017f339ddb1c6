"""Questions in packs: questions/**/*.yaml, schema tayari-question/1."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.bank.actions import questions as actions
from tayari.bank.models import Question
from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.facts.packing.laws import object_problem
from tayari.rules import kinds
from tayari.syllabus.models import Blueprint, Topic

SCHEMA = "tayari-question/1"


class QuestionPart(Part):
    """Questions; the bank's own content is the pack's form."""

    kind = "question"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "questions/**/*.yaml", findings):
            items.append(Item(self.kind, str(row.data.get("ref", "")), row.data, row.file, row.line))
        return items

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        patterns = set(Blueprint.objects.values_list("slug", flat=True))
        for item in items:
            if item.data.get("schema") != SCHEMA:
                findings.about(item, f"its schema must be {SCHEMA}, not {item.data.get('schema')!r}")
                continue
            try:
                question = kinds.parse(item.data)
            except kinds.Refused as refusal:
                findings.about(item, str(refusal).removeprefix(f"{item.ref}: "))
                continue
            for topic in question.head.topics:
                if topic not in topics:
                    findings.about(item, f"there is no topic {topic!r} in the syllabus")
            if question.head.pattern and question.head.pattern not in patterns:
                findings.about(item, f"there is no blueprint {question.head.pattern!r} for its pattern")
            for figure in question.head.figures:
                if figure.picture and not world.has("picture", figure.picture):
                    findings.about(item, f"there is no picture {figure.picture!r} for “{figure.words}”")
            for entry in question.items():
                self._check_entry(item, entry, world, findings)

    def _check_entry(self, item: Item, entry: Any, world: World, findings: Findings) -> None:
        for ref in entry.facts:
            if not world.has("fact", ref):
                findings.about(item, f"{entry.id} rests on {ref!r}, and there is no such fact")
        if entry.claim:
            subject, predicate, _ = entry.claim
            if problem := object_problem(predicate, entry.claim[2], world):
                findings.about(item, f"{entry.id} claims {problem}")
            if not world.has("entity", subject):
                findings.about(item, f"{entry.id} claims something of {subject!r}, and there is no such entity")
            if not world.has("predicate", predicate):
                findings.about(item, f"{entry.id} claims by {predicate!r}, and there is no such predicate")

    def current(self) -> Mapping[str, Data]:
        held = {}
        for question in Question.objects.exclude(state=Question.State.RETIRED).prefetch_related("versions"):
            versions = sorted(question.versions.all(), key=lambda version: version.number)
            if versions:
                held[question.ref] = versions[-1].content
        return held

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        actions.cut_version(content=data, by=by, now=now)

    def follow(self, data: Data, *, by: Any, now: datetime) -> bool:
        """Its key follows the facts: they may judge it differently now, or no longer be able to."""
        version = Question.objects.get(ref=data["ref"]).latest
        assert version is not None
        return actions.rederive(version, by=by, now=now).at == now

    def drafted(self) -> set[str]:
        return set(Question.objects.filter(has_unpublished_changes=True).values_list("ref", flat=True))

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for ref, data in held.items():
            write_yaml(folder / "questions" / f"{ref}.yaml", data)


PARTS = (QuestionPart,)
