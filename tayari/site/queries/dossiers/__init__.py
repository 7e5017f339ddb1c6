"""Dossiers: their index, their page, and the same as data."""

from tayari.site.queries.dossiers.data import as_json, as_rows
from tayari.site.queries.dossiers.view import DossierView, dossier, dossier_cards, public_dossiers

__all__ = ["DossierView", "as_json", "as_rows", "dossier", "dossier_cards", "public_dossiers"]
