"""Papers in packs: papers/*.yaml, schema tayari-paper/1."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from tayari.bank.models import Question
from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, Waits, World
from tayari.base.packrows import Told
from tayari.mocks import packrules
from tayari.mocks.actions import printings
from tayari.mocks.models import Paper, PaperQuestion
from tayari.plain import lengths
from tayari.rules import spans
from tayari.syllabus.models import Blueprint, Topic

SCHEMA = "tayari-paper/1"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKS = ("right", "wrong", "blank")
_TEXTS = ("subject", "title", "short", "summary")


class PaperPart(Part):
    """Papers; loading one freezes a printing when it differs from the last."""

    kind = "paper"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "papers/*.yaml", findings):
            told = Told(row, findings)
            if told.text("schema") != SCHEMA:
                told.problem(f"its schema must be {SCHEMA}, not {row.data.get('schema')!r}")
                continue
            questions, count = told.refs("questions"), told.number("count")
            if count is not None and count != len(questions):
                told.problem(f"count says {count} and {len(questions)} questions are listed")
            data: Data = {
                "schema": SCHEMA,
                "ref": told.text("ref"),
                "slug": told.text("slug") or told.text("ref"),
                **{name: told.texts(name) for name in _TEXTS},
                "blueprint": told.text("blueprint"),
                "languages": told.refs("languages") or ["en"],
                "clock": {key: self._canonical(value) for key, value in told.mapping("clock").items()},
                "navigation": told.text("navigation") or "free",
                "marking": packrules.exact(told.mapping("marking")),
                "attempts": self._attempts(told),
                "topics": sorted(told.refs("topics")),
                "questions": questions,
                "count": len(questions),
                "published": told.text("published"),
                **packrules.read(told, questions),
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def _attempts(self, told: Told) -> int | str:
        given = told.text("attempts") or "unlimited"
        if given == "unlimited" or (given.isdecimal() and int(given) > 0):
            return given if given == "unlimited" else int(given)
        told.problem(f"attempts is {given!r}; it must be unlimited or a number from 1")
        return "unlimited"

    def _canonical(self, written: Any) -> str:
        milliseconds = lengths.parse(written)
        return lengths.written(milliseconds) if milliseconds else str(written)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        slugs = dict(Paper.objects.values_list("slug", "ref"))
        for item in items:
            self._check_rules(item, findings)
            if not _SLUG.fullmatch(item.data["slug"]):
                findings.about(item, f"slug is {item.data['slug']!r}; use lower-case letters, digits and hyphens")
            elif slugs.setdefault(item.data["slug"], item.ref) != item.ref:
                findings.about(item, f"has the slug of {slugs[item.data['slug']]}; choose another")
            for topic in item.data["topics"]:
                if topic not in topics:
                    findings.about(item, f"there is no topic {topic!r} in the syllabus")
            self._check_questions(item, world, findings)
            for name in ("subject", "title", "short"):
                if not item.data[name].get("en"):
                    findings.about(item, f"has no {name} in English")
            self._check_years(item, findings)

    def _check_years(self, item: Item, findings: Findings) -> None:
        """No paper covers years that had not come on its day."""
        published = str(item.data["published"])[:4]
        for name in ("title", "short"):
            for text in item.data[name].values():
                if published.isdecimal() and (span := spans.beyond(str(text), int(published))):
                    findings.about(item, f"its {name} covers {span}, which was not over in {published}")

    def _check_questions(self, item: Item, world: World, findings: Findings) -> None:
        listed = item.data["questions"]
        for ref in listed:
            if not world.has("question", ref):
                findings.about(item, f"there is no question {ref!r}")
        twice = sorted({ref for ref in listed if listed.count(ref) > 1})
        if twice:
            findings.about(item, f"{twice[0]} stands in it twice")
        if not listed:
            findings.about(item, "has no questions")

    def _check_rules(self, item: Item, findings: Findings) -> None:
        clock = item.data["clock"]
        timed = all(row.get("clock", {}).get("section") for row in item.data.get("sections", [{}]))
        if not (clock or timed) or any(
            key not in {"paper", "question"} or not lengths.parse(text) for key, text in clock.items()
        ):
            findings.about(item, "needs a clock such as {paper: 30 min} or {question: 19 s}")
        inside = [row.get("clock", {}) for row in item.data.get("sections", ())]
        if any("question" in one for one in (clock, *inside)) and item.data["navigation"] != Paper.Navigation.FORWARD:
            findings.about(item, "a clock for each question needs navigation: forward")
        if item.data["navigation"] not in Paper.Navigation.values:
            findings.about(item, f"navigation is {item.data['navigation']!r}; it must be free, sections or forward")
        for name in sorted(set(item.data["marking"]) - {*_MARKS, "partial", "options"}):
            findings.about(item, f"marking has {name!r}; it has right, wrong and blank")
        for name in _MARKS:
            try:
                Fraction(item.data["marking"][name])
            except KeyError:
                findings.about(item, f"marking needs {name}, as an exact fraction such as -2/3")
            except (ValueError, ZeroDivisionError):
                findings.about(item, f"marking {name} is {item.data['marking'][name]!r}; write a fraction such as -2/3")
        slug = item.data["blueprint"]
        if slug and not Blueprint.objects.filter(slug=slug).exists():
            findings.about(item, f"there is no blueprint {slug!r}")
        try:
            date.fromisoformat(item.data["published"])
        except ValueError:
            findings.about(item, f"published is {item.data['published']!r}; write the day, as 2026-11-22")

    def current(self) -> Mapping[str, Data]:
        rows = Paper.objects.exclude(state=Paper.State.WITHDRAWN).select_related("blueprint")
        return {
            row.ref: self._canonical_of(row) for row in rows.prefetch_related("places__question", "topics", "sections")
        }

    def drafted(self) -> set[str]:
        return set(Paper.objects.exclude(state=Paper.State.OPEN).values_list("ref", flat=True))

    def _canonical_of(self, row: Paper) -> Data:
        clock = {"paper": row.paper_ms, "question": row.question_ms}
        questions = [place.question.ref for place in sorted(row.places.all(), key=lambda place: place.number)]
        zone = ZoneInfo(settings.TIME_ZONE)
        return {
            "schema": SCHEMA,
            "ref": row.ref,
            "slug": row.slug,
            **{name: getattr(row, name) for name in _TEXTS},
            "blueprint": row.blueprint.slug if row.blueprint else "",
            "languages": row.languages,
            "clock": {key: lengths.written(value) for key, value in clock.items() if value},
            "navigation": row.navigation,
            "marking": row.marking,
            "attempts": row.attempts or "unlimited",
            "topics": sorted(topic.id for topic in row.topics.all()),
            "questions": questions,
            "count": len(questions),
            "published": row.published_at.astimezone(zone).date().isoformat() if row.published_at else "",
            **packrules.of(row),
        }

    @transaction.atomic
    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        day = datetime.combine(date.fromisoformat(data["published"]), time(6), ZoneInfo(settings.TIME_ZONE))
        paper, _ = Paper.objects.update_or_create(
            ref=data["ref"],
            defaults={
                "slug": data["slug"],
                **{name: data[name] for name in _TEXTS},
                "blueprint": Blueprint.objects.filter(slug=data["blueprint"]).order_by("-version").first(),
                "languages": data["languages"],
                "paper_ms": lengths.parse(data["clock"].get("paper", "")),
                "question_ms": lengths.parse(data["clock"].get("question", "")),
                "navigation": data["navigation"],
                "marking": data["marking"],
                **packrules.columns(data),
                "attempts": None if data["attempts"] == "unlimited" else int(data["attempts"]),
                "state": Paper.State.OPEN,
                "published_at": day,
            },
        )
        paper.topics.set(Topic.objects.filter(id__in=data["topics"]))
        paper.places.all().delete()
        paper.sections.all().delete()
        by_ref = {question.ref: question for question in Question.objects.filter(ref__in=data["questions"])}
        lost = [ref for ref in data["questions"] if ref not in by_ref]
        if lost:
            raise Waits(f"its question {lost[0]} is not stored")
        sections = packrules.sections(paper, data) or [None] * len(data["questions"])
        PaperQuestion.objects.bulk_create(
            PaperQuestion(paper=paper, question=by_ref[ref], number=number, section=section, **packrules.own(data, ref))
            for number, (ref, section) in enumerate(zip(data["questions"], sections, strict=True), start=1)
        )
        printings.freeze(paper, by=by, now=now)

    def follow(self, data: Data, *, by: Any, now: datetime) -> bool:
        """A question of it has a new version or another key: new sittings get a new printing."""
        paper = Paper.objects.get(ref=data["ref"])
        if paper.state != Paper.State.OPEN:
            return False
        before = paper.printings.count()
        printings.freeze(paper, by=by, now=now)
        return paper.printings.count() != before

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for data in held.values():
            write_yaml(folder / "papers" / f"{data['slug']}.yaml", data)


PARTS = (PaperPart,)
