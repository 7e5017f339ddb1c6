"""Questions in rows and columns, as spreadsheets and CSV have them: one reading and one writing for both."""

from tayari.rules.interchange.columns.headers import Field
from tayari.rules.interchange.columns.reading import Cell, Row, Sheet, read
from tayari.rules.interchange.columns.writing import FILLED_BY_HAND, Table, table

__all__ = ["FILLED_BY_HAND", "Cell", "Field", "Row", "Sheet", "Table", "read", "table"]
