"""Every format in which questions come and go, by name: how it is read, how it is written, and how it is recognised."""

from collections.abc import Mapping
from pathlib import PurePath

from tayari.bank.formats import anki, moodle, packages, qti, word, workbook
from tayari.bank.formats.decoding import refuse_old
from tayari.bank.formats.format import Format, textual
from tayari.bank.formats.limits import check_size
from tayari.bank.formats.pictures import sound
from tayari.rules.interchange import Finding, Reading, Unreadable, own, separated
from tayari.rules.interchange.numbers import gaps

__all__ = ["FORMATS", "WITH_FACTS", "Format", "Untold", "detected", "read", "textual"]

_TABLE: tuple[Format, ...] = (
    Format("json", "JSON of Tayari", (".json",), textual(own.read, tidy=False), own.write, figures="all"),
    Format(
        "csv",
        "CSV",
        (".csv", ".tsv", ".tab"),
        textual(separated.read, tidy=False),
        separated.write,
        figures="equations",
    ),
    Format("xlsx", "Excel workbook", (".xlsx", ".xlsm"), workbook.read, workbook.write, figures="equations"),
    *moodle.FORMATS,
    *qti.FORMATS,
    anki.FORMAT,
    Format("docx", "Word (.docx)", (".docx",), word.read, word.write, figures="equations"),
)
# These carry claims and facts themselves; all others know only what is right.
WITH_FACTS = frozenset({"json", "csv", "xlsx"})
FORMATS: Mapping[str, Format] = {one.name: one for one in _TABLE}


class Untold(Unreadable):
    """Neither the ending of a file nor its first signs tell its format; somebody has to say it."""


def detected(data: bytes, *, name: str) -> Format:
    """The format of a file by its ending, and by its first signs where formats share one.

    Raises Untold, or Unreadable for what no format reads.
    """
    ending = PurePath(name).suffix.lower()
    fits = [one for one in FORMATS.values() if ending in one.suffixes and one.read]
    if len(fits) > 1:
        told = [one for one in fits if one.signs and one.signs(data)]
        fits = told or fits
    if len(fits) == 1:
        return fits[0]
    refuse_old(data, name)
    if packages.is_zip(data) and fits:
        # What is wrong with the archive is more to the point than what its ending leaves open.
        packages.files_of(data, name=name)
    choices = " or ".join(f"--format {one.name}" for one in fits or FORMATS.values() if one.read)
    raise Untold(f"{name} does not tell its format by its ending; say {choices}.")


def read(data: bytes, *, name: str, form: str = "") -> Reading:
    """The questions of a file in the format `form`, or in the one that its name tells. Raises Unreadable.

    What its printed numbers leave out is told of every format.
    """
    check_size(data, name=name)
    chosen = FORMATS[form] if form else detected(data, name=name)
    if chosen.read is None:
        raise Unreadable(f"{chosen.label} can be written, not read.")
    try:
        reading = sound(chosen.read(data, name=name))
    except Unreadable:
        raise
    except Exception as fault:
        # Whatever a file makes a reader stumble on, nobody gets a traceback for it.
        words = (
            f"{name} could not be read as {chosen.label} ({type(fault).__name__}); please report this with the file."
        )
        raise Unreadable(words) from fault
    told = (*_wrong_ending(chosen, name), *_nothing(reading, name), *reading.findings)
    known = {(one.rule, one.message) for one in told}
    missing = [one for one in gaps(reading.found) if (one.rule, one.message) not in known]
    return Reading(reading.found, (*told, *missing), reading.pictures)


def _nothing(reading: Reading, name: str) -> list[Finding]:
    words = "No question was found in the file; look whether its format is the right one."
    said = reading.found or any(one.level != "advice" for one in reading.findings)
    return [] if said else [Finding(name, "warning", "nothing-found", words)]


def _wrong_ending(chosen: Format, name: str) -> list[Finding]:
    ending = PurePath(name).suffix.lower()
    if not ending or ending in chosen.suffixes:
        return []
    usual = " or ".join(chosen.suffixes)
    return [Finding(name, "advice", "wrong-extension", f"{chosen.label} usually ends in {usual}, this in {ending}.")]
