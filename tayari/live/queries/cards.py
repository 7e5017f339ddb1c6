"""Coverage pages as cards, and their state in words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext, ngettext, override

from tayari.articles import markdown
from tayari.articles.pages import public
from tayari.live.models import CoveragePage, Post
from tayari.plain.dates import PartialDate
from tayari.plain.graphemes import cut
from tayari.ui.shown import Card

_SUMMARY_LETTERS = 180


def open_first(language: str) -> QuerySet[CoveragePage]:
    """Published coverage of a language, open before closed, newest first, with `post_count`."""
    posts = Post.objects.public().filter(coverage_key=OuterRef("translation_key")).order_by()
    counted = posts.values("coverage_key").annotate(n=Count("pk")).values("n")
    pages = public(CoveragePage.objects.all()).filter(locale__language_code=language).select_related("locale")
    closed_last = Case(When(state=CoveragePage.State.OPEN, then=Value(0)), default=Value(1))
    return pages.annotate(
        post_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0), closed_last=closed_last
    ).order_by("closed_last", "-opened", "-pk")


def day_words(text: str, language: str) -> str:
    return PartialDate.parse(text).in_words(language) if text else ""


def state_words(page: Any, language: str) -> str:
    """`Live now`, `Closed on 10 November 2023`, or for a briefing that goes on `Briefing, open`."""
    with override(language):
        if page.state == CoveragePage.State.CLOSED:
            closed = day_words(page.closed, language)
            return gettext("Closed on %(day)s") % {"day": closed} if closed else gettext("Closed")
        if page.form == CoveragePage.Form.BRIEFING:
            return gettext("Recurring briefing")
        return gettext("Live now")


def coverage_cards(pages: Iterable[Any], language: str) -> tuple[Card, ...]:
    """Rows of `open_first` as cards; no further query."""
    with override(language):
        return tuple(
            Card(
                kind="live",
                label=state_words(page, language),
                title=page.title,
                url=page.url,
                meta=(
                    *([day_words(page.opened, language)] if page.opened else []),
                    ngettext("%(n)d post", "%(n)d posts", page.post_count) % {"n": page.post_count},
                ),
                text=cut(markdown.plain(page.summary), _SUMMARY_LETTERS),
                now=page.state == CoveragePage.State.OPEN and page.form == CoveragePage.Form.EVENT,
            )
            for page in pages
        )
