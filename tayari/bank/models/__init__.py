"""The rows of the question bank."""

from tayari.bank.models.questions import Question, QuestionVersion, VersionKey

__all__ = ["Question", "QuestionVersion", "VersionKey"]
