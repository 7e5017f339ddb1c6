"""The reports of several files in one order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tayari.rules.lint.findings import Coverage, Finding, Report


@dataclass(frozen=True, slots=True)
class Result:
    """A file's name as it was given, and what was found in it."""

    file: str
    report: Report


def told(results: Iterable[Result]) -> Iterator[tuple[str, Finding]]:
    """Every finding with its file."""
    return ((result.file, finding) for result in results for finding in result.report.findings)


def total(results: Iterable[Result]) -> Coverage:
    return sum((result.report.coverage for result in results), Coverage())


def fails(results: Sequence[Result], *, strict: bool) -> bool:
    """Whether there is an error or a warning; with `strict` also when there is advice only."""
    return any(strict or finding.level != "advice" for _, finding in told(results))


def joined(results: Iterable[Result]) -> list[Result]:
    """One result for each file, where a file held several documents."""
    files: dict[str, list[Report]] = {}
    for result in results:
        files.setdefault(result.file, []).append(result.report)
    return [Result(file, _joined(reports)) for file, reports in files.items()]


def _joined(reports: Sequence[Report]) -> Report:
    found = sorted((one for report in reports for one in report.findings), key=lambda one: (one.line, one.column))
    return Report(tuple(found), sum((report.coverage for report in reports), Coverage()))


def address(file: str) -> str:
    """A file's name with slashes, as addresses have it."""
    return PurePath(file).as_posix()
