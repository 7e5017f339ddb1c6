"""Screens of the site."""
