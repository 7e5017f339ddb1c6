"""Entities, sources, facts and what is bound to them."""
