"""Coverage and posts in content packs."""

from tayari.live.packing.coverage import CoveragePart
from tayari.live.packing.posts import PostPart

PARTS = (CoveragePart, PostPart)

__all__ = ["PARTS"]
