"""Posts of live pages as the linter reads them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.urls import reverse

from tayari.base.packfiles import dump_yaml
from tayari.facts.linting.published import Published
from tayari.facts.readers import markdown
from tayari.facts.readers.places import simple
from tayari.live.actions.bindings import POST
from tayari.live.models import CoveragePage, Post
from tayari.media.models import Picture
from tayari.plain.texts import in_language
from tayari.rules.lint.document import Document, Kind


def published() -> Iterator[Published]:
    """Every post that is on a public live page, in each language."""
    pages = {page.translation_key: page.pk for page in CoveragePage.objects.live().order_by("-locale__language_code")}
    posts = Post.objects.public().filter(coverage_key__in=pages).select_related("picture").prefetch_related("sources")
    for post in posts.order_by("coverage_key", "number").iterator(50):
        address = reverse("wagtailadmin_pages:edit", args=[pages[post.coverage_key]])
        for language, words in post.text.items():
            front = {
                "ref": post.ref,
                "title": post.title.get(language, ""),
                "happened": post.happened,
                "published": post.published_at.date().isoformat(),
                "sources": sorted(source.ref for source in post.sources.all()),
            }
            title = in_language(post.title, language) or post.ref
            told = document(front, words, language, post.picture)
            yield Published(POST, f"{post.ref}:{language}", title, address, told)


def document(front: Mapping[str, Any], words: str, language: str, picture: Picture | None = None) -> Document:
    """A post in one language as its pack's file would have it, then the words of its picture; `front` has its ref."""
    text = f"---\n{dump_yaml({name: value for name, value in front.items() if value})}---\n{words}\n"
    read = markdown.read(f"{front['ref']}.{language}.md", text, language)
    said = [told.get(language, "") for told in (picture.alt, picture.caption)] if picture else []
    lines = enumerate((one for one in said if one), text.count("\n") + 1)
    blocks = [simple(Kind.CAPTION, one, line, 1, language=language) for line, one in lines]
    return replace(read, blocks=(*read.blocks, *(block for block in blocks if block)))
