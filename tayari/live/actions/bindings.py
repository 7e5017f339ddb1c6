"""Keeps the fact base told of what posts and coverage pages rest on."""

from typing import Any

from tayari.articles import markdown
from tayari.facts.actions import bindings, consequences
from tayari.live.models import Post

POST, COVERAGE = "live.post", "live.coveragepage"


def rewrite_post(post: Post) -> None:
    """Bind a post, in each of its languages, to the facts it cites; a post taken down rests on none."""
    for language, text in post.text.items():
        cited = [] if post.deleted_at else markdown.citations(text)
        uses = [bindings.Use(ref, f"post-{post.number}", words) for ref, words in cited]
        bindings.rewrite(POST, _name(post), language, uses)


def renumber_post(post: Post, number: int) -> None:
    """Before a post takes another number, by which its bindings and what is still to be done about it name it.

    Its bindings are forgotten: it is bound anew when it is saved.
    """
    for language in post.text:
        bindings.rewrite(POST, _name(post), language, ())
    consequences.rename_holder(POST, _name(post), f"{post.coverage_key}.{number}")


def _name(post: Post) -> str:
    return f"{post.coverage_key}.{post.number}"


def rewrite_coverage(page: Any) -> None:
    """Bind a coverage's summary and digest."""
    placed = [("summary", page.summary), ("digest", page.digest)]
    uses = [bindings.Use(ref, place, words) for place, text in placed for ref, words in markdown.citations(text)]
    bindings.rewrite(COVERAGE, page.ref or str(page.translation_key), page.locale.language_code, uses)
