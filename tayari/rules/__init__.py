"""Pure law of the product: it knows no Django, no clock and no database."""
