"""Posts are numbered, and each change of one is numbered too."""

from datetime import UTC, datetime, timedelta

import pytest

from tayari.audit.models import Entry
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post, PostEvent
from tests.factories import pages

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(ref="2plus2-2023")


def _post(page: CoveragePage, words: str = "It began.", **values: object) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": words}, by=None, now=NOW, **values)  # type: ignore[arg-type]


def _events(page: CoveragePage) -> list[tuple[int, str, int]]:
    rows = PostEvent.objects.filter(coverage_key=page.translation_key).order_by("seq")
    return list(rows.values_list("seq", "kind", "post__number"))


def test_numbers_run_from_one_in_each_coverage(page: CoveragePage) -> None:
    other = pages.coverage("Another", ref="other")

    numbers = [_post(page).number, _post(page).number, _post(other).number]

    assert numbers == [1, 2, 1]
    assert _events(page) == [(1, "created", 1), (2, "created", 2)]


def test_a_translation_shares_the_posts(page: CoveragePage) -> None:
    hindi = pages.coverage("2+2 संवाद", language="hi", translation_key=page.translation_key)

    assert _post(hindi).number == 1
    assert _post(page).number == 2


def test_the_number_of_a_post_taken_down_is_not_used_again(page: CoveragePage) -> None:
    posts.delete(_post(page), by=None, now=NOW)

    assert _post(page).number == 2
    assert _events(page) == [(1, "created", 1), (2, "deleted", 1), (3, "created", 2)]


def test_a_post_that_is_loaded_keeps_its_number(page: CoveragePage) -> None:
    _post(page, number=7)

    assert _post(page).number == 8
    with pytest.raises(posts.NumberTaken, match="already has a post 7"):
        _post(page, number=7)


def test_an_edit_is_dated_told_and_remembered(page: CoveragePage) -> None:
    post = _post(page, "It begun.")

    edited = posts.edit(post, text={"en": "It began."}, by=None, now=NOW + timedelta(minutes=5), reason="grammar")

    assert edited.edited_at == NOW + timedelta(minutes=5)
    assert _events(page)[-1] == (2, "edited", 1)
    entry = Entry.objects.get(action="posts.edit")
    assert (entry.reason, entry.data) == ("grammar", {"post": post.pk, "before": {"text": {"en": "It begun."}}})


def test_an_edit_that_changes_nothing_is_not_told(page: CoveragePage) -> None:
    post = _post(page)

    same = posts.edit(post, text={"en": "It began."}, kind="update", by=None, now=NOW)

    assert same.edited_at is None
    assert len(_events(page)) == 1


def test_deleting_twice_is_told_once(page: CoveragePage) -> None:
    post = _post(page)

    posts.delete(post, by=None, now=NOW)
    posts.delete(post, by=None, now=NOW + timedelta(hours=1))

    assert Post.objects.get().deleted_at == NOW
    assert len(_events(page)) == 2


def test_pinning_is_told_when_it_changes(page: CoveragePage) -> None:
    post = _post(page)

    posts.pin(post, pinned=True, by=None, now=NOW)
    posts.pin(post, pinned=True, by=None, now=NOW)
    posts.pin(post, pinned=False, by=None, now=NOW)

    assert [kind for _seq, kind, _number in _events(page)] == ["created", "pinned", "unpinned"]


def test_without_a_coverage_nothing_is_written() -> None:
    from uuid import uuid4

    with pytest.raises(posts.NoCoverage, match="make its page first"):
        posts.create(coverage_key=uuid4(), text={"en": "x"}, by=None, now=NOW)


def test_a_post_is_bound_to_the_facts_it_cites(page: CoveragePage) -> None:
    from tayari.facts.models import Binding
    from tests.factories import questions

    questions.facts()

    post = _post(page, "Held in [New Delhi](fact:2plus2-1.held-in).")
    assert Binding.objects.get().holder_ref == f"{page.translation_key}.1"
    posts.delete(post, by=None, now=NOW)

    assert not Binding.objects.exists()
