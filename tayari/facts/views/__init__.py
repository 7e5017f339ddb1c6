"""Pages of the fact base: contradictions and what follows from a change, in Wagtail's admin; `/check/`."""
