"""What stands for words of a question where plain text loses something: an equation as MathML, a picture."""

from tayari.rules.figures.figure import PICTURE, Figure, NotAFigure, read
from tayari.rules.figures.places import pieces, told_in, used

__all__ = ["PICTURE", "Figure", "NotAFigure", "pieces", "read", "told_in", "used"]
