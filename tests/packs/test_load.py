"""Loading a pack: what is stored, what a second load does, whose change wins, what follows from a change."""

from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex

from tayari.articles.models import ArticlePage, SeriesPage
from tayari.audit.models import Entry
from tayari.bank.models import Question, VersionKey
from tayari.base import later
from tayari.discovery import queries as search
from tayari.facts.models import Binding, Entity, Fact, FactRevision
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post, PostEvent
from tayari.media.models import Picture
from tayari.mocks.models import Paper, Printing
from tayari.packs import actions
from tayari.packs.models import LoadedItem

from .support import Load, change, errors, rows, warnings


def test_everything_in_the_pack_is_stored(pack: Path, load: Load) -> None:
    report = load(pack)

    assert errors(report) == []
    assert {kind: dict(counts) for kind, counts in report.counts.items()} == {
        "predicate": {"new": 4},
        "entity": {"new": 3},
        "source": {"new": 3},
        "fact": {"new": 8},
        "position": {"new": 2},
        "dossier": {"new": 1},
        "picture": {"new": 1},
        "question": {"new": 2},
        "paper": {"new": 1},
        "article": {"new": 3},
        "series": {"new": 1},
        "coverage": {"new": 1},
        "post": {"new": 2},
    }
    assert Fact.objects.count() == 8
    assert Picture.objects.get(ref="two-tables").localised == {"hi": Picture.objects.get(ref="two-tables-hi").pk}
    assert Printing.objects.get().questions.count() == 2
    assert [key.key for key in VersionKey.objects.order_by("version__question__ref")] == [["b"], ["a"]]
    assert ArticlePage.objects.filter(live=True).count() == 3
    assert len(set(ArticlePage.objects.filter(ref="a.first").values_list("translation_key", flat=True))) == 1
    assert SeriesPage.objects.get(locale__language_code="hi").members.count() == 2
    assert list(Post.objects.order_by("number").values_list("ref", "number")) == [("p1", 1), ("p2", 2)]
    assert [hit.title for hit in search.search("2+2 table", "en").hits] == ["The first 2+2 meeting: one table"]


def test_who_refers_to_whom_is_entered_by_one_task(pack: Path, load: Load) -> None:
    load(pack)

    entering = DBTaskResult.objects.filter(task_path__contains="reference").values_list("task_path", flat=True)
    assert list(entering) == ["tayari.base.references.enter"]
    while later.do_next("w"):
        pass
    fact = Fact.objects.select_related("subject").get(ref="f.on")
    assert fact in [source for source, _ in ReferenceIndex.get_references_to(fact.subject).group_by_source_object()]


def test_pages_and_posts_are_bound_to_the_facts_they_cite_once(pack: Path, load: Load) -> None:
    load(pack)

    held = {(row.holder_type, row.language, row.fact.ref) for row in Binding.objects.select_related("fact")}
    assert ("articles.articlepage", "en", "f.purpose") in held
    assert ("articles.articlepage", "hi", "f.on") in held
    assert ("live.coveragepage", "en", "f.in") in held
    assert Binding.objects.filter(holder_type="live.post", language="en").count() == 1


def test_a_summary_for_others_has_no_markdown_and_no_cut_word(pack: Path, load: Load) -> None:
    load(pack)

    page = ArticlePage.objects.get(ref="a.first", locale__language_code="en")
    assert page.search_description == "The first meeting was held in New Delhi. It began a dialogue."


