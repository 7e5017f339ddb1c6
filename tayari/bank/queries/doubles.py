"""Questions that ask the same as another, found by their marks among however many there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Any

from django.db.models import Count

from tayari.bank.models import Mark, Question
from tayari.rules import kinds
from tayari.rules.kinds.wording import LANGUAGES
from tayari.rules.questions import doubles

# Of those that share marks with a question, so many are compared with it word by word, the likeliest first.
_MOST = 60
_MOST_PAIRS = 400


@dataclass(frozen=True, slots=True)
class Double:
    """Another question that reads alike in a language, from ALIKE to 1."""

    ref: str
    pk: int
    state: str
    language: str
    alike: float

    @property
    def per_cent(self) -> int:
        return int(100 * self.alike)


@dataclass(frozen=True, slots=True)
class Pair:
    one: Question
    two: Question
    language: str
    alike: float

    @property
    def per_cent(self) -> int:
        return int(100 * self.alike)


def alike_to(content: Mapping[str, Any], *, but: int | None = None) -> list[Double]:
    """Those that ask the same as `content`, the likest first; `but` is its own row. Three queries."""
    try:
        asked = kinds.parse(content)
    except kinds.Refused:
        return []
    told = {code: doubles.told(asked, code) for code in LANGUAGES}
    shared: Counter[int] = Counter()
    for code, words in told.items():
        near = Mark.objects.filter(language=code, value__in=doubles.marks(words)).exclude(question=but)
        shared.update(dict(near.values_list("question").annotate(count=Count("pk")).order_by("-count")[:_MOST]))
    found = [
        double
        for other in Question.objects.filter(pk__in=[pk for pk, _ in shared.most_common(_MOST)])
        if (double := _double(told, other))
    ]
    return sorted(found, key=lambda one: (-one.alike, one.ref))


def _double(told: Mapping[str, doubles.Words], other: Question) -> Double | None:
    likest = max(_likenesses(told, other), default=(0.0, ""))
    if likest[0] < doubles.ALIKE:
        return None
    return Double(other.ref, other.pk, other.get_state_display(), likest[1], likest[0])


def _likenesses(told: Mapping[str, doubles.Words], other: Question) -> Iterable[tuple[float, str]]:
    theirs = _words(other)
    return ((doubles.same(words, theirs[code]), code) for code, words in told.items() if words and theirs.get(code))


def _words(question: Question) -> dict[str, doubles.Words]:
    try:
        asked = kinds.parse(question.content)
    except kinds.Refused:
        return {}
    return {code: doubles.told(asked, code) for code in LANGUAGES}


def pairs() -> list[Pair]:
    """Pairs in the whole bank that read alike, the likest first. Two queries, whatever the bank holds."""
    shared: Counter[tuple[int, int, str]] = Counter()
    rows = Mark.objects.order_by("language", "value", "question").values_list("language", "value", "question")
    for (language, _), group in groupby(rows.iterator(), key=lambda row: (row[0], row[1])):
        held = [question for _, _, question in group]
        shared.update((one, two, language) for one, two in combinations(held, 2))
    likely = shared.most_common(_MOST_PAIRS)
    wanted = {pk for (one, two, _), _ in likely for pk in (one, two)}
    questions = {one.pk: one for one in Question.objects.filter(pk__in=wanted)}
    words = {pk: _words(question) for pk, question in questions.items()}
    best: dict[tuple[int, int], Pair] = {}
    for (one, two, code), _ in likely:
        alike = doubles.same(words[one].get(code, ()), words[two].get(code, ()))
        if alike >= doubles.ALIKE and ((one, two) not in best or best[one, two].alike < alike):
            best[one, two] = Pair(questions[one], questions[two], code, alike)
    return sorted(best.values(), key=lambda pair: (-pair.alike, pair.one.ref))
