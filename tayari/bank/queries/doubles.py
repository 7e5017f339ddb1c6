"""Questions that ask the same as another, found by their marks among however many there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched, combinations, groupby
from typing import Any

from django.db.models import Count

from tayari.bank.models import Mark, Question
from tayari.rules.questions import doubles, unfinished

# Of those that share marks with a question, so many are compared with it word by word, the likeliest first.
_MOST = 60
_MOST_PAIRS = 400
# So many likely ones are compared with each question of a file, which brings hundreds.
_NEAREST = 10
# A database takes only so many parameters.
_NAMED = 500


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
    told = unfinished.read(content).words
    shared: Counter[int] = Counter()
    for code, words in told.items():
        near = Mark.objects.filter(language=code, value__in=doubles.marks(words)).exclude(question=but)
        shared.update(dict(near.values_list("question").annotate(count=Count("pk")).order_by("-count")[:_MOST]))
    found = [
        double
        for other in Question.objects.filter(pk__in=[pk for pk, _ in shared.most_common(_MOST)])
        if (double := _double(told, other, _words(other)))
    ]
    return sorted(found, key=lambda one: (-one.alike, one.ref))


def _double(told: Mapping[str, doubles.Words], other: Question, theirs: Mapping[str, doubles.Words]) -> Double | None:
    likest = max(_likenesses(told, theirs), default=(0.0, ""))
    if likest[0] < doubles.ALIKE:
        return None
    return Double(other.ref, other.pk, other.get_state_display(), likest[1], likest[0])


def _likenesses(told: Mapping[str, doubles.Words], theirs: Mapping[str, doubles.Words]) -> Iterable[tuple[float, str]]:
    return ((doubles.same(words, theirs[code]), code) for code, words in told.items() if words and theirs.get(code))


def _words(question: Question) -> Mapping[str, doubles.Words]:
    return unfinished.read(question.content).words


def likest(contents: Sequence[Mapping[str, Any]]) -> list[Double | None]:
    """For each of `contents` the question of the bank that asks most nearly the same. Few queries, however many."""
    told = [unfinished.read(content).words for content in contents]
    wanted = [{(code, mark) for code, words in one.items() for mark in doubles.marks(words)} for one in told]
    holders = _holders(set().union(*wanted))
    near = [
        [pk for pk, _ in Counter(pk for mark in marks for pk in holders.get(mark, ())).most_common(_NEAREST)]
        for marks in wanted
    ]
    questions = _by_pk({pk for pks in near for pk in pks})
    theirs = {pk: _words(question) for pk, question in questions.items()}
    found = []
    for words, pks in zip(told, near, strict=True):
        each = [double for pk in pks if pk in questions and (double := _double(words, questions[pk], theirs[pk]))]
        found.append(min(each, key=lambda one: (-one.alike, one.ref), default=None))
    return found


def _holders(marks: set[tuple[str, int]]) -> dict[tuple[str, int], list[int]]:
    """The questions that have each mark."""
    holders: dict[tuple[str, int], list[int]] = {}
    for values in batched(sorted({value for _, value in marks}), _NAMED):
        for code, value, pk in Mark.objects.filter(value__in=values).values_list("language", "value", "question"):
            if (code, value) in marks:
                holders.setdefault((code, value), []).append(pk)
    return holders


def _by_pk(pks: set[int]) -> dict[int, Question]:
    return {one.pk: one for some in batched(sorted(pks), _NAMED) for one in Question.objects.filter(pk__in=some)}


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
