"""Screens of discovery."""
