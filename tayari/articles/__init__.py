"""Articles and series: typed pages bound to facts."""
