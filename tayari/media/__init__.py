"""Pictures and documents, with the texts that accessibility and credit need."""
