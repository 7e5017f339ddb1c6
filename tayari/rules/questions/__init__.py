"""What is weak in a question or in a paper though nothing forbids it."""
