"""Papers, printings, sittings and results."""
