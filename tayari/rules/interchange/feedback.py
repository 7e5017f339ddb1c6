"""Feedback of other programs as the reasons of ours: said once, and nothing of it dropped."""

from collections.abc import Iterable

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.interchange.drafting import Notes


def together(told: Iterable[Texts]) -> dict[str, str]:
    """Texts one below the other."""
    whole: dict[str, str] = {}
    for said in told:
        for code, words in said.items():
            whole[code] = f"{whole[code]}\n{words}" if code in whole else words
    return whole


def reasons(told: Iterable[tuple[Texts, bool]]) -> tuple[Texts, tuple[str, ...]]:
    """Feedback on what is right as one reason, and feedback on other answers as notes for the editor."""
    right: list[Texts] = []
    others = []
    for said, is_right in told:
        if said and is_right and said not in right:
            right.append(said)
        elif said and not is_right:
            others.append(note("Feedback on other answers", said))
    return together(right), tuple(dict.fromkeys(others))


def note(name: str, told: Texts) -> str:
    return f"{name}: {' / '.join(dict.fromkeys(told.values()))}"


def both(wrong: Texts, right: Texts, notes: Notes) -> Texts:
    """The one reason of what is true or false."""
    distinct = [said for said in ([wrong, right] if right != wrong else [wrong]) if said]
    if len(distinct) > 1:
        notes.say("advice", "feedback-joined", "its feedback on right and on wrong answers became one reason")
    return together(distinct)


def literal(text: str, notes: Notes) -> str:
    """Accepted words with `\\*` as a star; empty for what has a star that stands for anything."""
    bare = text.replace("\\*", "")
    if "*" in bare:
        if bare != "*":
            notes.say("warning", "wildcard", f"“{cut(text, 60)}” has a star that stands for any words; it is left out")
        return ""
    return text.replace("\\*", "*")
