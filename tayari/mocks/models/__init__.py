"""The rows of papers and sittings."""

from tayari.mocks.models.papers import Paper, PaperQuestion, PaperSection
from tayari.mocks.models.printings import Printing, PrintingKey, PrintingQuestion
from tayari.mocks.models.sittings import Sitting, SittingEvent

__all__ = [
    "Paper",
    "PaperQuestion",
    "PaperSection",
    "Printing",
    "PrintingKey",
    "PrintingQuestion",
    "Sitting",
    "SittingEvent",
]
