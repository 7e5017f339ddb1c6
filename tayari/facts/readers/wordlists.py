"""The list of loaded words: the program's own, or a site's `loaded-words.tsv` in its place."""

from pathlib import Path

from tayari.base.problems import Unusable
from tayari.facts.readers.decoding import decoded
from tayari.plain.graphemes import nfc
from tayari.rules.lint.pages.page import LoadedWords

NAME = "loaded-words.tsv"
_OWN = Path(__file__).resolve().parent.parent / "data" / NAME


def loaded_words(folder: Path | None = None) -> LoadedWords:
    """The words by language, each with what to write instead. A folder's own list replaces the program's.

    Raises Unusable for a row that is no `language<TAB>words<TAB>instead`.
    """
    path = folder / NAME if folder and (folder / NAME).is_file() else _OWN
    found: dict[str, dict[str, str]] = {}
    for number, line in enumerate(nfc(decoded(str(path), path.read_bytes())).splitlines()[1:], start=2):
        language, _, rest = line.partition("\t")
        words, _, instead = rest.partition("\t")
        if not line.strip():
            continue
        if not language.strip() or not words.strip():
            raise Unusable(
                f"{path}:{number} should be a language, a tab and the words; a second tab and what is better."
            )
        found.setdefault(language.strip(), {})[words.strip().casefold()] = instead.strip()
    return found
