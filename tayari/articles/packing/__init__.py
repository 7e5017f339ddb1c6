"""Articles and series in content packs."""

from tayari.articles.packing.articles import ArticlePart
from tayari.articles.packing.series import SeriesPart

PARTS = (ArticlePart, SeriesPart)

__all__ = ["PARTS"]
