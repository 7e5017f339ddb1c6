"""Search, related things, feeds, structured data and sitemaps."""
