"""Pages of the question bank in Wagtail's admin."""
