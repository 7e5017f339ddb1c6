"""The linter at work on the site: its facts, what was dismissed, and everything that is published."""
