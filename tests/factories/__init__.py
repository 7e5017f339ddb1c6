"""Rows for tests, made with as little as a test needs to say."""
