"""Finds questions that ask the same among many: a few marks of each are enough to meet everything that is alike.

Prefix filtering: order all word pairs by one fixed order. Two sets whose Jaccard coefficient is at least t have one in
common among the first (1 - t)·n + 1 of each, n being the set's size; so only those need an index.
S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity joins in data cleaning", ICDE 2006.
"""

import hashlib
from math import ceil

from tayari.plain.folding import words as folded_words
from tayari.rules.kinds.question import Question
from tayari.rules.questions.likeness import likeness, shingles

# What reads alike from here on is shown to the editor.
ALIKE = 0.7
# The words that papers repeat say little: pairs of them come last in the order, so that they are seldom marks.
_STOCK = frozenset(
    folded_words(
        "consider the following statements with reference to which of is are correct how many above a an and as at by "
        "for from has have in it its on or that their this was were who will given pairs "
        "निम्नलिखित कथनों पर विचार कीजिए के संदर्भ में से कौन सा सही है हैं का की को और या था थी थे यह वह एक ने पर युग्मों"
    )
)
Words = tuple[str, ...]


def told(question: Question, language: str) -> Words:
    """The words by which a question is compared, in `language`: stem, items and lists; empty where it has none.

    A passage or a table that questions share, and options that every question of the kind has, do not count.
    """
    if language not in question.head.stem:
        return ()
    said = [question.head.stem[language], *(item.text.get(language, "") for item in question.items())]
    lists = question.figure().get("lists", {})
    said += [row["text"].get(language, "") for rows in lists.values() for row in rows]
    return tuple(folded_words(" ".join(said)))


def _place(pair: tuple[str, ...]) -> tuple[bool, int]:
    digest = hashlib.blake2b("\x1f".join(pair).encode(), digest_size=8).digest()
    # A signed column of 64 bits holds it.
    return all(word in _STOCK for word in pair), int.from_bytes(digest, signed=True)


def marks(words: Words, alike: float = ALIKE) -> tuple[int, ...]:
    """The numbers of the first word pairs in the order: two texts at least `alike` share one of theirs."""
    ordered = sorted(_place(pair) for pair in shingles(words))
    wanted = len(ordered) - ceil(alike * len(ordered)) + 1 if ordered else 0
    return tuple(number for _, number in ordered[:wanted])


def same(one: Words, two: Words) -> float:
    """How alike two texts are, from 0 to 1; 1 only when they read the same after folding."""
    if one == two and one:
        return 1.0
    return min(likeness(one, two), 0.999)
