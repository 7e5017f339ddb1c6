"""Questions in a Word document, from its paragraphs and tables as pure blocks."""

from tayari.rules.interchange.word.blocks import Block, Cell, Paragraph, Row, Run, Table
from tayari.rules.interchange.word.reading import read

__all__ = ["Block", "Cell", "Paragraph", "Row", "Run", "Table", "read"]
