"""Questions, their immutable versions and derived keys."""
