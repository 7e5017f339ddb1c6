"""Tests of the live app."""
