"""Content packs: read, check, load and export."""
