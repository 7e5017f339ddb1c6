"""What stands in a text: sentences, words, names, dates, numbers, and which belongs to which."""
