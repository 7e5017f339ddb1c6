"""After a change a page is asked about: it is rendered again only where the database would tell it something else."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import connection

from tayari.config.wsgi import application
from tayari.delivery.press import recording
from tayari.delivery.press.middleware import RECORD
from tayari.syllabus.models import Topic
from tests.delivery.pressing import Printed, committed, fresh, versions
from tests.delivery.test_press_changes import WRITTEN
from tests.factories import pages, questions

pytestmark = pytest.mark.django_db


def listing(read: Callable[[], Any]) -> Callable[..., Iterable[bytes]]:
    """An application whose one page says what `read` finds."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with recording.into(environ.get(RECORD, recording.Record()), None):  # type: ignore[arg-type]
            for table in ("wagtailcore_locale", "wagtailcore_page", "wagtailcore_site"):
                with connection.cursor() as cursor:
                    cursor.execute(f"SELECT id FROM {table} ORDER BY id")  # noqa: S608 (our own words)
            said = repr(read())
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [said.encode()]

    return application


def topics() -> list[Any]:
    return list(Topic.objects.order_by("pk").values_list("pk", "name", "position"))


@pytest.fixture
def two() -> None:
    for place, name in enumerate(("gs1", "gs2")):
        Topic.objects.create(pk=name, name={"en": name}, position=place)


@pytest.mark.parametrize("way", WRITTEN)
def test_whatever_changes_a_row_that_it_was_told_makes_it_anew(two: None, way: str) -> None:
    printed = Printed(listing(topics))
    before = printed.get("/").body
    standing = topics()

    WRITTEN[way]()

    assert printed.get("/").body == repr(topics()).encode()
    # `save` and `bulk_update` wrote what stood there already.
    assert (printed.rendered == 1) == (topics() == standing) == (printed.get("/").body == before)


def test_what_it_was_not_told_leaves_it_and_is_not_asked_twice(two: None) -> None:
    printed = Printed(listing(lambda: Topic.objects.filter(pk="gs1").get().name))
    printed.get("/")

    Topic.objects.filter(pk="gs2").update(position=7)
    committed()
    asked: list[str] = []
    with connection.execute_wrapper(lambda do, sql, *rest: (asked.append(sql), do(sql, *rest))[1]):
        printed.get("/")
        printed.get("/")

    assert printed.rendered == 1
    assert len([sql for sql in asked if "syllabus_topic" in sql]) == 1
    assert not [sql for sql in asked if "wagtailcore" in sql]


def test_when_it_cannot_be_told_what_changed_everything_is_asked(two: None) -> None:
    printed = Printed(listing(topics))
    printed.get("/")

    versions.all_changed()
    printed.get("/")
    assert printed.rendered == 1

    # Past Django, as another program would: nothing is known but that something may have changed.
    with connection.cursor() as cursor:
        cursor.cursor.execute("UPDATE syllabus_topic SET position = 5")
    versions.all_changed()
    assert printed.get("/").body == repr(topics()).encode()
    assert printed.rendered == 2


def test_a_page_that_writes_is_not_asked_about(two: None) -> None:
    def read() -> int:
        Topic.objects.filter(pk="none").update(position=1)
        return Topic.objects.count()

    printed = Printed(listing(read))

    printed.get("/")
    Topic.objects.filter(pk="none").update(position=2)
    printed.get("/")

    assert printed.rendered == 2


def test_noting_the_rows_leaves_them_to_whoever_asked(two: None) -> None:
    def read() -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM syllabus_topic ORDER BY id")
            first, rest = cursor.fetchone(), cursor.fetchmany(5)
            cursor.execute("SELECT position FROM syllabus_topic ORDER BY id")
            listed = [*cursor, *cursor.fetchall()]
            with recording.settled():
                cursor.execute("SELECT id FROM syllabus_topic ORDER BY id DESC")
                listed += cursor.fetchall()
        few = [one.pk for one in Topic.objects.order_by("pk").iterator(chunk_size=1)]
        return [first, rest, listed, few, Topic.objects.filter(pk="none").first(), Topic.objects.count()]

    said = Printed(listing(read)).get("/").body

    assert said == repr(read()).encode()
    assert read()[:2] == [("gs1",), [("gs2",)]]


def test_a_publish_renders_the_pages_that_show_it_and_no_others() -> None:
    questions.facts()
    first = pages.article("First", slug="first")
    pages.article("Second", slug="second")
    printed = Printed(application)
    shown, others = ("/articles/first/", "/articles/", "/"), ("/corrections/", "/mocks/", "/topics/", "/dossiers/")
    for path in (*shown, *others):
        printed.get(path)
    before = printed.rendered

    first.title = "First, again"
    first.save_revision().publish()

    for path in (*shown, *others):
        assert printed.get(path).body == fresh(path), path
    assert printed.rendered - before == len(shown)
