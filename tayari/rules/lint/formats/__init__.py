"""What the linter found, for people, for programs and for code hosts."""
