"""A pack loaded beside a site that serves: whole or not at all, nobody waits, an editor's change meanwhile stays."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from tayari.base import database
from tayari.delivery.press import watching
from tayari.delivery.press.versions import versions
from tayari.packs import actions, aside

from .support import change, errors


@pytest.fixture
def file(db: None, tmp_path: Path) -> Iterator[Path]:
    """A site in a SQLite file of its own, which this thread's connection goes to; the tests' own waits for the end."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one writer; elsewhere a load is a transaction like others")
    tests = connections["default"]
    copy = database.copy(Path(tests.settings_dict["NAME"]), tmp_path / "site.sqlite3")
    own = connections.create_connection("default")
    own.settings_dict = {**tests.settings_dict, "NAME": str(copy)}
    connections["default"] = own
    yield copy
    own.close()
    connections["default"] = tests


@pytest.fixture
def load(file: Path, site_content: None, now: datetime) -> Callable[..., Any]:
    def run(folder: Path, **options: Any) -> Any:
        return aside.load(folder, by=None, now=now, **options)

    return run


@pytest.fixture
def site_content(file: Path, tmp_path: Path, settings: Any) -> None:
    from .conftest import fill

    settings.MEDIA_ROOT = tmp_path / "media"
    fill()


@pytest.fixture
def meanwhile(file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[int]]:
    """`meanwhile(statement)` is run in the site while a load works; the list grows by one each time a load begins."""
    begun: list[int] = []
    store = actions.store

    def give(statement: str) -> list[int]:
        def stored(*args: Any, **told: Any) -> Any:
            report = store(*args, **told)
            begun.append(1)
            if len(begun) == 1:
                # With no patience: were the load to hold the lock, this would fail.
                with closing(sqlite3.connect(file, timeout=0)) as other, other:
                    other.execute(statement)
            return report

        monkeypatch.setattr(actions, "store", stored)
        return begun

    return give


def _one(file: Path, asked: str) -> Any:
    with closing(sqlite3.connect(file)) as other:
        return other.execute(asked).fetchone()[0]


def test_a_load_keeps_nobody_waiting_and_then_is_there_whole(
    pack: Path, load: Any, file: Path, meanwhile: Callable[[str], list[int]]
) -> None:
    begun = meanwhile("UPDATE accounts_person SET is_active = is_active")

    report = load(pack)

    assert errors(report) == []
    assert begun == [1]
    assert _one(file, "SELECT COUNT(*) FROM facts_fact") == 8
    assert _one(file, "SELECT COUNT(*) FROM articles_articlepage") == 3
    assert _one(file, "SELECT COUNT(*) FROM discovery_searchdocument") > 0
    assert _one(file, "SELECT COUNT(*) FROM audit_entry WHERE action = 'packs.load'") == 1
    assert {what for counts in load(pack).counts.values() for what in counts} == {"same"}
    assert not list(file.parent.glob("loading-*"))


def test_what_an_editor_did_meanwhile_stays_and_the_load_is_made_anew(
    pack: Path, load: Any, file: Path, meanwhile: Callable[[str], list[int]]
) -> None:
    load(pack)
    change(pack, "entities/who.yaml", "The capital of India.", "The pack's words.")
    begun = meanwhile("""UPDATE facts_entity SET note = '{"en": "The editor''s."}' WHERE ref = 'new-delhi'""")

    report = load(pack)

    assert begun == [1, 1]
    assert report.conflicts == ["entity new-delhi"]
    assert "The editor's." in _one(file, "SELECT note FROM facts_entity WHERE ref = 'new-delhi'")


def test_whoever_serves_is_told_of_what_came_of_it(
    pack: Path, load: Any, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching.telling, "on", True)
    before = versions.now

    load(pack)

    assert not versions.stand({"facts_fact"}, before)
    told = _one(file, "SELECT group_concat(tables, ' ') FROM delivery_change").split()
    assert {"facts_fact", "articles_articlepage", "wagtailcore_page"} <= set(told)
    assert told.count("facts_fact") == 1, "of the site and not of the copy"


def test_neither_a_dry_run_nor_a_refused_pack_leaves_anything(pack: Path, load: Any, file: Path) -> None:
    load(pack, dry_run=True)
    change(pack, "pack.yaml", "tayari-pack/1", "tayari-pack/9")
    assert load(pack).refused

    assert _one(file, "SELECT COUNT(*) FROM facts_fact") == 0
    assert _one(file, "SELECT COUNT(*) FROM packs_loadeditem") == 0
    assert not list((file.parent / "media").rglob("*.svg"))
