"""What every page shares: base templates, components, slots, tokens and styles."""
