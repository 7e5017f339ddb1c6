"""Empty files that show which columns there are, to be filled in with questions."""

from collections.abc import Callable, Mapping

from tayari.bank.formats.workbook import writing
from tayari.rules.interchange import columns, separated

TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "xlsx": writing.template,
    "csv": lambda: separated.as_bytes([columns.table([], usual=columns.FILLED_BY_HAND).head]),
}
