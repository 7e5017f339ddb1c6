"""The rows of papers and sittings."""

from tayari.mocks.models.accommodations import Accommodation
from tayari.mocks.models.objections import Objection, Rekeying
from tayari.mocks.models.papers import Paper, PaperQuestion, PaperSection
from tayari.mocks.models.printings import Printing, PrintingKey, PrintingQuestion
from tayari.mocks.models.rescores import Cohort, Rescore, RescoredSitting
from tayari.mocks.models.sittings import Extension, Sitting, SittingEvent

__all__ = [
    "Accommodation",
    "Cohort",
    "Extension",
    "Objection",
    "Paper",
    "PaperQuestion",
    "PaperSection",
    "Printing",
    "PrintingKey",
    "PrintingQuestion",
    "Rekeying",
    "Rescore",
    "RescoredSitting",
    "Sitting",
    "SittingEvent",
]
