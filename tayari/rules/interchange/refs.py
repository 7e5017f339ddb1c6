"""What other programs hang on a question: its name, tags and categories, as refs, topics and a note."""

import re
from collections.abc import Iterable, Sequence

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.words import one_line
from tayari.rules.kinds.reading import DIFFICULTIES

_REF = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
_DIFFICULTY = "difficulty:"


def ref_of(*names: str) -> str:
    """The first name that is a ref of ours (`q.beca`): lower case, in parts between dots."""
    return next((name for name in names if _REF.fullmatch(name)), "")


def begins(title: str, stem: Texts) -> bool:
    """Whether a title is only the beginning of the question, as programs make it."""
    begun = title.rstrip("….").strip()
    return bool(begun) and one_line(in_language(stem, "en")).startswith(begun)


def labels(
    title: str, ident: str, tags: Iterable[str], category: str
) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    """Ref, topics and difficulty where they are ours, and what else is said, for the editor's note."""
    ref = ref_of(ident, title)
    topics: list[str] = []
    others: list[str] = []
    difficulty = ""
    for tag in tags:
        level = tag.removeprefix(_DIFFICULTY)
        if tag.startswith(_DIFFICULTY) and level in DIFFICULTIES:
            difficulty = level
        else:
            (topics if ref_of(tag) else others).append(tag)
    told = (("Title", title if title != ref else ""), ("Number", ident if ident != ref else ""))
    rest = (("Category", category), ("Tags", ", ".join(others)))
    return ref, tuple(topics), difficulty, tuple(f"{name}: {words}" for name, words in (*told, *rest) if words)


def title_of(asked: Asked) -> str:
    """How other programs list it: by its ref, else by how it begins."""
    return asked.ref or cut(one_line(in_language(asked.stem, "en")), 60)


def tags_of(asked: Asked) -> Sequence[str]:
    """Tags that `labels` reads back."""
    return [*asked.topics, *([_DIFFICULTY + asked.difficulty] if asked.difficulty else [])]
