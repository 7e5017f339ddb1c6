"""Contents of each kind for the tables of tests, as small as a kind allows."""

from typing import Any


def both(text: str) -> dict[str, str]:
    return {"en": text, "hi": f"हि {text}"}


def statement(ident: str, true: bool | None = True) -> dict[str, Any]:
    return {
        "id": ident,
        "text": both(f"Statement {ident}."),
        "true": true,
        "facts": ["f"],
        "why": both(f"Why {ident}."),
    }


def question(kind: str, **own: Any) -> dict[str, Any]:
    return {"ref": "q.x", "kind": kind, "stem": both("Consider:"), **own}


def single(*truths: bool, **own: Any) -> dict[str, Any]:
    options = [
        {**statement(letter, true), "text": both(f"Text {letter}")} for letter, true in zip("abcd", truths, strict=True)
    ]
    return question("single", options=options, **own)


def statements(kind: str, *truths: bool, **own: Any) -> dict[str, Any]:
    rows = [statement(f"s{number}", true) for number, true in enumerate(truths, start=1)]
    return question(kind, statements=rows, **own)


def pairs(*truths: bool) -> dict[str, Any]:
    rows = [
        {
            "id": f"p{number}",
            "left": both(f"Left {number}"),
            "right": both(f"Right {number}"),
            "true": true,
            "facts": ["f"],
            "why": both(f"Why p{number}."),
        }
        for number, true in enumerate(truths, start=1)
    ]
    return question("pairs-how-many", pairs=rows)


def reasoning(first: bool, second: bool, explains: bool) -> dict[str, Any]:
    return statements("reasoning", first, second, explains=explains, explains_why=both("Because."))


def chronology(*dates: str, choices: list[list[str]] | None = None) -> dict[str, Any]:
    items = [
        {
            "id": f"i{number}",
            "text": both(f"Thing {number}"),
            "date": day,
            "facts": ["f"],
            "why": both(f"Why i{number}."),
        }
        for number, day in enumerate(dates, start=1)
    ]
    orders = choices or [["i1", "i2", "i3"], ["i2", "i1", "i3"], ["i3", "i2", "i1"], ["i1", "i3", "i2"]]
    return question("chronology", items=items, choices=orders)


def match(**own: Any) -> dict[str, Any]:
    lists = {
        "left": [{"id": name, "text": both(f"Left {name}")} for name in "ABC"],
        "right": [{"id": name, "text": both(f"Right {name}")} for name in "123"],
    }
    codes = ("123", "213", "321", "132")
    given = {
        "lists": lists,
        "matches": {"A": "2", "B": "1", "C": "3"},
        "facts": ["f"],
        "why": both("Why."),
        "choices": [dict(zip("ABC", code, strict=True)) for code in codes],
        **own,
    }
    return question("match", **given)


CHOICES = [["s1", "s2"], ["s2", "s3"], ["s1", "s3"], ["s1", "s2", "s3"]]


def listed(*truths: bool) -> dict[str, Any]:
    rows = [{**statement(f"l{number}", true), "text": both(f"Thing {number}")} for number, true in enumerate(truths, 1)]
    return question("list-how-many", list=rows)


def pairs_combinations(*truths: bool) -> dict[str, Any]:
    choices = [["p1", "p2"], ["p2", "p3"], ["p1", "p3"], ["p1", "p2", "p3"]]
    return {**pairs(*truths), "kind": "pairs-combinations", "choices": choices}


def three(first: bool, second: bool, third: bool, explains: tuple[bool, bool]) -> dict[str, Any]:
    told = dict(zip(("II", "III"), explains, strict=True))
    return statements("reasoning-three", first, second, third, explains=told, explains_why=both("Because."))


def location(*degrees: str, direction: str = "north-to-south") -> dict[str, Any]:
    items = [
        {
            "id": f"i{number}",
            "text": both(f"Place {number}"),
            "degrees": at,
            "facts": ["f"],
            "why": both(f"Why {number}."),
        }
        for number, at in enumerate(degrees, start=1)
    ]
    choices = [["i1", "i2", "i3"], ["i2", "i1", "i3"], ["i3", "i2", "i1"], ["i1", "i3", "i2"]]
    return question("location", items=items, direction=direction, choices=choices)


def passage(*truths: bool, **own: Any) -> dict[str, Any]:
    told = {"ref": "p.rivers", "text": both("A river rises in the hills."), "read_back": ["hi"]}
    options = [
        {"id": letter, "text": both(f"Text {letter}"), "true": true, "why": both(f"Why {letter}.")}
        for letter, true in zip("abcd", truths, strict=True)
    ]
    return question("passage", passage=told, options=options, **own)


def data(operation: str, *values: str, rows: list[str] | None = None) -> dict[str, Any]:
    table = {
        "ref": "t.editions",
        "caption": both("Editions"),
        "columns": [{"id": "days", "text": both("Days"), "unit": "d"}, {"id": "people", "text": both("People")}],
        "rows": [
            {"id": "r1", "text": both("First"), "values": {"days": "2", "people": 30}},
            {"id": "r2", "text": both("Second"), "values": {"days": "3.5", "people": 10}},
            {"id": "r3", "text": both("Third"), "values": {"days": "1", "people": 20}},
        ],
    }
    options = [
        {"id": letter, "text": both(f"Text {letter}"), "value": value, "why": both(f"Why {letter}.")}
        for letter, value in zip("abcd", values, strict=True)
    ]
    compute = {"operation": operation, "column": "days", **({"rows": rows} if rows else {})}
    return question("data", table=table, compute=compute, options=options)


def several(*truths: bool) -> dict[str, Any]:
    options = [
        {**statement(letter, true), "text": both(f"Text {letter}")}
        for letter, true in zip("abcdef", truths, strict=False)
    ]
    return question("multi-select", options=options)


def numeric(value: str, tolerance: str = "0", **own: Any) -> dict[str, Any]:
    answer = {"value": value, "tolerance": tolerance, "unit": "km", "facts": ["f"], "why": both("Why.")}
    return question("numeric", answer={**answer, **own})


def true_false(true: bool) -> dict[str, Any]:
    return question("true-false", answer={"true": true, "facts": ["f"], "why": both("Why.")})


def short(*accepted: str) -> dict[str, Any]:
    return question("short-answer", answer={"accepted": list(accepted), "facts": ["f"], "why": both("Why.")})


def descriptive(**own: Any) -> dict[str, Any]:
    points = [{"id": "m1", "text": both("A point."), "facts": ["f"], "why": both("Why.")}]
    return question("descriptive", **{"directive": "examine", "marks": 10, "word_limit": 150, "points": points, **own})


def one_of_each() -> list[dict[str, Any]]:
    """A question of every kind that has its key."""
    found = [
        single(True, False, False, False),
        statements("two-statements", True, False),
        statements("combinations", True, True, False, choices=CHOICES),
        statements("how-many", True, True, False),
        listed(True, True, False),
        {**pairs(True, False, True), "kind": "pairs-how-many"},
        pairs_combinations(True, True, False),
        reasoning(True, True, False),
        three(True, True, False, (True, False)),
        chronology("2018-09-06", "2019", "2020-10"),
        location("28.61", "19.07", "13.08"),
        match(),
        passage(True, False, False, False),
        data("highest", "r1", "r2", "r3", "r9"),
        several(True, False, True, False),
        numeric("31", "0.5"),
        true_false(True),
        short("BECA", "Basic Exchange"),
        descriptive(),
    ]
    return [{"schema": "tayari-question/1", **one} for one in found]


def by_kind(kind: str) -> dict[str, Any]:
    return next(one for one in one_of_each() if one["kind"] == kind)
