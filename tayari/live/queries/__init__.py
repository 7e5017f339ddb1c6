"""What the live pages show, as frozen dataclasses."""

from tayari.live.queries.cards import coverage_cards, open_first
from tayari.live.queries.coverage import CoverageView, coverage
from tayari.live.queries.days import DayPost, posts_of_day
from tayari.live.queries.posts import PostView

__all__ = ["CoverageView", "DayPost", "PostView", "coverage", "coverage_cards", "open_first", "posts_of_day"]
