"""Template tags of the exam room."""
