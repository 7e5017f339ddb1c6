"""What a text claims, held against facts: one module a sort of claim."""