def test_a_second_load_writes_nothing(pack: Path, load: Load) -> None:
    load(pack)
    before = rows()

    with CaptureQueriesContext(connection) as told:
        report = load(pack)

    written = [one["sql"] for one in told if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert {what for counts in report.counts.values() for what in counts} == {"same"}
    assert written == []
    assert rows() == before


def test_missing_translations_are_listed_and_not_fatal(pack: Path, load: Load) -> None:
    report = load(pack)

    assert warnings(report) == [
        "articles/capital.en.md:2: warning: a.capital:en: has no hi",
        "coverage/first-edition/posts/p2.en.md:2: warning: brief/p2: has no hi: text",
        "entities/who.yaml:11: warning: washington: has no hi: name",
        "facts/f.tsv:5: warning: f.purpose2: its object has no hi; add it to translations/hi.tsv",
        "facts/f.tsv:7: warning: f.seats-now: its object has no hi; add it to translations/hi.tsv",
    ]


def test_a_question_without_hindi_says_where(pack: Path, load: Load) -> None:
    change(pack, "questions/both.yaml", ', hi: "मेज़बान नई दिल्ली थी।"', "")

    assert "questions/both.yaml:1: warning: q.places: has no hi: statements s1 why" in warnings(load(pack))


def test_a_dry_run_says_what_would_happen_and_changes_nothing(pack: Path, load: Load) -> None:
    before = rows()

    report = load(pack, dry_run=True)

    assert report.counts["fact"]["new"] == 8
    assert rows() == before
    assert not list((pack.parent / "media").rglob("*.svg"))


def test_what_an_editor_changed_is_kept(pack: Path, load: Load) -> None:
    load(pack)
    Entity.objects.filter(ref="new-delhi").update(note={"en": "Better words."})

    report = load(pack)

    assert report.counts["entity"] == {"same": 2, "kept": 1}
    assert report.conflicts == []
    assert Entity.objects.get(ref="new-delhi").note == {"en": "Better words."}


@pytest.fixture
def conflicting(pack: Path, load: Load) -> Path:
    load(pack)
    Entity.objects.filter(ref="new-delhi").update(note={"en": "The editor's words."})
    change(pack, "entities/who.yaml", "The capital of India.", "The pack's words.")
    return pack


def test_what_both_changed_is_a_conflict_and_nothing_is_overwritten(conflicting: Path, load: Load) -> None:
    for _ in range(2):
        report = load(conflicting)

        assert report.conflicts == ["entity new-delhi"]
        assert Entity.objects.get(ref="new-delhi").note["en"] == "The editor's words."


def test_theirs_takes_the_pack(conflicting: Path, load: Load) -> None:
    report = load(conflicting, theirs=True)

    assert report.conflicts == []
    assert Entity.objects.get(ref="new-delhi").note["en"] == "The pack's words."
    assert load(conflicting).counts["entity"] == {"same": 3}


def test_ours_keeps_the_editors_and_stops_asking(conflicting: Path, load: Load) -> None:
    assert load(conflicting, ours=True).conflicts == []

    report = load(conflicting)

    assert report.conflicts == []
    assert report.counts["entity"] == {"same": 2, "kept": 1}
    assert Entity.objects.get(ref="new-delhi").note["en"] == "The editor's words."


def test_a_draft_in_the_admin_is_an_editors_change(pack: Path, load: Load) -> None:
    load(pack)
    page = ArticlePage.objects.get(ref="a.capital")
    page.title = "A draft title"
    page.save_revision()
    change(pack, "articles/capital.en.md", "New Delhi as a host", "New Delhi hosts")

    report = load(pack)

    assert report.conflicts == ["article a.capital:en"]
    assert ArticlePage.objects.get(ref="a.capital").title == "New Delhi as a host"


def test_an_unpublished_article_stays_unpublished(pack: Path, load: Load) -> None:
    load(pack)
    ArticlePage.objects.get(ref="a.capital").unpublish()

    load(pack)
    change(pack, "articles/capital.en.md", "New Delhi as a host", "New Delhi hosts")
    report = load(pack)

    assert report.conflicts == ["article a.capital:en"]
    assert not ArticlePage.objects.get(ref="a.capital").live


def test_what_an_editor_took_away_does_not_come_back_by_itself(pack: Path, load: Load, now: datetime) -> None:
    load(pack)
    posts.delete(Post.objects.get(ref="p2"), by=None, now=now)
    Paper.objects.update(state=Paper.State.WITHDRAWN)
    Question.objects.filter(ref="q.day").update(state=Question.State.RETIRED)
    ArticlePage.objects.get(ref="a.capital").delete()

    report = load(pack)

    assert (report.counts["post"]["kept"], report.counts["paper"]["kept"]) == (1, 1)
    assert (report.counts["question"]["kept"], report.counts["article"]["kept"]) == (1, 1)
    assert Post.objects.get(ref="p2").deleted_at
    assert Paper.objects.get().state == Paper.State.WITHDRAWN
    assert not ArticlePage.objects.filter(ref="a.capital").exists()


def test_theirs_brings_a_deleted_post_back_with_an_event(pack: Path, load: Load, now: datetime) -> None:
    load(pack)
    posts.delete(Post.objects.get(ref="p2"), by=None, now=now)
    change(pack, "coverage/first-edition/posts/p2.en.md", "The meeting closed.", "The meeting ended.")

    assert load(pack).conflicts == ["post brief/p2"]
    load(pack, theirs=True)

    post = Post.objects.get(ref="p2")
    assert (post.deleted_at, post.text["en"]) == (None, "The meeting ended.")
    assert PostEvent.objects.order_by("-seq").first().kind == PostEvent.Kind.EDITED  # type: ignore[union-attr]


def test_what_left_the_pack_is_listed_and_stays(pack: Path, load: Load) -> None:
    load(pack)
    (pack / "coverage/first-edition/posts/p2.en.md").unlink()

    report = load(pack)

    assert report.left == ["post brief/p2"]
    assert Post.objects.filter(ref="p2", deleted_at=None).exists()


def test_a_changed_fact_is_a_new_revision_and_its_question_gets_a_new_key(pack: Path, load: Load) -> None:
    load(pack)
    change(pack, "facts/f.tsv", "f.on\tfirst-edition\theld_on\t2018-09-06", "f.on\tfirst-edition\theld_on\t2018-09-07")

    report = load(pack)

    assert errors(report) == []
    assert [row.number for row in FactRevision.objects.filter(fact__ref="f.on")] == [1, 2]
    assert [row.key for row in VersionKey.objects.filter(version__question__ref="q.day").order_by("pk")] == [
        ["b"],
        ["c"],
    ]
    assert report.counts["paper"] == {"changed": 1}
    assert list(Printing.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_changed_fact_that_leaves_a_question_without_a_key_refuses_the_load(pack: Path, load: Load) -> None:
    load(pack)
    before = rows()
    change(pack, "facts/f.tsv", "verified\ts.official; s.paper", "draft\ts.official; s.paper")

    report = load(pack)

    assert [error.split(": error: ")[0] for error in errors(report)] == [
        "questions/both.yaml:1",
        "questions/both.yaml:17",
    ]
    assert "f.on may not feed a key yet" in errors(report)[0]
    assert rows() == before


def test_a_changed_question_reaches_the_paper(pack: Path, load: Load) -> None:
    load(pack)
    change(
        pack,
        "questions/both.yaml",
        "On which day was the first 2+2 meeting held?",
        "When was the first 2+2 meeting held?",
    )

    report = load(pack)

    assert report.counts["question"] == {"same": 1, "changed": 1}
    assert Printing.objects.order_by("-number").first().number == 2  # type: ignore[union-attr]


def test_a_hindi_article_that_comes_later_takes_its_place_in_the_hindi_series(pack: Path, load: Load) -> None:
    load(pack)
    text = (pack / "articles/capital.en.md").read_text().replace("New Delhi as a host", "मेज़बान नई दिल्ली")
    (pack / "articles/capital.hi.md").write_text(text)

    load(pack)

    members = SeriesPage.objects.get(locale__language_code="hi").members.order_by("date")
    assert [member.article.locale.language_code for member in members] == ["hi", "hi"]


def test_another_file_replaces_the_picture_and_its_sizes(pack: Path, load: Load) -> None:
    load(pack)
    change(pack, "pictures/tables.svg", 'width="40" height="20"><', 'width="80" height="20"><')

    report = load(pack)

    picture = Picture.objects.get(ref="two-tables")
    assert report.counts["picture"] == {"changed": 1}
    assert (picture.width, picture.height) == (80, 20)


def test_one_load_is_one_entry_in_the_audit(pack: Path, load: Load) -> None:
    load(pack)
    load(pack)

    assert Entry.objects.get(action="packs.load").data["counts"]["fact"] == {"new": 8}
    assert LoadedItem.objects.count() == 32


def test_languages_that_the_site_does_not_have_are_left_out(pack: Path, load: Load, settings: object) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]  # type: ignore[attr-defined]

    first, second = load(pack), load(pack)

    assert errors(first) == []
    assert "articles/first-2-plus-2.hi.md: warning: is left out: this site has no language hi" in warnings(first)
    assert CoveragePage.objects.count() == 1
    assert {what for counts in second.counts.values() for what in counts} == {"same"}


def test_files_that_nothing_reads_are_listed(pack: Path, load: Load) -> None:
    (pack / "fact").mkdir()
    (pack / "fact/more.tsv").write_text("ref\n")
    (pack / "README.md").write_text("About this pack.\n")

    report = load(pack)

    assert [line for line in warnings(report) if "is not read" in line] == [
        "fact/more.tsv: warning: is not read: it is no file of a pack, and nothing names it"
    ]


def test_progress_is_told(pack: Path, load: Load) -> None:
    heard: list[str] = []

    load(pack, said=heard.append)

    assert heard[0] == "predicate: 4 new"
    assert heard[-1].startswith("search: ")


def test_a_load_that_breaks_half_way_leaves_no_row_and_no_file(
    pack: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows()

    def broken(*args: object, **kwargs: object) -> None:
        raise MemoryError

    monkeypatch.setattr(actions.entries, "record", broken)
    with pytest.raises(MemoryError):
        load(pack)

    assert rows() == before
    assert not list((pack.parent / "media").rglob("*.svg"))
