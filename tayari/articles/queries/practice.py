"""The papers of an article or a coverage as cards, each link with words of its own."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tayari.delivery import press
from tayari.mocks.models import Paper
from tayari.mocks.queries import covers
from tayari.ui.shown import Card


def practice(page: Any, language: str, *, now: datetime) -> tuple[Card, ...]:
    """Those of `page.papers` that anyone may sit at `now`."""
    press.until(None)  # each paper says when it comes out
    return paper_cards([paper for paper in page.papers.all() if paper.is_out(now)], language)


def paper_cards(papers: Iterable[Paper], language: str) -> tuple[Card, ...]:
    """Covers of papers as cards: "Start: India–US 2+2", never three times "Start"."""
    papers = list(papers)
    if not papers:
        return ()
    return tuple(
        Card(
            kind="mock",
            label=cover.subject,
            title=cover.name,
            url=cover.url,
            meta=cover.parts,
            link=cover.start,
        )
        for cover in covers(papers, language)
    )
