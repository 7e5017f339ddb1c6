"""Articles in packs: articles/<slug>.<lang>.md."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from wagtail.models import Locale

from tayari.articles import links, markdown
from tayari.articles.models import ArticleIndexPage, ArticlePage, Correction
from tayari.articles.packing import bodies
from tayari.articles.packing.streams import from_stream, to_stream
from tayari.base.packfiles import Row, read_markdown, write_markdown
from tayari.base.packing import Data, Findings, Item, Part, Waits, World
from tayari.base.packrows import Told
from tayari.facts.models import Entity, Fact
from tayari.media.models import Picture
from tayari.mocks.models import Paper
from tayari.plain.graphemes import cut
from tayari.syllabus.models import Topic

_WORDS = ("slug", "subject", "title", "author", "summary")
_DATES = ("published", "facts_as_of")


_NAMES = re.compile(r"[\w.-]+")


def language_read(file: str, language: str, findings: Findings) -> bool:
    """Whether the site has the language that a file's name ends with; if not, why it is left out is a finding."""
    if language in dict(settings.LANGUAGES):
        return True
    if re.fullmatch(r"[a-z]{2,3}", language):
        findings.warning(file, 0, f"is left out: this site has no language {language}")
    else:
        findings.error(file, 0, "the name should end in its language, as .en.md or .hi.md")
    return False


