"""Persons, guests and members, and how they sign in."""
