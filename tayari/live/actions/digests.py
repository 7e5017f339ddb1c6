"""An article begun from a coverage: its key events in order, as a draft that an editor writes on."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from tayari.articles.models import ArticleIndexPage, ArticlePage
from tayari.audit.actions import entries
from tayari.live.models import CoveragePage, Post
from tayari.live.queries.posts import KEY_KINDS, happened_words, key_order, moment_words
from tayari.plain.texts import in_language


class NothingToTell(ValueError):
    """The coverage has no key event in its language."""


@transaction.atomic
def begin(page: CoveragePage, *, by: Any, now: datetime) -> ArticlePage:
    """A draft in the coverage's language, which nobody sees before it is published. Raises NothingToTell."""
    language = page.locale.language_code
    posts = [post for post in _key_events(page) if post.text.get(language)]
    if not posts:
        raise NothingToTell("No key event or breaking post has words in this language yet.")
    today = timezone.localdate(now)
    with override(language):
        body = [_part("key-facts", gettext("Key events"), *(_told(post, language) for post in posts))]
        if page.digest:
            body.append(_part("significance", gettext("What it came to"), page.digest))
    article = ArticlePage(
        title=page.title,
        subject_line=gettext("Live coverage"),
        author=by.get_username(),
        published=today,
        facts_as_of=today,
        summary=page.summary or posts[-1].title.get(language, "") or posts[-1].text[language],
        locale=page.locale,
        live=False,
    )
    article.body = ArticlePage.body.field.stream_block.to_python(body)  # type: ignore[attr-defined]
    ArticleIndexPage.objects.get(locale=page.locale).add_child(instance=article)
    article.topics = list(page.topics.all())
    article.papers = list(page.papers.all())
    article.save_revision(user=by)
    entries.record("coverage.digest", article, by=by, now=now, coverage=str(page.translation_key))
    return article


def _key_events(page: CoveragePage) -> list[Post]:
    """As the rail has them."""
    return sorted(Post.objects.public().filter(coverage_key=page.translation_key, kind__in=KEY_KINDS), key=key_order)


def _told(post: Post, language: str) -> str:
    when = happened_words(post.happened, language) or moment_words(post.published_at, language)
    title = in_language(post.title, language)
    head = f"**{when}: {title}**" if title else f"**{when}**"
    return f"{head}\n\n{post.text[language]}"


def _part(kind: str, title: str, *texts: str) -> dict[str, Any]:
    content = [{"type": "text", "value": words} for words in texts]
    return {"type": "part", "value": {"part": kind, "title": title, "content": content}}
