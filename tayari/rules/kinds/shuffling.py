"""In which order a question's options may be shown, by a seed, without changing what any of them is."""

import random
import re

from tayari.rules.kinds.question import Question

_POINTS = re.compile(
    r"\b(?:above|below|preceding|following) options?\b"
    r"|\boptions? (?:\(?[a-f]\)?|above|below)(?!\w)"
    r"|\b[Bb]oth \(?[a-f]\)?(?= and)"
    r"|विकल्प \(?[a-fअ-ह]\)?(?=\s|$)"
    r"|(?:उपर्युक्त|ऊपर दिए गए) विकल्प"
)


def points_at_options(question: Question) -> bool:
    """Whether some option's words name other options by letter or place, so that moving them would lie."""
    return any(_POINTS.search(words) for option in question.options() for words in option.texts.values())


def options_may_move(question: Question) -> bool:
    """Standing options (only one, only two …; both, neither) keep their order, and so do those that name others."""
    return bool(question.options()) and not question.STANDING and not points_at_options(question)


def order(question: Question, seed: str) -> tuple[str, ...]:
    """Option ids in the order of `seed`; the printed order where they may not move. Ids keep their meaning."""
    ids = [option.id for option in question.options()]
    if options_may_move(question):
        random.Random(f"{seed}\x1f{question.head.ref}").shuffle(ids)  # noqa: S311 — an order, not a secret
    return tuple(ids)
