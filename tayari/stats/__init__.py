"""Statistics of sittings, with the formula and its source at each."""
