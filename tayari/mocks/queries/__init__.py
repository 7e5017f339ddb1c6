"""What the pages of mocks need, as frozen values from a bounded number of queries."""

from tayari.mocks.queries.covers import Cover, cover, covers

__all__ = ["Cover", "cover", "covers"]
