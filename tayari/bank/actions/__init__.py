"""Changes to the question bank."""
