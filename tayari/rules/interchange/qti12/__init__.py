"""QTI 1.2 in, as Canvas and Blackboard export it."""

from tayari.rules.interchange.qti12.reading import Source, read

__all__ = ["Source", "read"]
