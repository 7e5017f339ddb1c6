"""Errors that say what to do, for people on a page and at the command line alike."""

from dataclasses import dataclass


class Unusable(Exception):
    """Input or surroundings that cannot be used; its message is one sentence that says what to do. Exit code 2."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong (or worth knowing) at a place in a file.

    `level` is "error" (nothing is loaded), "warning" or "advice". `line` is 1-based, 0 when there is none.
    """

    file: str
    line: int
    level: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.level}: {self.message}"
