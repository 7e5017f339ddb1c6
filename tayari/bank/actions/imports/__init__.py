"""Questions that are brought in a file: taken to be reviewed, kept as drafts, undone."""

from tayari.bank.actions.imports.afterwards import is_at_work, start
from tayari.bank.actions.imports.keeping import SLICE, keep
from tayari.bank.actions.imports.reviewing import change, decide
from tayari.bank.actions.imports.standing import NotNow
from tayari.bank.actions.imports.taking import take
from tayari.bank.actions.imports.undoing import Undone, undo

__all__ = ["SLICE", "NotNow", "Undone", "change", "decide", "is_at_work", "keep", "start", "take", "undo"]
