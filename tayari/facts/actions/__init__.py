"""Changes to the fact base."""
