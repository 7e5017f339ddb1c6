"""Tests of the law of importing pages."""
