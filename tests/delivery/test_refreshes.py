"""What editors are told of a publish: which pages it refreshed, and how late."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client, TestCase

from tayari.config.wsgi import application
from tayari.delivery.press import running, watching
from tayari.delivery.press.asking import Key
from tayari.delivery.press.pages import Page
from tayari.delivery.press.refreshes import Refreshes
from tayari.delivery.press.versions import Versions
from tests.delivery.pressing import Printed
from tests.factories import pages

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def key(path: str) -> Key:
    return Key("h", "http", path, "")


def page(born: int, *tables: str) -> Page:
    return Page({}, frozenset(tables), None, (), born, -1)


def test_a_page_belongs_to_the_first_change_that_made_it_old() -> None:
    told = Versions()
    refreshes, home, day, facts = Refreshes(told), page(0, "a"), page(0, "a", "b"), page(0, "c")
    told.named(told.changed({"a"}, ago=3.0), "Published: First")
    told.changed({"b", "x_y"})
    newer = page(told.now, "a", "b")

    refreshes.note(key("/"), home, begun=0.0)
    refreshes.note(key("/facts/"), facts, begun=0.0)
    refreshes.note(key("/new/"), newer, begun=0.0)
    told.changed({"b"}, ago=0.25)
    second, first = refreshes.shown([(key("/day/"), day), (key("/new/"), newer), (key("/facts/"), facts)], NOW)

    assert (first.name, first.heard) == ("Published: First", 3.0)
    assert timedelta(seconds=3) <= NOW - first.at < timedelta(seconds=30)
    assert [(one.key.path, one.late >= 3) for one in first.made] == [("/", True)]
    assert first.latest == first.made[0].late
    assert [one.path for one in first.waiting] == ["/day/"]
    assert (second.name, second.made, [one.path for one in second.waiting]) == ("A change in b", [], ["/new/"])


def test_only_the_last_changes_are_known_and_their_names() -> None:
    told = Versions()
    for number in range(300):
        told.named(told.changed({"a"}), f"{number}")

    assert len(told.last) == len(told.names) == 200
    assert told.first(frozenset({"a"}), 0) == told.last[0]
    assert told.first(frozenset({"a"}), told.now) is None


@pytest.mark.django_db
def test_the_editors_page_names_the_publish_and_its_pages(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"no pages are kept" in admin_client.get("/admin/reports/refreshed/").content
    article = pages.article("Talks in Delhi", slug="talks", body=[])
    printed = Printed(application)
    monkeypatch.setattr(running, "_running", [printed.press])
    printed.get("/articles/")
    article.title = "Talks <in> Delhi"
    with TestCase.captureOnCommitCallbacks(execute=True):
        article.save_revision().publish()
        watching.committed(connection)
    assert b"not asked for since" in admin_client.get("/admin/reports/refreshed/").content

    printed.get("/articles/")
    shown = admin_client.get("/admin/reports/refreshed/").content.decode()

    assert "Published: Talks &lt;in&gt; Delhi" in shown
    assert "no pages are kept" not in shown
    assert '<a href="/articles/">/articles/</a>' in shown
    assert b"Refreshed pages" in admin_client.get("/admin/").content


@pytest.mark.django_db
def test_it_is_the_editors_alone(client: Client) -> None:
    assert client.get("/admin/reports/refreshed/").status_code == 302
