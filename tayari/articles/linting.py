"""Articles as the linter reads them: the Markdown of packs, from a page or from the draft that an editor has open."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from tayari.articles.actions.bindings import HOLDER
from tayari.articles.models import ArticlePage
from tayari.articles.packing import bodies
from tayari.articles.packing.streams import from_stream
from tayari.base.packfiles import dump_yaml
from tayari.facts.linting.published import Published
from tayari.facts.readers import markdown
from tayari.rules.lint.document import Document


def document(page: ArticlePage) -> Document:
    """The page as its pack's file would have it; lines are those of that Markdown."""
    front: dict[str, Any] = {
        "ref": page.ref or page.slug,
        "slug": page.slug,
        "title": page.title,
        "author": page.author,
        "published": page.published.isoformat() if page.published else "",
        "facts_as_of": page.facts_as_of.isoformat() if page.facts_as_of else "",
        "summary": page.summary,
    }
    text = f"---\n{dump_yaml(front)}---\n{bodies.write(bodies.canonical(from_stream(page.body)))}\n"
    return markdown.read(f"{page.slug}.{page.locale.language_code}.md", text, page.locale.language_code)


def holder_ref(page: ArticlePage) -> str:
    return f"{page.ref or page.slug}:{page.locale.language_code}"


def published() -> Iterator[Published]:
    """Every live article in each language."""
    for page in ArticlePage.objects.live().select_related("locale").order_by("slug", "locale_id").iterator(50):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Published(HOLDER, holder_ref(page), page.title, address, document(page))
