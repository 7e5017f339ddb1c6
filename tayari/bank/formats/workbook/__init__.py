"""Workbooks (.xlsx): questions in rows, whatever a spreadsheet did to their cells."""

from tayari.bank.formats.workbook.reading import read
from tayari.bank.formats.workbook.writing import write

__all__ = ["read", "write"]
