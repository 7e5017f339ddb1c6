"""What an examination's pattern says, whether it adds up, and how a paper departs from it."""

from tayari.rules.blueprints.deviations import Deviation, SetPaper, SetQuestion, SetSection, against
from tayari.rules.blueprints.pattern import Blueprint, NotABlueprint, Part, read
from tayari.rules.blueprints.sums import problems

__all__ = (
    "Blueprint",
    "Deviation",
    "NotABlueprint",
    "Part",
    "SetPaper",
    "SetQuestion",
    "SetSection",
    "against",
    "problems",
    "read",
)
