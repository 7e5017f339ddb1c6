"""What Tayari costs, measured anew on each machine."""
