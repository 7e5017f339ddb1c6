"""Screens that compose several apps: home, topics, days."""
