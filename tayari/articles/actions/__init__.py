"""Changes to articles and what readers leave with them."""
