"""/up tells whoever watches the server whether it can serve."""

import pytest
from django.db import DatabaseError
from django.test import Client

from tayari.base import database, views

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(views._seen, "migrated", False)


def test_a_migrated_and_writable_site_is_up(client: Client) -> None:
    response = client.get("/up")

    assert (response.status_code, response.content) == (200, b"up")
    assert "no-store" in response["Cache-Control"]


def test_an_older_database_is_not_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "version", lambda: database.Version(False, ("a.1", "a.2"), ()))

    response = client.get("/up")

    assert (response.status_code, response.content) == (503, b"the database lacks 2 migrations")


def test_a_database_that_cannot_be_written_is_not_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr("django.db.models.query.QuerySet.update_or_create", refuse)

    response = client.get("/up")

    assert response.status_code == 503
    assert response.content == b"the database cannot be written: attempt to write a readonly database"


def test_the_trial_write_leaves_nothing_behind(client: Client) -> None:
    from tayari.base.models import JobRun

    client.get("/up")

    assert not JobRun.objects.exists()
