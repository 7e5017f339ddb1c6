"""What the room asks a browser to fetch: every module that its script imports, and all of it light."""

import gzip
import re
from pathlib import Path

from django.template.loader import render_to_string

STATIC = Path(__file__).resolve().parents[2] / "tayari"
ROOM = STATIC / "mocks" / "static" / "mocks"
MOST_BYTES = 60_000


def imports(file: Path) -> set[Path]:
    """The modules that `file` imports, and what they import."""
    named = re.findall(r'(?:from|import) "(\.[^"]+)"', file.read_text(encoding="utf-8"))
    found = {(file.parent / one).resolve() for one in named}
    return found.union(*(imports(one) for one in found))


def test_every_module_of_the_room_is_asked_for_at_once() -> None:
    asked = set(re.findall(r'href="/static/mocks/([^"]+)"', render_to_string("mocks/parts/modules.html")))

    assert asked == {str(one.relative_to(ROOM)) for one in imports(ROOM / "elements" / "exam-room.js")}


def test_script_and_style_of_the_room_weigh_less_than_60_kilobytes_compressed() -> None:
    """Each file alone, as it travels; with the style and the script that every page of the site has."""
    files = [ROOM / "elements" / "exam-room.js", *imports(ROOM / "elements" / "exam-room.js")]
    files += [ROOM / "css" / "room.css", ROOM / "css" / "answer.css", ROOM / "css" / "question.css"]
    shared = STATIC / "ui" / "static" / "ui"
    files += [*shared.glob("css/*.css"), *shared.glob("elements/*.js"), *shared.glob("*.js")]

    weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)

    assert 10_000 < weight < MOST_BYTES
