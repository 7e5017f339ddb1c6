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
