"""What was corrected about an entity: its facts, the articles on it, and whatever else had told one of the facts."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from tayari.articles.models import ArticlePage, Correction
from tayari.articles.pages import public
from tayari.articles.queries import public_articles
from tayari.bank.actions.questions import HOLDER as QUESTION
from tayari.facts.models import Consequence, Entity
from tayari.facts.queries.corrected import amended
from tayari.live.models import CoveragePage
from tayari.mocks.queries.released import released
from tayari.plain.texts import in_language, shown
from tayari.site.queries.corrections import Line

_MOST = 20
_ARTICLE, _POST, _COVERAGE = "articles.articlepage", "live.post", "live.coveragepage"
_Told = Iterable[Consequence]


def corrections_about(
    found: Entity, on_it: Collection[ArticlePage], language: str, *, now: datetime
) -> tuple[Line, ...]:
    """Newest first: of the facts themselves, of the articles `on_it`, and of whatever else rested on one of the facts.

    At most nine queries. A line of the page itself has no address.
    """
    lines = [Line(one.at, one.text, "", "", one.language) for one in amended(found, language, most=_MOST)]
    own = {page.pk: page for page in on_it}
    if own:
        rows = Correction.objects.filter(page__in=own)[:_MOST]
        lines += [_line(row.at, row.text, own[row.page_id], language) for row in rows]
    told: dict[str, list[Consequence]] = {}
    settled = Consequence.objects.filter(Q(fact__subject=found) | Q(fact__object_entity=found))
    settled = settled.filter(status=Consequence.Status.APPLIED).exclude(correction={})
    for consequence in settled.order_by("-settled_at")[:_MOST]:
        told.setdefault(consequence.holder_type, []).append(consequence)
    lines += _of_articles(told.get(_ARTICLE, []), own, language)
    lines += _of_coverage([*told.get(_POST, []), *told.get(_COVERAGE, [])], language)
    lines += _of_questions(told.get(QUESTION, []), language, now)
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:_MOST])


def _line(at: datetime | None, text: str, page: ArticlePage, language: str) -> Line:
    assert at is not None
    return Line(at, text, page.title, f"{page.url}#corrections", language)


def _key(ref: str) -> UUID | None:
    try:
        return UUID(ref)
    except ValueError:
        return None


def _named(refs: Iterable[str]) -> Q:
    """Pages by what their consequences call them: the pack ref, or the translation key where there is none."""
    held = [ref for ref in refs if ref]
    return Q(ref__in=held) | Q(translation_key__in=[key for ref in held if (key := _key(ref))])


def _of_articles(told: _Told, own: Collection[int], language: str) -> list[Line]:
    """Of articles that are not on the entity but told a fact about it: only what was said of that fact."""
    rows = {row.holder_ref: row for row in told if language in row.correction}
    pages = public_articles(language).filter(_named(rows)).exclude(pk__in=own) if rows else []
    by_ref = {ref: page for page in pages for ref in (page.ref, str(page.translation_key))}
    return [
        _line(row.settled_at, row.correction[language], by_ref[row.holder_ref], language)
        for row in told
        if row.holder_ref in by_ref and language in row.correction
    ]


def _of_coverage(told: _Told, language: str) -> list[Line]:
    """Of live pages; a post is named by the key of its coverage, a point and its number."""
    held = {row.pk: row.holder_ref.rpartition(".")[0] if row.holder_type == _POST else row.holder_ref for row in told}
    if not held:
        return []
    pages = public(CoveragePage.objects.all()).filter(_named(held.values()), locale__language_code=language)
    by_ref = {ref: page for page in pages.select_related("locale") for ref in (page.ref, str(page.translation_key))}
    lines = []
    for row in told:
        page, words = by_ref.get(held[row.pk]), shown(row.correction, language)
        if page and row.settled_at:
            lines.append(Line(row.settled_at, words.words, page.title, page.url, words.language))
    return lines


def _of_questions(told: _Told, language: str, now: datetime) -> list[Line]:
    """Only of questions that every paper using them has released: a correction tells what the key was."""
    papers = released({row.holder_ref for row in told}, now=now) if told else {}
    lines = []
    for row in told:
        paper, words = papers.get(row.holder_ref), shown(row.correction, language)
        if paper and row.settled_at:
            url = reverse("mock", args=[paper.slug])
            lines.append(Line(row.settled_at, words.words, in_language(paper.title, language), url, words.language))
    return lines
