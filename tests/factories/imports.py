"""What a reader of a file may give: questions as found, without a file or a format."""

from typing import Any

from tayari.bank.actions import imports
from tayari.bank.models import ImportBatch
from tayari.rules.interchange import Found, Reading
from tests.factories.questions import NOW


def content(number: int, key: str = "b", **change: Any) -> dict[str, Any]:
    """A single of four as a reader makes it: no facts, no reasons, and where `key` is empty no key."""
    options: list[dict[str, Any]] = [{"id": one, "text": {"en": f"Answer {one} of number {number}"}} for one in "abcd"]
    for option in options if key else ():
        option["true"] = option["id"] == key
    stem = f"Which river {'x' * number} is the {number}th on the list that the paper of {1900 + number} prints?"
    return {"kind": "single", "stem": {"en": stem}, "options": options, **change}


def found(number: int, key: str = "b", **change: Any) -> Found:
    return Found(
        where=f"line {number * 6}",
        source=f"{number}. Which river is <b>it</b>?",
        content=content(number, key, **change),
        number=str(number),
    )


def batch(*numbers: int, file_name: str = "Rivers, part 1.txt", **told: Any) -> ImportBatch:
    reading = Reading(tuple(found(number) for number in numbers))
    given: dict[str, Any] = {"reading": reading, "data": f"{file_name} {numbers}".encode(), "format": "aiken", **told}
    return imports.take(file_name=file_name, by=None, now=NOW, **given)
