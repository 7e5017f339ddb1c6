"""Collected static files: one hashed style sheet a page, fonts found from it, ES modules that follow the hashes."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "tayari.ui.storage.HashedStatic"}}
    # The admin's and the browser's other files are not ours to test, and take seconds.
    settings.STATICFILES_FINDERS = ["tests.ui.finder.Ours"]
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def url_path(root: Path, name: str) -> Path:
    return root / staticfiles_storage.url(name).removeprefix("/static/")


def test_the_bundle_is_one_file_with_the_table_of_layers_first(collected: Path) -> None:
    css = url_path(collected, "ui/css/ui.css").read_text(encoding="utf-8")

    assert "@import" not in css
    assert css.index("@layer reset, tokens, base, components, pages, print;") < css.index(".card {")
    assert css.count("{") == css.count("}")
    assert "/*" not in css


def test_fonts_are_found_from_the_bundle(collected: Path) -> None:
    bundle = url_path(collected, "ui/css/ui.css")

    addresses = re.findall(r'url\("?([^")]+woff2)"?\)', bundle.read_text(encoding="utf-8"))

    assert len(set(addresses)) == 7
    assert all((bundle.parent / address).resolve().is_file() for address in addresses)


def test_imports_of_modules_follow_the_hashes(collected: Path) -> None:
    page = url_path(collected, "ui/elements/page.js")

    imported = re.findall(r'import ?"([^"]+)"', page.read_text(encoding="utf-8"))

    assert len(imported) > 3
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) and (page.parent / name).is_file() for name in imported)


def test_what_every_page_loads_is_small(collected: Path) -> None:
    def compressed(*names: str) -> int:
        return sum(len(gzip.compress(url_path(collected, name).read_bytes())) for name in names)

    assert compressed("ui/css/ui.css") < 9_000
    assert (
        compressed(
            "ui/theme.js",
            "ui/elements/page.js",
            "ui/elements/theme-switch.js",
            "ui/elements/share-page.js",
            "ui/elements/card-carousel.js",
            "ui/models/row-position.js",
            "ui/elements/source-notes.js",
        )
        < 5_000
    )


def test_a_change_in_one_part_reaches_the_bundle_of_the_next_run(collected: Path) -> None:
    (collected / "ui" / "css" / "button.css").write_text(".changed-part { color: red; }\n", encoding="utf-8")

    call_command("collectstatic", interactive=False, verbosity=0)

    assert ".changed-part" in url_path(collected, "ui/css/ui.css").read_text(encoding="utf-8")


def test_before_anything_is_collected_names_are_plain(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "tayari.ui.storage.HashedStatic"}}

    assert staticfiles_storage.url("ui/css/ui.css") == "/static/ui/css/ui.css"
