"""A result as a table for a spreadsheet: a row a question, exact marks, nothing that a spreadsheet would run."""

import csv
import io

from tayari.mocks import plans
from tayari.mocks.kindnames import kind_words
from tayari.mocks.models import Sitting
from tayari.mocks.queries.graded import graded
from tayari.mocks.queries.rekeyed import letters
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.syllabus.models import Topic

COLUMNS = (
    "question",
    "section",
    "kind",
    "topics",
    "your answer",
    "key",
    "key is",
    "policy",
    "outcome",
    "mark",
    "mark numerator",
    "mark denominator",
    "seconds",
    "confidence",
)
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one that begins like it gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def csv_of(sitting: Sitting, language: str) -> str:
    """With a mark of byte order, so that Devanagari is read as it is. Three queries."""
    found = graded(sitting)
    names = Topic.objects.in_bulk(list(found.score.by_topic))
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for place in found.places:
        one, response = found.marked[place.number], found.state.of(place.number)
        topics = (in_language(names[topic].name, language) if topic in names else topic for topic in place.topics)
        borne = plans.letters(sitting, place.number)
        mark = found.marks(one.mark)
        texts = (
            kind_words(place.kind),
            "; ".join(topics),
            letters(response.options, borne),
            " / ".join(letters(key, borne) for key in place.keys),
            found.standings[place.number],
            place.policy,
            one.standing or one.outcome,
            quantities.exact(mark),
        )
        numbers = (mark.numerator, mark.denominator, round(response.spent_ms / 1000))
        row = (found.position[place.number], place.section, *map(safe, texts), *numbers, response.confidence or "")
        writer.writerow(row)
    return "\N{BYTE ORDER MARK}" + written.getvalue()
