"""Whether two contents are the same question, and the ref of one that came without."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from tayari.plain.slugs import slug
from tayari.rules.kinds.reading import REF

# What is said about a question and is not asked by it: two that differ only here are one.
_ABOUT = frozenset(
    {"schema", "ref", "source", "licence", "provenance", "note", "topics", "difficulty", "exam", "pattern"}
)
_LONGEST = 100


def identity(content: Mapping[str, Any]) -> str:
    """The same for the same question, whatever its ref and source; words in NFC are the caller's part."""
    asked = {str(name): value for name, value in content.items() if name not in _ABOUT and value not in (None, "", [])}
    written = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def passage_ref(text: Mapping[str, str]) -> str:
    """The same for the same words, so that the questions of a passage stay together whenever they come."""
    written = json.dumps(dict(text), ensure_ascii=False, sort_keys=True)
    return f"passage.{hashlib.sha256(written.encode()).hexdigest()[:12]}"


def is_ref(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and bool(REF.fullmatch(value))


def refs(file_name: str, number: str, mark: str) -> tuple[str, ...]:
    """Refs for a question of a file, the first to be taken that nothing else has; the last is surely free.

    They hang on the file's name, the number that it prints and the content's `identity` alone.
    """
    stem = file_name.rsplit(".", 1)[0] if "." in file_name else file_name
    name = _plain(slug(stem, 60)) or "file"
    place = _plain(slug(number, 20))
    begun = f"import.{name}.{place}-" if place else f"import.{name}."
    return tuple(f"{begun}{mark[:length]}" for length in (8, 16, 64))


def _plain(words: str) -> str:
    """Lower-case Latin letters and digits; letters of other scripts, which a ref has not, fall away."""
    return "-".join(part for part in re.split(r"[^a-z0-9]+", words) if part)
