"""How much of what is wrong the linter finds, how often it is wrong itself, and how long it takes."""
