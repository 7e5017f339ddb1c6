"""Series in packs: series/*.yaml, one page in each language that has a title."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.models import Locale

from tayari.articles.models import ArticlePage, SeriesIndexPage, SeriesMember, SeriesPage
from tayari.articles.packing.articles import is_day, is_there
from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told

SCHEMA = "tayari-series/1"


def paged(title: dict[str, str]) -> dict[str, str]:
    """Titles in the languages of this site: each becomes a page, and the others are left out."""
    return {code: words for code, words in title.items() if code in dict(settings.LANGUAGES)}


class SeriesPart(Part):
    """Ordered, dated collections of articles."""

    kind = "series"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "series/*.yaml", findings):
            told = Told(row, findings)
            if told.text("schema") != SCHEMA:
                told.problem(f"its schema must be {SCHEMA}, not {row.data.get('schema')!r}")
                continue
            members = [{"article": entry.text("article"), "date": entry.text("date")} for entry in told.rows("members")]
            title = paged(told.texts("title"))
            data: Data = {
                "schema": SCHEMA,
                "ref": told.text("ref"),
                "slug": told.text("slug") or told.text("ref"),
                "title": title,
                "summary": {code: words for code, words in told.texts("summary").items() if code in title},
                "year": told.number("year"),
                "members": sorted(members, key=lambda member: member["date"]),
            }
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        for item in items:
            if not item.data["title"].get("en"):
                findings.about(item, "has no title in English")
            seen = set()
            for member in item.data["members"]:
                if not is_there("article", member["article"], world):
                    findings.about(item, f"there is no article {member['article']!r}")
                if member["article"] in seen:
                    findings.about(item, f"{member['article']} stands in it twice")
                seen.add(member["article"])
                if not is_day(member["date"]):
                    findings.about(
                        item, f"{member['article']}: date is {member['date']!r}; write the day, as 2026-11-22"
                    )

    def current(self) -> Mapping[str, Data]:
        held: dict[str, Data] = {}
        pages = SeriesPage.objects.exclude(ref="").select_related("locale").order_by("ref", "locale__language_code")
        for page in pages:
            language = page.locale.language_code
            data = held.setdefault(
                page.ref,
                {"schema": SCHEMA, "ref": page.ref, "slug": page.slug, "title": {}, "summary": {}, "year": page.year},
            )
            data["title"][language] = page.title
            if page.summary:
                data["summary"][language] = page.summary
            if "members" not in data or language == "en":
                members = page.members.select_related("article").order_by("date", "sort_order")
                data["members"] = [{"article": row.article.ref, "date": row.date.isoformat()} for row in members]
        return held

    def drafted(self) -> set[str]:
        pages = SeriesPage.objects.filter(Q(has_unpublished_changes=True) | Q(live=False))
        return set(pages.values_list("ref", flat=True))

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        twins = list(SeriesPage.objects.filter(ref=data["ref"]))
        for locale in Locale.objects.filter(language_code__in=list(data["title"])).order_by("language_code"):
            page = next((twin for twin in twins if twin.locale_id == locale.pk), None)
            new = page is None
            if page is None:
                page = SeriesPage(ref=data["ref"], locale=locale)
                if twins:
                    page.translation_key = twins[0].translation_key
            page.slug, page.title = data["slug"], data["title"][locale.language_code]
            page.draft_title = page.title
            page.summary, page.year = data["summary"].get(locale.language_code, ""), data["year"]
            if new:
                SeriesIndexPage.objects.get(locale=locale).add_child(instance=page)
                twins.append(page)
            page.members = self._members(data, locale)
            page.save_revision(user=by).publish(user=by)

    def follow(self, data: Data, *, by: Any, now: datetime) -> bool:
        """An article of it may have come into a page's own language."""
        for page in SeriesPage.objects.filter(ref=data["ref"]).select_related("locale"):
            held = [row.article_id for row in page.members.order_by("date", "sort_order")]
            if held != [row.article_id for row in self._members(data, page.locale)]:
                self.apply(data, by=by, now=now)
                return True
        return False

    def _members(self, data: Data, locale: Locale) -> list[SeriesMember]:
        found = []
        for place, member in enumerate(data["members"]):
            twins = {twin.locale_id: twin for twin in ArticlePage.objects.filter(ref=member["article"])}
            article = twins.get(locale.pk) or next(iter(twins.values()), None)
            if article:
                found.append(SeriesMember(article=article, date=date.fromisoformat(member["date"]), sort_order=place))
        return found

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for data in held.values():
            write_yaml(folder / "series" / f"{data['slug']}.yaml", data)
