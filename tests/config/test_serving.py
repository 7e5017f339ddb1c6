"""From a folder to a server: one server a folder, and databases that are older or newer than the code."""

import sqlite3
from contextlib import closing, nullcontext
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tayari.base import database, schedules
from tayari.base.problems import Unusable
from tayari.config import serving
from tayari.config.command import tayari
from tayari.config.folder import SiteFolder, SiteSettings


@pytest.fixture
def folder(tmp_path: Path) -> SiteFolder:
    return SiteFolder.create(tmp_path, SiteSettings(secret="s" * 40))


def test_a_second_server_on_one_folder_is_refused(folder: SiteFolder) -> None:
    with (
        serving.only_server(folder),
        pytest.raises(Unusable, match=r"is served already \(process \d+\)"),
        serving.only_server(folder),
    ):
        pass

    with serving.only_server(folder):
        pass


def test_a_newer_database_is_left_alone(folder: SiteFolder, db: None) -> None:
    MigrationRecorder(connection).record_applied("facts", "9999_from_the_future")

    with pytest.raises(Unusable, match=r"newer than this Tayari .*facts\.9999_from_the_future.*install the newer"):
        serving.migrate(folder)


def test_an_older_database_is_copied_and_then_brought_up_to_date(
    folder: SiteFolder, db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[str] = []
    monkeypatch.setattr("django.core.management.call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(database, "version", lambda: database.Version(False, ("facts.0002_more",), ()))
    monkeypatch.setattr(connection, "vendor", "sqlite")
    with closing(sqlite3.connect(folder.database)) as held:
        held.execute("CREATE TABLE kept (words TEXT)")
        held.execute("INSERT INTO kept VALUES ('before')")
        held.commit()

    serving.migrate(folder)

    (copy,) = (folder.path / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as held:
        assert held.execute("SELECT words FROM kept").fetchall() == [("before",)]
    assert called == ["migrate"]
    assert f"A copy is in {copy}" in capsys.readouterr().err


def test_an_older_postgresql_database_is_the_operators_to_migrate(
    folder: SiteFolder, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "version", lambda: database.Version(False, ("facts.0002_more",), ()))
    monkeypatch.setattr(connection, "vendor", "postgresql")

    with pytest.raises(Unusable, match="lacks 1 migrations: back it up, stop the other nodes"):
        serving.migrate(folder)


def test_a_current_database_needs_nothing(folder: SiteFolder, db: None) -> None:
    serving.migrate(folder)

    assert not (folder.path / "backups").exists()


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:8000/"), ("::", "http://127.0.0.1:8000/"), ("::1", "http://[::1]:8000/")],
)
def test_the_address_that_is_printed_can_be_opened(host: str, url: str) -> None:
    assert serving.Address(host, 8000).url == url


@pytest.mark.parametrize("name", ["demo", "init", "serve", "doctor", "content", "manage"])
def test_every_command_has_a_help_that_reads_well(name: str) -> None:
    result = CliRunner().invoke(tayari, [name, "--help"])

    assert result.exit_code == 0
    assert f"Usage: tayari {name}" in result.output
    assert len(result.output.splitlines()) > 5


def test_reads_are_written_every_minute_and_once_more_when_serving_ends(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[datetime] = []
    monkeypatch.setattr(schedules, "_jobs", {})
    monkeypatch.setattr("tayari.articles.actions.reads.flush", lambda *, now: written.append(now))
    monkeypatch.setattr("tayari.base.later.take_up_again", lambda *, started_before: 0)
    monkeypatch.setattr("tayari.base.uptime.begin", lambda *, now: None)
    monkeypatch.setattr("tayari.delivery.server.Background", lambda name, clock: None)
    monkeypatch.setattr("tayari.delivery.server.serve", lambda application, **how: None)
    # A lane would leave its writer to the tests that follow in this process.
    monkeypatch.setattr("tayari.delivery.lanes.running.made", list)
    monkeypatch.setattr("tayari.delivery.press.running.around", lambda application, *_, **__: nullcontext(application))

    serving.run(folder, serving.Address("127.0.0.1", 8100), plain=False, ready=lambda: None)

    assert len(written) == 1
    assert [job.every for job in schedules.jobs() if job.run.endswith("reads.flush")] == [timedelta(minutes=1)]
