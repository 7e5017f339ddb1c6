"""Changes to papers, printings and sittings."""
