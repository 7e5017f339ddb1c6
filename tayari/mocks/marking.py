"""Marks a sitting: its stored responses against the printing's keys as they stand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max

from tayari.base.keeping import Kept
from tayari.mocks import plans
from tayari.mocks.models import Printing, PrintingKey, PrintingQuestion, Rescore, Sitting
from tayari.rules import scoring
from tayari.rules.keys import Place
from tayari.rules.rescoring import Scheme
from tayari.rules.scoring import Choice, Score


def newest(question: PrintingQuestion) -> PrintingKey:
    """The key that holds, from rows that are loaded already where they are."""
    return max(question.keys.all(), key=lambda key: (key.at, key.pk))


def place(row: PrintingQuestion, key: Any) -> Place:
    """A printed question as it is marked under `key` (a PrintingKey or a Rekeying)."""
    content = row.version.content
    return Place(
        number=row.number,
        key=tuple(key.key),
        right=row.right,
        wrong=row.wrong,
        blank=row.blank,
        topics=tuple(content.get("topics") or ()),
        kind=content["kind"],
        policy=key.policy,
        also=tuple(tuple(one) for one in key.also),
        partial=row.partial,
        weights=row.weights,
        section=row.section,
        counted=row.counted,
    )


def choices(printing: Printing) -> dict[int, Choice]:
    """The sections of which some answers count."""
    told = printing.scoring.get("choose", {})
    return {int(number): Choice(one["most"], one.get("which", "first")) for number, one in told.items()}


def questions(printing: Printing) -> list[PrintingQuestion]:
    """The printing's questions in order, with their versions and keys. Two queries."""
    return list(printing.questions.select_related("version").prefetch_related("keys").order_by("number"))


def scheme(
    printing: Printing, keys: Mapping[int, Any] | None = None, rows: Iterable[PrintingQuestion] | None = None
) -> Scheme:
    """How the printing is marked now; `keys` by number stand in for those that hold. Two queries, none with `rows`."""
    instead = keys or {}
    known = questions(printing) if rows is None else rows
    places = tuple(place(row, instead.get(row.number) or newest(row)) for row in known)
    return Scheme(places, printing.denominator, choices(printing))


_schemes = Kept[tuple[int, str, int | None], Scheme](64)


def standing(printing: Printing) -> Scheme:
    """As `scheme`, read once for the keys that stand: many close at one moment. One small query; keys only come."""
    newest = PrintingKey.objects.filter(question__printing=printing.pk).aggregate(pk=Max("pk"))["pk"]
    return _schemes.get((printing.pk, printing.body_hash, newest), lambda: scheme(printing))


forget = _schemes.forget


def chosen(sitting: Sitting) -> dict[int, tuple[str, ...]]:
    return {number: response.options for number, response in plans.state(sitting).responses.items()}


def score_of(sitting: Sitting, how: Scheme | None = None) -> Score:
    """The sitting's score from its responses, exact. What a practice leaves out is not rescaled for."""
    how = how or scheme(sitting.printing)
    only = sitting.numbers
    if not only and sitting.mode == Sitting.Mode.TIMED:
        return how.of(chosen(sitting))
    wanted = set(only or (place.number for place in how.places))
    places = [place for place in how.places if place.number in wanted]
    return scoring.score(places, chosen(sitting), how.denominator, rescale=False)


def settle(sitting: Sitting) -> None:
    """Write down what the sitting scores as it closes, and under which keys."""
    how = standing(sitting.printing)
    score = score_of(sitting, how)
    timed = sitting.mode == Sitting.Mode.TIMED
    sitting.scored_under = current(sitting.printing)
    sitting.score = how.whole(score.earned) if timed else score.total.earned


def current(printing: Printing) -> Rescore | None:
    """The rescore whose scores hold: the last that was applied."""
    return printing.rescores.filter(state=Rescore.State.APPLIED).order_by("-number").first()


def places_of(sitting: Sitting) -> list[Place]:
    """The sitting's questions under the keys that hold. Two queries."""
    wanted = set(plans.numbers(sitting.printing, sitting.numbers))
    return [place for place in scheme(sitting.printing).places if place.number in wanted]


def missed(sitting: Sitting) -> list[int]:
    return list(scoring.missed(score_of(sitting).marked))


def frozen(sections: Iterable[Any], qualifying: str, blank_limit: str = "") -> dict[str, Any]:
    """What a printing keeps for its sum, from the paper's sections; empty for a paper that needs nothing."""
    told: dict[str, Any] = {}
    rows = list(sections)
    if choose := {str(one.number): {"most": one.choose} for one in rows if one.choose}:
        told["choose"] = choose
    if rows:
        told["sections"] = {str(one.number): {"name": one.name, "qualifying": one.qualifying} for one in rows}
    told |= {"qualifying": qualifying} if qualifying else {}
    return told | ({"blank_limit": blank_limit} if blank_limit else {})
