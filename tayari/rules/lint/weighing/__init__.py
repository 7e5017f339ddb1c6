"""A sentence as a whole: what all its words together speak for, where the order of words alone tells nothing."""
