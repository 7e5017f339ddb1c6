"""The linter: claims found in prose, judged against facts, and what is wrong with a page by itself."""
