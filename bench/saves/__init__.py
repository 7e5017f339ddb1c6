"""Saved answers a second over HTTP, beside the same endpoint without rules, a bare database, and a plain ORM view."""
