"""Coverage in packs: coverage/<slug>/coverage.yaml."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db.models import Q
from wagtail.models import Locale

from tayari.articles.models import ArticlePage
from tayari.articles.packing.articles import is_day, is_there
from tayari.articles.packing.series import paged
from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told
from tayari.live.models import CoverageIndexPage, CoveragePage, Edition
from tayari.live.packing.words import check_date, check_words
from tayari.mocks.models import Paper
from tayari.syllabus.models import Topic

SCHEMA = "tayari-coverage/1"


class CoveragePart(Part):
    """Live pages: one page in each language that has a title."""

    kind = "coverage"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "coverage/*/coverage.yaml", findings):
            told = Told(row, findings)
            if told.text("schema") != SCHEMA:
                told.problem(f"its schema must be {SCHEMA}, not {row.data.get('schema')!r}")
                continue
            title = paged(told.texts("title"))
            editions = [{"ref": entry.text("ref"), "title": entry.texts("title")} for entry in told.rows("editions")]
            data: Data = {
                "schema": SCHEMA,
                "ref": told.text("ref"),
                "slug": told.text("slug") or told.text("ref"),
                "form": told.text("form") or "event",
                "state": told.text("state") or "open",
                "title": title,
                **{
                    name: {code: words for code, words in told.texts(name).items() if code in title}
                    for name in ("summary", "digest")
                },
                **{name: told.text(name) for name in ("opened", "closed", "compiled")},
                **{name: sorted(set(told.refs(name))) for name in ("topics", "articles", "papers")},
                "editions": sorted(editions, key=lambda edition: edition["ref"]),
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        for item in items:
            self._check_form(item, findings)
            for name in ("opened", "closed"):
                check_date(item, name, findings)
            if item.data["compiled"] and not is_day(item.data["compiled"]):
                findings.about(item, f"compiled is {item.data['compiled']!r}; write the day, as 2026-11-22")
            for topic in sorted(set(item.data["topics"]) - topics):
                findings.about(item, f"there is no topic {topic!r} in the syllabus")
            for text in (*item.data["summary"].values(), *item.data["digest"].values()):
                check_words(item, text, world, findings)
            for ref in item.data["papers"]:
                if not world.has("paper", ref):
                    findings.about(item, f"there is no paper {ref!r}")
            for ref in item.data["articles"]:
                if not is_there("article", ref, world):
                    findings.about(item, f"there is no article {ref!r}")

    def _check_form(self, item: Item, findings: Findings) -> None:
        data = item.data
        if data["form"] not in CoveragePage.Form.values:
            findings.about(item, f"form is {data['form']!r}; it must be event or briefing")
        if data["state"] not in CoveragePage.State.values:
            findings.about(item, f"state is {data['state']!r}; it must be open or closed")
        if not data["title"].get("en"):
            findings.about(item, "has no title in English")
        if data["state"] == "closed" and not data["closed"]:
            findings.about(item, "is closed and does not say when")
        if data["form"] == "event" and data["editions"]:
            findings.about(item, "is an event and has editions; only a briefing has them")
        if not data["opened"]:
            findings.about(item, "does not say when it opened")
        days = [edition["ref"] for edition in data["editions"]]
        for day in days:
            if not is_day(day):
                findings.about(item, f"has an edition {day!r}; an edition is named by its day, as 2026-11-22")
            if days.count(day) > 1:
                findings.about(item, f"has two editions {day!r}")

    def current(self) -> Mapping[str, Data]:
        held: dict[str, Data] = {}
        pages = CoveragePage.objects.exclude(ref="").select_related("locale").order_by("ref", "locale__language_code")
        for page in pages:
            language = page.locale.language_code
            data = held.get(page.ref) or held.setdefault(page.ref, self._shared(page))
            for name, words in (("title", page.title), ("summary", page.summary), ("digest", page.digest)):
                if words:
                    data[name][language] = words
        return held

    def _shared(self, page: CoveragePage) -> Data:
        """What is the same in every language, as the first page (English where there is one) has it."""
        return {
            "schema": SCHEMA,
            "ref": page.ref,
            "slug": page.slug,
            "form": page.form,
            "state": page.state,
            "title": {},
            "summary": {},
            "digest": {},
            "opened": page.opened,
            "closed": page.closed,
            "compiled": page.compiled.isoformat() if page.compiled else "",
            "topics": sorted(topic.id for topic in page.topics.all()),
            "articles": sorted({article.ref for article in page.articles.all()}),
            "papers": sorted(paper.ref for paper in page.papers.all()),
            "editions": self._editions(page),
        }

    def _editions(self, page: CoveragePage) -> list[Data]:
        rows = Edition.objects.filter(coverage_key=page.translation_key).order_by("date")
        return [{"ref": row.date.isoformat(), "title": row.title} for row in rows]

    def drafted(self) -> set[str]:
        pages = CoveragePage.objects.filter(Q(has_unpublished_changes=True) | Q(live=False))
        return set(pages.values_list("ref", flat=True))

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        twins = list(CoveragePage.objects.filter(ref=data["ref"]))
        for locale in Locale.objects.filter(language_code__in=list(data["title"])).order_by("language_code"):
            page = next((twin for twin in twins if twin.locale_id == locale.pk), None)
            new = page is None
            if page is None:
                page = CoveragePage(ref=data["ref"], locale=locale)
                if twins:
                    page.translation_key = twins[0].translation_key
            self._fill(page, data, locale.language_code)
            if new:
                CoverageIndexPage.objects.get(locale=locale).add_child(instance=page)
                twins.append(page)
            page.topics = list(Topic.objects.filter(id__in=data["topics"]))
            page.articles = self._articles(data["articles"])
            page.papers = list(Paper.objects.filter(ref__in=data["papers"]))
            page.save_revision(user=by).publish(user=by)
        key = twins[0].translation_key
        for edition in data["editions"]:
            Edition.objects.update_or_create(
                coverage_key=key, date=date.fromisoformat(edition["ref"]), defaults={"title": edition["title"]}
            )
        days = [edition["ref"] for edition in data["editions"]]
        Edition.objects.filter(coverage_key=key, posts__isnull=True).exclude(date__in=days).delete()

    def _articles(self, refs: list[str]) -> list[ArticlePage]:
        """One page for each article: the English one where there is one."""
        found: dict[str, ArticlePage] = {}
        for page in ArticlePage.objects.filter(ref__in=refs).order_by("ref", "locale__language_code"):
            found.setdefault(page.ref, page)
        return list(found.values())

    def _fill(self, page: CoveragePage, data: Data, language: str) -> None:
        page.slug, page.title = data["slug"], data["title"][language]
        page.draft_title = page.title
        page.form, page.state = data["form"], data["state"]
        page.summary, page.digest = data["summary"].get(language, ""), data["digest"].get(language, "")
        page.opened, page.closed = data["opened"], data["closed"]
        page.compiled = date.fromisoformat(data["compiled"]) if data["compiled"] else None

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for data in held.values():
            write_yaml(folder / "coverage" / data["slug"] / "coverage.yaml", data)
