"""What the site's own pages show in the slots of articles."""

from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string

from tayari.articles.models import ArticlePage
from tayari.site.queries import dossiers


def article_dossiers(page: Any, language: str) -> str:
    """The dossiers about what the article is about; nothing at all when there are none. Two queries."""
    if not isinstance(page, ArticlePage):
        return ""
    entities = [entity.pk for entity in page.entities.all()]
    about = Q(subject__in=entities) | Q(members__entity__in=entities, members__list__in=("agreements", "commitments"))
    found = dossiers.public_dossiers().filter(about).distinct() if entities else ()
    cards = dossiers.dossier_cards(found, language)
    return render_to_string("site/parts/dossier_cards.html", {"cards": cards}) if cards else ""
