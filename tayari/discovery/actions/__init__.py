"""Changes to what search finds."""
