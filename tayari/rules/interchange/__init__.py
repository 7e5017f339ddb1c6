"""Questions in other people's formats: what a reader finds, and what a writer could not carry."""

from tayari.rules.interchange.reading import Confidence, Finding, Found, Level, Picture, Reading, Unreadable
from tayari.rules.interchange.writing import Written

__all__ = ["Confidence", "Finding", "Found", "Level", "Picture", "Reading", "Unreadable", "Written"]
