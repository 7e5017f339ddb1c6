"""Writing the audit record."""
