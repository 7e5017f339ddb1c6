"""What is wrong with a page by itself, without any fact: each rule is a function with a stable name."""
