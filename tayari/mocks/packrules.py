"""What a paper in a pack may say beyond questions, clock and marks: sections, windows, what is shown when.

Each of these keys may be left out; what is as usual is never written.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from tayari.base.packing import Data
from tayari.base.packrows import Told
from tayari.mocks.models import Paper, PaperQuestion, PaperSection
from tayari.plain import lengths
from tayari.rules import marking
from tayari.rules.timing import GRACE_MS

_MOMENT = "%Y-%m-%d %H:%M"


def read(told: Told, questions: Sequence[str]) -> Data:
    """The keys that are there, canonical; what cannot be used is a finding."""
    window, shows, objections = told.mapping("window"), told.mapping("shows"), told.mapping("objections")
    data = {
        "leave_early": told.flag("leave_early"),
        "shuffle": _one_of(told, "shuffle", told.text("shuffle"), Paper.Shuffle.values),
        "late": _length(told, "late", told.text("late")),
        "qualifying": _share(told, told.text("qualifying")),
        "window": {
            name: _moment(told, f"window {name}", window[name]) for name in _named(told, window, "opens", "closes")
        },
        "shows": {
            name: _one_of(told, f"shows {name}", str(shows[name]), Paper.Release.values)
            for name in _named(told, shows, "score", "answers")
        },
        "objections": _objections(told, objections),
        "sealed": told.flag("sealed"),
        "sections": [_section(row) for row in told.rows("sections")],
        "own": _own(told, questions),
    }
    if data["shuffle"] == Paper.Shuffle.NONE:
        data["shuffle"] = ""
    if data["late"] == lengths.written(GRACE_MS):
        data["late"] = ""
    data["shows"] = {name: when for name, when in data["shows"].items() if when and when != Paper.Release.SUBMITTED}
    counted = sum(row.get("count", 0) for row in data["sections"])
    if data["sections"] and counted != len(questions):
        told.problem(f"its sections count {counted} questions and {len(questions)} are listed")
    return {name: value for name, value in data.items() if value}


def _named(told: Told, given: Mapping[str, Any], *known: str) -> list[str]:
    for name in sorted(set(given) - set(known)):
        told.problem(f"has {name!r}, which nothing reads; there are {' and '.join(known)}")
    return [name for name in known if name in given]


def _one_of(told: Told, field: str, given: str, known: Sequence[str]) -> str:
    if given and given not in known:
        told.problem(f"{field} is {given!r}; it must be {', '.join(known)}")
        return ""
    return given


def _length(told: Told, field: str, given: Any) -> str:
    if not given:
        return ""
    milliseconds = lengths.parse(given)
    if not milliseconds:
        told.problem(f"{field} is {given!r}; write a length such as 15 min or 19 s")
        return ""
    return lengths.written(milliseconds)


def _share(told: Told, given: str) -> str:
    try:
        fits = not given or 0 < marking.parse(given) < 1
    except marking.NotMarks:
        fits = False
    if not fits:
        told.problem(f"qualifying is {given!r}; write a share such as 33/100")
    return given if fits else ""


def _moment(told: Told, field: str, given: Any) -> str:
    try:
        return datetime.strptime(str(given), _MOMENT).strftime(_MOMENT)  # noqa: DTZ007 — the site's zone is put in later
    except ValueError:
        told.problem(f"{field} is {given!r}; write a moment such as 2026-12-06 09:30")
        return ""


def _objections(told: Told, given: Mapping[str, Any]) -> Data:
    data: Data = {}
    for name in _named(told, given, "until", "sources"):
        if name == "until":
            data[name] = _moment(told, "objections until", given[name])
        elif not isinstance(given[name], int) or isinstance(given[name], bool) or not 0 <= given[name] <= 20:
            told.problem(f"objections sources is {given[name]!r}; write a whole number")
        elif given[name] != 1:
            data[name] = given[name]
    return data


def exact(given: Mapping[str, Any]) -> dict[str, Any]:
    """A marking with every number as it is written; `options` has marks of its own by letter."""
    return {
        str(name): {str(letter): str(mark) for letter, mark in value.items()} if isinstance(value, dict) else str(value)
        for name, value in given.items()
    }


def _marks(told: Told, given: Mapping[str, Any]) -> dict[str, Any]:
    if not given:
        return {}
    marks = {"right": "0", "wrong": "0", "blank": "0", **exact(given)}
    try:
        marking.Marking.read(marks)
    except marking.NotMarks as problem:
        told.problem(str(problem))
        return {}
    return marks


def _section(told: Told) -> Data:
    clock = told.mapping("clock")
    data: Data = {
        "name": told.texts("name"),
        "count": told.number("count") or 0,
        "clock": {
            name: _length(told, f"clock {name}", clock[name]) for name in _named(told, clock, "section", "question")
        },
        "marking": _marks(told, told.mapping("marking")),
        "choose": told.number("choose"),
        "languages": told.refs("languages"),
        "qualifying": _share(told, told.text("qualifying")),
    }
    told.finish()
    if not data["name"].get("en"):
        told.problem("a section has no name in English")
    if data["choose"] and not 0 < data["choose"] <= data["count"]:
        told.problem(f"of a section's {data['count']} questions {data['choose']} are to be answered")
    return {name: value for name, value in data.items() if value}


def _own(told: Told, questions: Sequence[str]) -> Data:
    """Marks, time and counting of single questions."""
    data: Data = {}
    for ref, given in told.mapping("own").items():
        if ref not in questions or not isinstance(given, dict):
            told.problem(f"own has {ref!r}, which is not one of its questions with what it has of its own")
            continue
        names = _named(told, given, "marking", "clock", "counted")
        one = {
            "marking": _marks(told, given["marking"]) if "marking" in names else {},
            "clock": _length(told, f"clock of {ref}", given.get("clock")),
        }
        data[ref] = {name: value for name, value in one.items() if value}
        if given.get("counted") is False:
            data[ref]["counted"] = False
    return {ref: one for ref, one in sorted(data.items()) if one}


def of(paper: Paper) -> Data:
    """What a stored paper says of these, canonical."""
    places = sorted(paper.places.all(), key=lambda place: place.number)
    data: Data = {
        "leave_early": paper.leave_early,
        "shuffle": "" if paper.shuffle == Paper.Shuffle.NONE else paper.shuffle,
        "late": "" if paper.late_ms == GRACE_MS else lengths.written(paper.late_ms),
        "qualifying": paper.qualifying,
        "window": _moments(opens=paper.opens_at, closes=paper.closes_at),
        "shows": {
            name: when
            for name, when in (("score", paper.shows_score), ("answers", paper.shows_answers))
            if when != Paper.Release.SUBMITTED
        },
        "objections": _moments(until=paper.objections_until)
        | ({} if paper.objection_sources == 1 else {"sources": paper.objection_sources}),
        "sealed": paper.sealed,
        "sections": [_of_section(row, places) for row in sorted(paper.sections.all(), key=lambda row: row.number)],
        "own": {
            place.question.ref: one
            for place in sorted(places, key=lambda place: place.question.ref)
            if (one := _of_place(place))
        },
    }
    return {name: value for name, value in data.items() if value}


def _moments(**given: datetime | None) -> dict[str, Any]:
    zone = ZoneInfo(settings.TIME_ZONE)
    return {name: at.astimezone(zone).strftime(_MOMENT) for name, at in given.items() if at}


def _of_section(row: PaperSection, places: Sequence[PaperQuestion]) -> Data:
    clock = {"section": row.ms, "question": row.question_ms}
    data: Data = {
        "name": row.name,
        "count": sum(place.section_id == row.pk for place in places),
        "clock": {name: lengths.written(ms) for name, ms in clock.items() if ms},
        "marking": row.marking,
        "choose": row.choose,
        "languages": row.languages,
        "qualifying": row.qualifying,
    }
    return {name: value for name, value in data.items() if value}


def _of_place(place: PaperQuestion) -> Data:
    data: Data = {"marking": place.marking, "clock": lengths.written(place.ms) if place.ms else ""}
    return {name: value for name, value in data.items() if value} | ({} if place.counted else {"counted": False})


def columns(data: Data) -> dict[str, Any]:
    """The paper's columns."""
    window, shows, objections = data.get("window", {}), data.get("shows", {}), data.get("objections", {})
    return {
        "leave_early": data.get("leave_early", False),
        "shuffle": data.get("shuffle", Paper.Shuffle.NONE),
        "late_ms": lengths.parse(data["late"]) if "late" in data else GRACE_MS,
        "qualifying": data.get("qualifying", ""),
        "opens_at": _at(window.get("opens")),
        "closes_at": _at(window.get("closes")),
        "shows_score": shows.get("score", Paper.Release.SUBMITTED),
        "shows_answers": shows.get("answers", Paper.Release.SUBMITTED),
        "objections_until": _at(objections.get("until")),
        "objection_sources": objections.get("sources", 1),
        "sealed": data.get("sealed", False),
    }


def _at(text: str | None) -> datetime | None:
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime.strptime(text, _MOMENT).replace(tzinfo=zone) if text else None


def sections(paper: Paper, data: Data) -> list[PaperSection]:
    """Write the paper's sections; the section of each question in order, empty without sections."""
    rows = data.get("sections", [])
    made = PaperSection.objects.bulk_create(
        PaperSection(
            paper=paper,
            number=number,
            name=row["name"],
            ms=lengths.parse(row.get("clock", {}).get("section", "")),
            question_ms=lengths.parse(row.get("clock", {}).get("question", "")),
            marking=row.get("marking", {}),
            choose=row.get("choose"),
            languages=row.get("languages", []),
            qualifying=row.get("qualifying", ""),
        )
        for number, row in enumerate(rows, 1)
    )
    return [section for section, row in zip(made, rows, strict=True) for _ in range(row["count"])]


def own(data: Data, ref: str) -> dict[str, Any]:
    """The columns of a question's place in the paper."""
    one = data.get("own", {}).get(ref, {})
    return {
        "marking": one.get("marking", {}),
        "ms": lengths.parse(one.get("clock", "")),
        "counted": one.get("counted", True),
    }
