"""Changes that concern the whole site."""
