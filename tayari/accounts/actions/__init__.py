"""Changes to persons."""
