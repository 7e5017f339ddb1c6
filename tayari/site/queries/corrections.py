"""Everything that was corrected, newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tayari.articles import markdown
from tayari.articles.pages import public
from tayari.articles.queries import corrections as of_articles
from tayari.bank.actions.questions import HOLDER as QUESTION
from tayari.facts.queries.corrected import corrections_of
from tayari.live.models import CoveragePage, Post
from tayari.mocks.queries.released import released
from tayari.plain.texts import in_language, shown

_MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One correction: when, where, and what it says."""

    at: datetime
    text: str
    title: str
    url: str
    language: str


def corrections(language: str, *, now: datetime) -> tuple[Line, ...]:
    """Of articles, of questions, and the posts of live pages that are corrections. Six queries."""
    lines = [Line(row.at, row.text, row.title, row.url, language) for row in of_articles(language, most=_MOST)]
    coverage = public(CoveragePage.objects.all()).filter(locale__language_code=language).select_related("locale")
    pages = {page.translation_key: page for page in coverage}
    posts = Post.objects.public().filter(kind=Post.Kind.CORRECTION, coverage_key__in=pages)
    for post in posts.order_by("-published_at")[:_MOST]:
        page, said = pages[post.coverage_key], shown(post.text, language)
        url = f"{page.url}#post-{post.number}"
        lines.append(Line(post.published_at, markdown.plain(said.words), page.title, url, said.language))
    lines += _of_questions(language, now)
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:_MOST])


def _of_questions(language: str, now: datetime) -> list[Line]:
    """Only of questions that every paper using them has released: a correction tells what the key was."""
    told = corrections_of(QUESTION, None, language, most=_MOST)
    papers = released(list(told), now=now)
    return [
        Line(one.at, one.text, in_language(paper.title, language), reverse("mock", args=[paper.slug]), one.language)
        for ref, paper in papers.items()
        for one in told[ref]
    ]
