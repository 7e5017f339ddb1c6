"""Posts in packs: coverage/<slug>/posts/<ref>.<lang>.md, Markdown with front matter."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tayari.articles.packing.articles import language_read
from tayari.base.packfiles import Row, read_markdown, read_yaml, write_markdown
from tayari.base.packing import Data, Findings, Item, Part, Waits, World
from tayari.base.packrows import Told
from tayari.facts.models import Source
from tayari.live.actions import packed
from tayari.live.actions.posts import WAITING
from tayari.live.models import CoveragePage, Edition, Post
from tayari.live.packing.words import check_date, check_words, is_moment, moment, one_form, written
from tayari.media.models import Picture
from tayari.syllabus.models import Topic

_FRONT = ("number", "place", "kind", "happened", "published", "edition", "author", "picture", "topics", "sources")


def _is_place(text: str) -> bool:
    try:
        return 0 < float(text) < WAITING
    except ValueError:
        return False


def _pictured(ref: str) -> Data:
    """Said only where there is one: other posts keep the form, and the digest, that they were loaded with."""
    return {"picture": ref} if ref else {}


def _picture(data: Data) -> Picture | None:
    if "picture" not in data:
        return None
    found = Picture.objects.filter(ref=data["picture"]).first()
    if found is None:
        raise Waits(f"its picture {data['picture']} is not stored")
    return found


class PostPart(Part):
    """Posts: one item a post with all its languages; its ref is `<coverage>/<post>`."""

    kind = "post"

    def __init__(self) -> None:
        self._begins: dict[tuple[str, str], tuple[str, int]] = {}

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        names = {row.file.split("/")[1]: row for row in read_yaml(folder, "coverage/*/coverage.yaml", Findings())}
        found: dict[str, Item] = {}
        for row in read_markdown(folder, "coverage/*/posts/*.md", findings):
            place, language = row.file.split("/")[1], row.file.removesuffix(".md").rsplit(".", 1)[-1]
            coverage = str(names[place].data.get("ref", "")) if place in names else ""
            if not coverage:
                findings.error(row.file, 1, f"there is no coverage/{place}/coverage.yaml for this post")
            elif language_read(row.file, language, findings):
                self._read_one(row, coverage, language, found, findings)
        return list(found.values())

    def _read_one(self, row: Row, coverage: str, language: str, found: dict[str, Item], findings: Findings) -> None:
        told = Told(row, findings)
        data, title = self._front(told), told.text("title")
        told.finish(also=("body", "body_line"))
        ref = f"{coverage}/{data['ref']}"
        if ref not in found:
            data |= {"coverage": coverage, "title": {}, "text": {}}
            found[ref] = Item(self.kind, ref, data, row.file, row.line)
        item = found[ref]
        if language in item.data["text"]:
            findings.error(row.file, row.line, f"{ref} stands twice in {language}; the first is in {item.file}")
            return
        for name in _FRONT:
            here, there = data.get(name, ""), item.data.get(name, "")
            if here != there:
                findings.error(row.file, row.line, f"{name} is {here!r}, and {there!r} in {item.file}")
        item.data["text"][language] = row.data["body"]
        self._begins[ref, language] = row.file, row.data["body_line"]
        if title:
            item.data["title"][language] = title

    def _front(self, told: Told) -> Data:
        return {
            "ref": told.text("ref"),
            "number": told.number("number") or 0,
            "place": told.text("place"),
            "kind": told.text("kind") or "update",
            "happened": told.text("happened"),
            "published": one_form(told.text("published")),
            "edition": told.text("edition"),
            "author": told.text("author"),
            "topics": sorted(set(told.refs("topics"))),
            "sources": sorted(set(told.refs("sources"))),
            **_pictured(told.text("picture")),
        }

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        topics = set(Topic.objects.values_list("id", flat=True))
        numbers: dict[tuple[str, int], str] = {
            (data["coverage"], data["number"]): ref for ref, data in self.current().items()
        }
        numbers |= {(item.data["coverage"], item.data["number"]): item.ref for item in reversed(list(items))}
        for item in items:
            place = (item.data["coverage"], item.data["number"])
            if place[1] < 1:
                findings.about(item, "needs a number, from 1")
            elif numbers[place] != item.ref:
                findings.about(item, f"has number {place[1]}, and so has {numbers[place]}")
            for topic in item.data["topics"]:
                if topic not in topics:
                    findings.about(item, f"there is no topic {topic!r} in the syllabus")
            self._check_post(item, world, findings)

    def _check_post(self, item: Item, world: World, findings: Findings) -> None:
        data = item.data
        if data["kind"] not in Post.Kind.values:
            findings.about(item, f"kind is {data['kind']!r}; it must be one of {', '.join(Post.Kind.values)}")
        if "T" not in data["happened"]:
            check_date(item, "happened", findings)
        elif not is_moment(data["happened"]) or len(data["happened"]) > 32:
            findings.about(item, f"happened is {data['happened']!r}; write a moment as 2023-11-10T10:30+05:30")
        if not is_moment(data["published"]):
            findings.about(item, f"published is {data['published']!r}; write a day or a moment, 2023-11-10T10:30+05:30")
        if not data["text"].get("en"):
            findings.about(item, "has no English text")
        self._check_refs(item, world, findings)
        for language, text in data["text"].items():
            file, line = self._begins[item.ref, language]
            check_words(replace(item, file=file), text, world, findings, line)
        self._check_edition(item, world, findings)

    def _check_refs(self, item: Item, world: World, findings: Findings) -> None:
        data = item.data
        if data["place"] and not _is_place(data["place"]):
            findings.about(item, f"place is {data['place']!r}; write a number between its neighbours', such as 2.5")
        if "picture" in data and not world.has("picture", data["picture"]):
            findings.about(item, f"there is no picture {data['picture']!r}")
        for ref in data["sources"]:
            if not world.has("source", ref):
                findings.about(item, f"there is no source {ref!r}")

    def _check_edition(self, item: Item, world: World, findings: Findings) -> None:
        coverage = world.items.get("coverage", {}).get(item.data["coverage"])
        days = [edition["ref"] for edition in coverage.data["editions"]] if coverage else []
        if coverage and item.data["edition"] and item.data["edition"] not in days:
            findings.about(item, f"its coverage has no edition {item.data['edition']!r}")

    def current(self) -> Mapping[str, Data]:
        names = {page.translation_key: page.ref for page in CoveragePage.objects.exclude(ref="")}
        rows = Post.objects.filter(deleted_at__isnull=True, coverage_key__in=names).select_related("edition", "picture")
        held = {}
        for row in rows.prefetch_related("topics", "sources").order_by("coverage_key", "number"):
            coverage = names[row.coverage_key]
            held[f"{coverage}/{row.ref}"] = {
                "coverage": coverage,
                "ref": row.ref,
                "title": row.title,
                "text": row.text,
                "number": row.number,
                "place": row.moved_to,
                "kind": row.kind,
                "happened": row.happened,
                "published": written(row.published_at),
                "edition": row.edition.date.isoformat() if row.edition else "",
                "author": row.author,
                "topics": sorted(topic.id for topic in row.topics.all()),
                "sources": sorted(source.ref for source in row.sources.all()),
                **_pictured((row.picture.ref or "") if row.picture else ""),
            }
        return held

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        key = CoveragePage.objects.filter(ref=data["coverage"]).values_list("translation_key", flat=True).first()
        if key is None:
            raise Waits(f"its coverage {data['coverage']} is not stored")
        edition = Edition.objects.filter(coverage_key=key, date=data["edition"]).first() if data["edition"] else None
        packed.put(
            coverage_key=key,
            ref=data["ref"],
            number=data["number"],
            values={
                "kind": data["kind"],
                "edition": edition,
                "title": data["title"],
                "text": data["text"],
                "happened": data["happened"],
                "published_at": moment(data["published"]),
                "author": data["author"],
                "picture": _picture(data),
                "place": float(data["place"]) if data["place"] else None,
            },
            topics=list(Topic.objects.filter(id__in=data["topics"])),
            sources=list(Source.objects.filter(ref__in=data["sources"])),
            by=by,
            now=now,
        )

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        slugs = {page.ref: page.slug for page in CoveragePage.objects.exclude(ref="")}
        for data in held.values():
            for language, text in data["text"].items():
                front = {"ref": data["ref"], **{name: data[name] for name in _FRONT if data.get(name)}}
                if data["title"].get(language):
                    front["title"] = data["title"][language]
                path = folder / "coverage" / slugs[data["coverage"]] / "posts" / f"{data['ref']}.{language}.md"
                write_markdown(path, front, text)
