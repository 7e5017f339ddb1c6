"""Coverage pages and their numbered posts."""
