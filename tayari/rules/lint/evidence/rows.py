"""A row of names with a date beside each: “GSOMIA in 2002, LEMOA in 2016, COMCASA in 2018 and BECA in 2020”."""

import re
from collections.abc import Iterator

from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.wrong import wrong_date
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.weighing.days import day_of, is_day_of
from tayari.rules.lint.weighing.scene import Scene

_BESIDE = re.compile(r"\s*(?:in|on|\(|,|:|–|—|-)?\s*")
_LEAST = 3  # names with a date


def dated_rows(focus: Focus) -> Iterator[Claim]:
    """The date that is wrong, where those of all others are the days on which each of them began."""
    scene = focus.scene
    row = [(name, when) for name in scene.things if (when := _beside(scene, name)) is not None]
    if len(row) < _LEAST or len({name.refs[0] for name, _ in row}) != len(row):
        return
    wrong = []
    for name, when in row:
        begun = [fact for fact in focus.index.facts(name.refs[0], "begun") if day_of(fact.value)]
        if not begun:
            return
        if not any(is_day_of(fact, when) for fact in begun):
            wrong.append((name, when, begun[0]))
    if len(wrong) == 1:
        name, when, fact = wrong[0]
        dated = focus.index.dated(name.refs[0])
        if scene.is_free(when.start) and not any(is_day_of(one, when) for one in dated):
            yield wrong_date(scene, name, when, fact, strong=False)


def _beside(scene: Scene, name: Mention) -> DateFound | None:
    text = scene.sentence.text
    after = [one for one in scene.sentence.dates if one.year and one.start >= name.end]
    return after[0] if after and _BESIDE.fullmatch(text, name.end, after[0].start) else None
