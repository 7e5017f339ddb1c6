"""C9: an event later than the page that is its source."""

from collections.abc import Iterator

from tayari.rules.contradictions.found import Contradiction, Way, counted, label, name
from tayari.rules.contradictions.moments import read, surely_before
from tayari.rules.lint.base import FactBase

# What takes effect or lapses on a later day is rightly told before it.
_HAPPENED = {"happened", "begun", "announced"}


def after_its_page(base: FactBase) -> Iterator[Contradiction]:
    """C9: every dated source of the fact was published before the day on which it says that something happened.

    One later source is enough: an announcement may stand beside the report that it came true.
    """
    for fact in counted(base):
        predicate = base.predicates[fact.predicate]
        if predicate.role not in _HAPPENED or predicate.object_kind != "date":
            continue
        day = read(fact.value)
        dates = [read(text) for text in fact.published]
        if day and dates and all(date and surely_before(date, day) for date in dates):
            latest = max(date for date in dates if date)
            yield Contradiction(
                "C9",
                (fact.ref,),
                f"{name(base, fact.subject)}, {label(base, fact)} {day}: its latest source is of {latest}, and no page "
                "can report what has not happened.",
                "Correct the day, or add a source that was published after it.",
                level="warning",
                ways=(Way("retire", fact.ref),),
            )
