"""Streams to many readers, beside a bare writer."""
