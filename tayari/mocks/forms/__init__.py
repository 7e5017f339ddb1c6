"""What editors fill in: a paper's rules, its sections and questions, a draw from the bank."""
