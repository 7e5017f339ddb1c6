"""No change to a public row goes unseen: whatever writes it, in this process or another."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import F
from wagtail.models import Page, Site

from tayari.accounts.models import Person
from tayari.delivery.models import Change
from tayari.delivery.press import following, recording, statements, watching
from tayari.delivery.press.following import Heard
from tayari.delivery.press.versions import Versions, versions
from tayari.mocks.models import Sitting
from tayari.syllabus.models import Topic

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sql", "changed"),
    [
        ('SELECT "facts_fact"."id" FROM "facts_fact" WHERE "facts_fact"."ref" = %s', set()),
        ("SAVEPOINT s1", set()),
        ("PRAGMA foreign_keys = ON", set()),
        ('INSERT INTO "facts_fact" ("ref") VALUES (%s) RETURNING "facts_fact"."id"', {"facts_fact"}),
        ('INSERT OR IGNORE INTO "facts_fact_sources" ("fact_id") VALUES (%s)', {"facts_fact_sources"}),
        ('UPDATE "facts_fact" SET "status" = %s WHERE "facts_fact"."id" = %s', {"facts_fact"}),
        ("update facts_fact set status = 'draft'", {"facts_fact"}),
        ('DELETE FROM "facts_fact" WHERE "facts_fact"."id" IN (%s)', {"facts_fact"}),
        ('INSERT INTO "mocks_sitting" ("id") VALUES (%s)', set()),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = %s WHERE "id" = %s', set()),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = %s', {"wagtailcore_page"}),
        (
            'UPDATE "wagtailcore_page" SET "locked" = (SELECT U0."x" FROM t U0 WHERE U0."y" = 1), "title" = %s',
            {"wagtailcore_page"},
        ),
    ],
)  # fmt: skip
def test_what_a_statement_changes(sql: str, changed: set[str]) -> None:
    assert statements.changed(sql) == changed


@pytest.mark.parametrize("sql", ["TRUNCATE facts_fact", "WITH x AS (SELECT 1) DELETE FROM facts_fact USING x"])
def test_of_what_cannot_be_told_apart_every_word_counts(sql: str) -> None:
    assert "facts_fact" in statements.changed(sql)


def _topic(name: str) -> Topic:
    return Topic.objects.create(pk=name, name={"en": name}, position=1)


def _raw() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE syllabus_topic SET position = position + 1")


def _many() -> None:
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE syllabus_topic SET position = %s WHERE id = %s", [(1, "gs1"), (2, "gs2")])


WRITTEN: dict[str, Callable[[], Any]] = {
    "create": lambda: _topic("gs9"),
    "save": lambda: Topic.objects.get(pk="gs1").save(),
    "update": lambda: Topic.objects.update(position=F("position") + 1),
    "delete": lambda: Topic.objects.get(pk="gs1").delete(),
    "bulk_create": lambda: Topic.objects.bulk_create([Topic(pk="gs8", name={"en": "x"}, position=1)]),
    "bulk_update": lambda: Topic.objects.bulk_update(Topic.objects.all(), ["position"]),
    "raw": _raw,
    "executemany": _many,
}


@pytest.mark.django_db(transaction=True)
def test_whatever_is_committed_is_seen_and_told_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching.telling, "on", True)
    other = Heard(Versions())
    _topic("gs1"), _topic("gs2")

    for way, write in WRITTEN.items():
        for inside in (False, True):
            told = versions.now
            other.listen()
            Change.objects.update(process="another")
            if inside:
                with transaction.atomic():
                    write()
                    assert versions.now == told, f"{way}: before the commit"
            else:
                write()
            assert not versions.stand({"syllabus_topic"}, told), way
            assert versions.stand({"facts_fact"}, told), way
            Change.objects.update(process="another")
            heard = other.versions.now
            assert other.listen() > 0, way
            assert not other.versions.stand({"syllabus_topic"}, heard), way
            Topic.objects.filter(pk__in=("gs8", "gs9")).delete()
            Topic.objects.get_or_create(pk="gs1", defaults={"name": {"en": "x"}, "position": 1})

    told = versions.now
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _raw()
        raise ZeroDivisionError
    assert versions.now == told
    Topic.objects.first()
    Person.objects.create(kind="guest", joined_at=NOW)
    assert versions.now == told, "what no public page reads refreshes none"


@pytest.mark.django_db
def test_one_hears_of_others_once_and_never_of_oneself(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(Versions())
    Change.objects.create(tables="facts_fact", process="another", at=NOW)
    heard.listen()
    begun = heard.versions.now
    assert begun > 0, "the first listening trusts nothing that was rendered before"

    Change.objects.create(tables="mocks_paper live_post", process="another", at=NOW + following.KEPT)
    Change.objects.create(tables="facts_fact", process=watching.ME, at=NOW)

    assert [heard.listen(), heard.listen()] == [1, 0]
    assert heard.versions.stand({"facts_fact"}, begun)
    assert not heard.versions.stand({"live_post"}, begun)
    assert following.forget(now=NOW + following.KEPT + timedelta(minutes=1)) == 2


@pytest.mark.django_db
def test_what_becomes_visible_late_is_heard_by_looking_back() -> None:
    heard = Heard(Versions())
    Change.objects.create(pk=90, tables="facts_fact", process="another", at=NOW)
    heard.listen()
    Change.objects.create(pk=80, tables="live_post", process="another", at=NOW)
    Change.objects.create(pk=91, tables="facts_fact", process="another", at=NOW)

    assert [heard.listen(back=False), heard.listen(back=False), heard.listen()] == [1, 0, 1]
    assert not heard.versions.stand({"live_post"}, heard.versions.now - 1)


def test_what_belongs_to_a_person_is_on_no_public_page() -> None:
    """Rows that go with a person or a sitting are somebody's own."""
    own = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete is models.CASCADE
        and field.related_model in (Person, Sitting)
    }
    assert own
    assert own - settings.PRESS_NEVER == set()


def test_no_row_is_changed_by_the_database_alone() -> None:
    """A cascade that the database runs by itself would be seen by nobody."""
    by_itself = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and type(field.remote_field.on_delete).__name__ == "DatabaseOnDelete"
    ]
    assert by_itself == []


@pytest.mark.django_db(transaction=True)
def test_a_thread_that_begins_with_a_page_sees_changes_afterwards() -> None:
    found: list[Any] = []

    def work() -> None:
        with recording.into(recording.Record(), None):  # type: ignore[arg-type]
            Topic.objects.count()
        found.extend(connection.execute_wrappers)
        connection.close()

    statements.tables()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert found == [watching._watch]


def test_the_nameless_connection_that_makes_databases_is_not_watched() -> None:
    nameless = connection.copy("__no_db__")

    watching.begin(nameless)

    assert nameless.execute_wrappers == []


@pytest.mark.django_db
def test_where_another_process_moves_a_site_its_root_is_asked_for_anew() -> None:
    heard = Heard(Versions())
    heard.listen()
    before = Site.get_site_root_paths()
    Page.objects.filter(pk__in=Site.objects.values("root_page")).update(url_path="/elsewhere/")
    assert Site.get_site_root_paths() == before

    Change.objects.create(tables="wagtailcore_page", process="another", at=NOW)
    heard.listen()

    assert "/elsewhere/" in {root.root_path for root in Site.get_site_root_paths()}
