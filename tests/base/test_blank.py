"""A new site starts with what all migrations end in, without running them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.utils import ConnectionHandler

from tayari.base import blank, clock, database
from tayari.delivery.press import watching


@pytest.fixture
def empty(tmp_path: Path, django_db_blocker: Any) -> Iterator[Any]:
    """Django's connection goes to a SQLite file of its own that has no table yet."""
    settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "site.sqlite3"}
    before = connections["default"]
    made = connections["default"] = ConnectionHandler({"default": settings})["default"]
    try:
        with django_db_blocker.unblock():
            yield made
    finally:
        made.close()
        connections["default"] = before


def test_it_is_made_of_the_migrations_and_models_that_there_are() -> None:
    told = blank.FILE.read_text(encoding="utf-8").splitlines()[0]

    assert told == f"-- Made of {blank.made_of()} by bin/blank.", "run bin/blank and commit what it wrote"


def test_laid_out_nothing_is_left_to_migrate(empty: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on a site that serves: a new database is no change that other processes are told of, by a row in it.
    monkeypatch.setattr(watching.telling, "on", True)
    assert blank.fits()

    blank.lay(now=clock.now())

    assert database.version().current
    assert blank.written(empty.settings_dict["NAME"]) == blank.FILE.read_text(encoding="utf-8")
    with empty.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT translation_key), min(length(translation_key)) FROM wagtailcore_page")
        assert cursor.fetchone() == (2, 32)


def test_a_database_that_has_a_table_is_migrated(empty: Any) -> None:
    with empty.cursor() as cursor:
        cursor.execute("CREATE TABLE django_migrations (id integer)")

    assert not blank.fits()


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        pytest.param(lambda told: told[:-1], True, id="what it lacks is migrated after it"),
        pytest.param(lambda told: [*told, told[-1].replace("'0", "'9")], False, id="made by a newer package"),
    ],
)
def test_it_counts_for_code_that_knows_its_migrations(
    empty: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: Any, fits: bool
) -> None:
    told = [
        line for line in blank.FILE.read_text(encoding="utf-8").splitlines() if '"django_migrations" VALUES' in line
    ]
    monkeypatch.setattr(blank, "FILE", tmp_path / "blank.sql")
    blank.FILE.write_text("\n".join(lines(told)), encoding="utf-8")

    assert blank.fits() is fits


def test_a_failure_leaves_nothing(empty: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blank, "FILE", tmp_path / "blank.sql")
    blank.FILE.write_text("CREATE TABLE one (id integer);\nCREATE TABLE one (id integer);\n", encoding="utf-8")

    with pytest.raises(Exception, match="already exists"):
        blank.lay(now=clock.now())

    assert empty.introspection.table_names() == []
