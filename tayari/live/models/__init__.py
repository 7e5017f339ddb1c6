"""Coverage pages and their posts."""

from tayari.live.models.coverage import CoverageIndexPage, CoveragePage, Edition
from tayari.live.models.drafts import Draft
from tayari.live.models.posts import Post, PostEvent, Stream

__all__ = ["CoverageIndexPage", "CoveragePage", "Draft", "Edition", "Post", "PostEvent", "Stream"]
