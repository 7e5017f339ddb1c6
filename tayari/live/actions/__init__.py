"""Changes to the posts of a coverage."""