def is_there(scheme: str, ref: str, world: World) -> bool:
    """Whether a link can lead to this thing; an article counts in any language."""
    if scheme == "article":
        return any(world.has("article", f"{ref}:{code}") for code, _ in settings.LANGUAGES)
    return world.has(scheme, ref)


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def _day(moment: datetime) -> str:
    return moment.astimezone(_zone()).date().isoformat()


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class ArticlePart(Part):
    """One item an article and language; its ref is `a.2plus2:en`."""

    kind = "article"

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_markdown(folder, "articles/*.md", findings):
            language = Path(row.file).name.removesuffix(".md").rsplit(".", 1)[-1]
            if not language_read(row.file, language, findings):
                continue
            try:
                parts = bodies.parse(row.data["body"])
            except bodies.BodyRefused as refusal:
                findings.error(row.file, row.data["body_line"] + refusal.line, str(refusal))
                continue
            told = Told(row, findings)
            data = self._canonical(told, language, parts)
            told.finish(also=("body", "body_line"))
            self._note_lines(row)
            items.append(Item(self.kind, f"{data['ref']}:{language}", data, row.file, row.line))
        return items

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], int] = {}

    def _note_lines(self, row: Row) -> None:
        """Where each thing is first named, so that a finding about it can say the line."""
        for number, line in enumerate(row.data["body"].split("\n")):
            for ref in (*bodies.cited(line), *(name for _, name in links.named(line)), *_NAMES.findall(line)):
                self._lines.setdefault((row.file, ref), row.data["body_line"] + number)

    def _line(self, item: Item, ref: str) -> int:
        return self._lines.get((item.file, ref), item.line)

    def _canonical(self, told: Told, language: str, parts: list[dict[str, Any]]) -> Data:
        topics = told.refs("topics")
        corrections = [{"at": entry.text("at"), "text": entry.text("text")} for entry in told.rows("corrections")]
        return {
            "ref": told.text("ref"),
            "language": language,
            **{name: told.text(name) for name in (*_WORDS, *_DATES)},
            "topics": topics[:1] + sorted(topics[1:]),
            "papers": sorted(told.refs("papers")),
            "entities": sorted(told.refs("entities")),
            "picture": told.text("picture"),
            "parts": parts,
            "corrections": sorted(corrections, key=lambda entry: (entry["at"], entry["text"])),
        }

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        for item in items:
            self._check_front(item, findings)
            for topic in item.data["topics"]:
                if topic not in topics:
                    findings.about(item, f"there is no topic {topic!r} in the syllabus")
            self._check_refs(item, world, findings)
            for language in world.languages:
                if item.data["language"] == "en" and not world.has(self.kind, f"{item.data['ref']}:{language}"):
                    findings.about(item, f"has no {language}", level="warning")

    def _check_front(self, item: Item, findings: Findings) -> None:
        for name in _WORDS:
            if not item.data[name]:
                findings.about(item, f"has no {name}")
        for name in _DATES:
            if not is_day(item.data[name]):
                findings.about(item, f"{name} is {item.data[name]!r}; write the day, as 2026-11-22")
        for entry in item.data["corrections"]:
            if not is_day(entry["at"]) or not entry["text"]:
                findings.about(item, "a correction needs its day (at: 2026-11-22) and its text")

    def _check_refs(self, item: Item, world: World, findings: Findings) -> None:
        parts = item.data["parts"]
        texts = [item.data["summary"], *bodies.texts(parts)]
        cited = [ref for text in texts for ref in bodies.cited(text)]
        for ref in dict.fromkeys([*cited, *bodies.used(parts, "facts")]):
            line = self._line(item, ref)
            if not world.has("fact", ref):
                findings.error(item.file, line, f"there is no fact {ref!r}")
            elif self._status(ref, world) not in {Fact.Status.VERIFIED, ""}:
                findings.warning(item.file, line, f"cites {ref}, which is not verified; the page will say so")
        for scheme, ref in sorted({link for text in texts for link in links.named(text)}):
            if not is_there(scheme, ref, world):
                findings.error(item.file, self._line(item, ref), f"there is no {scheme} {ref!r} to link to")
        wanted = [
            ("entity", [*item.data["entities"], *bodies.used(parts, "entities"), *bodies.used(parts, "about")]),
            ("picture", [ref for ref in [item.data["picture"], *bodies.used(parts, "ref")] if ref]),
            ("source", bodies.used(parts, "source")),
            ("paper", item.data["papers"]),
        ]
        for kind, refs in wanted:
            for ref in dict.fromkeys(refs):
                if not world.has(kind, ref):
                    findings.error(item.file, self._line(item, ref), f"there is no {kind} {ref!r}")

    def _status(self, ref: str, world: World) -> str:
        if item := world.items.get("fact", {}).get(ref):
            return str(item.data["status"])
        return Fact.objects.filter(ref=ref).values_list("status", flat=True).first() or ""

    def _pages(self) -> Iterable[ArticlePage]:
        return (
            ArticlePage.objects.exclude(ref="")
            .select_related("locale", "picture")
            .prefetch_related("corrections")
            .order_by("ref", "locale__language_code")
        )

    def current(self) -> Mapping[str, Data]:
        return {f"{page.ref}:{page.locale.language_code}": self._data_of(page) for page in self._pages()}

    def drafted(self) -> set[str]:
        pages = ArticlePage.objects.exclude(ref="").filter(Q(has_unpublished_changes=True) | Q(live=False))
        return {f"{ref}:{code}" for ref, code in pages.values_list("ref", "locale__language_code")}

    def _data_of(self, page: ArticlePage) -> Data:
        primary = [page.primary_topic_id] if page.primary_topic_id else []
        others = sorted(topic.id for topic in page.topics.all() if topic.id not in primary)
        return {
            "ref": page.ref,
            "language": page.locale.language_code,
            "slug": page.slug,
            "subject": page.subject_line,
            "title": page.title,
            "author": page.author,
            "summary": page.summary,
            "published": page.published.isoformat(),
            "facts_as_of": page.facts_as_of.isoformat(),
            "topics": primary + others,
            "papers": sorted(paper.ref for paper in page.papers.all()),
            "entities": sorted(entity.ref for entity in page.entities.all()),
            "picture": page.picture.ref or "" if page.picture else "",
            "parts": bodies.canonical(from_stream(page.body)),
            "corrections": sorted(
                ({"at": _day(row.at), "text": row.text} for row in page.corrections.all()),
                key=lambda entry: (entry["at"], entry["text"]),
            ),
        }

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        locale = Locale.objects.get(language_code=data["language"])
        twins = list(ArticlePage.objects.filter(ref=data["ref"]))
        page = next((twin for twin in twins if twin.locale_id == locale.pk), None)
        new = page is None
        if page is None:
            page = ArticlePage(ref=data["ref"], locale=locale)
            if twins:
                page.translation_key = twins[0].translation_key
        page.slug, page.title, page.draft_title = data["slug"], data["title"], data["title"]
        page.subject_line, page.author, page.summary = data["subject"], data["author"], data["summary"]
        page.search_description = cut(" ".join(markdown.plain(data["summary"]).split()), 300)
        page.published = date.fromisoformat(data["published"])
        page.facts_as_of = date.fromisoformat(data["facts_as_of"])
        page.picture = Picture.objects.filter(ref=data["picture"]).first() if data["picture"] else None
        pictures = {ref for ref in [data["picture"], *bodies.used(data["parts"], "ref")] if ref}
        if lost := pictures - set(Picture.objects.filter(ref__in=pictures).values_list("ref", flat=True)):
            raise Waits(f"its picture {min(lost)} is not stored")
        page.body = to_stream(data["parts"])
        page.primary_topic = Topic.objects.filter(id__in=data["topics"][:1]).first()
        if new:
            ArticleIndexPage.objects.get(locale=locale).add_child(instance=page)
        page.topics = list(Topic.objects.filter(id__in=data["topics"]))
        page.entities = list(Entity.objects.filter(ref__in=data["entities"]))
        page.papers = list(Paper.objects.filter(ref__in=data["papers"]))
        page.corrections = [
            Correction(at=datetime.combine(date.fromisoformat(row["at"]), time(6), _zone()), text=row["text"])
            for row in data["corrections"]
        ]
        page.save_revision(user=by).publish(user=by)

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        for data in held.values():
            front = {key: value for key, value in data.items() if key not in {"language", "parts"} and value}
            path = folder / "articles" / f"{data['slug']}.{data['language']}.md"
            write_markdown(path, front, bodies.write(data["parts"]))
