"""The rows of the question bank."""

from tayari.bank.models.imports import ImportBatch, ImportedFile, ImportedPicture, ImportedQuestion
from tayari.bank.models.likeness import Mark, SavedSearch
from tayari.bank.models.questions import Question, QuestionTopic
from tayari.bank.models.reviews import ReviewTask
from tayari.bank.models.versions import KeyProposal, QuestionVersion, Unchangeable, VersionKey

__all__ = [
    "ImportBatch",
    "ImportedFile",
    "ImportedPicture",
    "ImportedQuestion",
    "KeyProposal",
    "Mark",
    "Question",
    "QuestionTopic",
    "QuestionVersion",
    "ReviewTask",
    "SavedSearch",
    "Unchangeable",
    "VersionKey",
]
