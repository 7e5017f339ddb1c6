"""Pages of the fact base in Wagtail's admin: contradictions, what a change affects, what is to be checked."""
