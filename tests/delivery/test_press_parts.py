"""What a page keeps of itself: a part is made anew when its own tables changed, and only then."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tayari.base import clock
from tayari.delivery import press
from tayari.delivery.press import recording, statements
from tayari.delivery.press.middleware import RECORD
from tayari.delivery.press.parts import Parts
from tayari.delivery.press.recording import Record
from tayari.delivery.press.versions import Versions
from tayari.syllabus.models import Topic
from tests.delivery.pressing import Printed

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
SOON = NOW + timedelta(minutes=5)


class Site:
    """One page that reads articles, with a part that reads facts and gives what `facts` says."""

    def __init__(self, inside: Callable[[], Any] = lambda: None) -> None:
        self.facts, self.made, self.inside = ["one"], 0, inside
        self.printed = Printed(self.application)
        self.told = self.printed.press.versions = Versions()

    def application(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        record = environ.get(RECORD, recording.Record())
        with recording.into(record, None):  # type: ignore[arg-type]
            _read(record, "articles_articlepage")
            facts = press.part("facts", lambda: self._part(record))
            body = " ".join(facts).encode()
            facts.append("changed by the page")
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [body]

    def _part(self, record: recording.Record) -> list[str]:
        self.made += 1
        _read(record, "facts_fact")
        self.inside()
        return list(self.facts)

    def get(self) -> str:
        return self.printed.get("/").body.decode()


def _read(record: recording.Record, table: str) -> None:
    record.see(lambda *_: None, f'SELECT "{table}"."id" FROM "{table}"', (), False, {})  # noqa: S608 (our own names)


@pytest.fixture(autouse=True)
def _stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(statements.tables, "names", frozenset({"facts_fact", "articles_articlepage"}))


def test_a_part_is_kept_when_another_table_changed() -> None:
    site = Site()
    site.get()

    for _ in range(3):
        site.told.changed({"articles_articlepage"})
        assert site.get() == "one"

    assert (site.made, site.printed.rendered) == (1, 4)


def test_a_part_is_made_anew_when_its_own_table_changed_also_after_it_was_kept() -> None:
    site = Site()
    site.get()
    site.told.changed({"articles_articlepage"})
    site.get()

    site.facts = ["two"]
    site.told.changed({"facts_fact"})

    assert (site.get(), site.made) == ("two", 2)


def test_a_change_while_a_part_is_made_counts_as_after_it() -> None:
    site = Site()
    site.inside = lambda: site.told.changed({"facts_fact"})
    site.get()

    site.inside, site.facts = lambda: None, ["two"]

    assert (site.get(), site.made) == ("two", 2)


@pytest.mark.parametrize("said", [lambda: press.until(SOON), lambda: press.each_read(lambda reader: None)])
def test_what_rests_on_more_than_answers_is_not_kept(said: Callable[[], Any]) -> None:
    site = Site(said)
    site.get()
    site.told.changed({"articles_articlepage"})
    site.get()

    assert (site.made, site.printed.rendered) == (2, 2)


def test_what_a_part_says_the_page_says() -> None:
    site = Site(lambda: press.until(SOON))
    site.get()

    (page,) = site.printed.press.shelf.pages.values()

    assert page.until == SOON
    assert {"facts_fact", "articles_articlepage"} <= page.tables


def test_without_a_press_it_is_what_it_makes() -> None:
    assert press.part("facts", lambda: [1]) == [1]


def test_a_shelf_counts_the_bytes_of_parts() -> None:
    site = Site()
    site.get()
    before = site.printed.press.shelf.size
    site.facts = ["x" * 5000]
    site.told.changed({"facts_fact"})
    site.get()

    assert site.printed.press.shelf.size >= before + 5000


@pytest.mark.django_db
def test_a_part_whose_tables_changed_is_kept_while_it_would_be_told_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements.tables, "names", frozenset({"syllabus_topic"}))
    told, made = Versions(), [0]
    Topic.objects.create(id="kept", name={"en": "Kept"}, position=1)

    def topics() -> list[str]:
        made[0] += 1
        return list(Topic.objects.filter(pk="kept").order_by("pk").values_list("name__en", flat=True))

    def rendered(earlier: Parts) -> tuple[list[str], Record]:
        record = Record(parts=Parts(told.now, earlier.kept, told))
        with recording.into(record, None):  # type: ignore[arg-type]
            return press.part("topics", topics), record

    first, before = rendered(Parts())
    told.changed({"syllabus_topic"})
    second, alike = rendered(before.parts)
    Topic.objects.filter(pk="kept").update(name={"en": "Other"})
    told.changed({"syllabus_topic"})
    third, other = rendered(alike.parts)

    assert (first, second, third, made) == (["Kept"], ["Kept"], ["Other"], [2])
    assert [len(record.asks) for record in (before, alike, other)] == [1, 1, 1]
    assert [record.parts.kept["topics"].born for record in (before, alike, other)] == [0, 1, 2]
