"""A paper drawn from the bank: a draft with the blueprint's rules, or a refusal that says what is missing where."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from tayari.bank.actions import states
from tayari.bank.models import Question
from tayari.base.problems import Unusable
from tayari.config.commands import papers as command
from tayari.mocks.actions import drawing
from tayari.mocks.actions.printings import PaperRefused, freeze
from tayari.mocks.models import Paper
from tayari.mocks.queries.deviations import deviations
from tayari.syllabus.models import Blueprint, Topic
from tests.factories import papers
from tests.factories.questions import NOW, TOPIC, both, how_many, published, single

pytestmark = pytest.mark.django_db
WORDS = ("harbour", "lantern", "meadow", "copper", "violin", "granite")


@pytest.fixture(autouse=True)
def bank() -> None:
    """Six ready questions on one topic, one of them a how-many; a blueprint that leaves count and clock open."""
    Blueprint.objects.create(
        slug="quick-quiz",
        name=both("Quick quiz"),
        pattern={
            "questions": None,
            "minutes": None,
            "options_per_question": 4,
            "languages": ["en", "hi"],
            "navigation": "free",
            "marking": {"right": "1", "wrong": "-1/3", "blank": "0"},
        },
    )
    for word in WORDS:
        content = single(f"q.{word}")
        content["stem"] = both(f"{word} {word}a {word}b {word}c")
        for option in content["options"]:
            option["text"] = both(f"{word} {option['id']} {word}d")
        published(content)
    published(how_many("q.count"))


def wish(**changes: Any) -> drawing.Wish:
    given: dict[str, Any] = {"title": "A short paper", "blueprint": "quick-quiz", "seed": "1", "count": 4, "minutes": 6}
    return drawing.Wish(**{**given, **changes})


def test_a_draft_paper_has_the_blueprints_rules_and_can_be_frozen() -> None:
    paper = drawing.draw(wish=wish(topics={TOPIC: 1}), by=None, now=NOW)

    assert (paper.ref, paper.state, paper.paper_ms) == ("a-short-paper", Paper.State.DRAFT, 360_000)
    assert paper.marking == {"right": "1", "wrong": "-1/3", "blank": "0"}
    assert paper.languages == ["en", "hi"]
    assert list(paper.topics.all()) == [Topic.objects.get(pk=TOPIC)]
    assert paper.places.count() == 4
    assert len(freeze(paper, by=None, now=NOW).body) == 4


def test_a_clock_for_each_question_goes_forward() -> None:
    paper = drawing.draw(wish=wish(minutes=None, seconds=19), by=None, now=NOW)

    assert (paper.paper_ms, paper.question_ms, paper.navigation) == (None, 19_000, Paper.Navigation.FORWARD)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"blueprint": "x"}, "there is no blueprint 'x'; there are quick-quiz"),
        ({"count": None}, "the blueprint quick-quiz leaves the number of questions open; say how many"),
        ({"minutes": None}, "the blueprint quick-quiz has no clock; give the paper minutes, or each question seconds"),
        ({"topics": {"gs9": 1}}, "there is no topic 'gs9' in the syllabus; correct its id"),
        ({"title": " "}, "the paper has no title; write one"),
        (
            {"count": 9},
            "the bank cannot fill the paper: paper: 2 short (7 of 9); add questions there, or ask for fewer",
        ),
        (
            {"kinds": {"how-many": 1, "single": 1}},
            "the bank cannot fill the paper: kind how-many: 1 short (1 of 2); add questions there, or ask for fewer",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_is_kept(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(PaperRefused) as refused:
        drawing.draw(wish=wish(**changes), by=None, now=NOW)

    assert str(refused.value) == reason
    assert not Paper.objects.exists()


def test_only_ready_questions_are_drawn_and_fresh_ones_when_asked() -> None:
    states.move(Question.objects.get(ref="q.copper"), "retired", reason="old", by=None, now=NOW)
    drawing.draw(wish=wish(count=3), by=None, now=NOW)

    drawn = drawing.look(wish(count=3, fresh=True))

    used = set(Question.objects.filter(places__isnull=False).values_list("ref", flat=True))
    refs = {question.head.ref for question, _ in drawn.asked}
    assert drawn.short == () and not refs & used and "q.copper" not in refs | used


def _sectioned(**values: Any) -> None:
    section = {"questions": 2, "marks": "2", "minutes": 6}
    Blueprint.objects.create(
        slug="two-halves",
        name=both("Two halves"),
        pattern={
            "questions": 4,
            "marks": "4",
            "minutes": 12,
            "options_per_question": 4,
            "languages": ["en", "hi"],
            "navigation": "sections",
            "leave_early": True,
            "marking": {"right": "1", "wrong": "-1/3", "blank": "0"},
            "sections": [
                {**section, "name": both("First")},
                {
                    **section,
                    "name": both("Second"),
                    "languages": ["en"],
                    "marking": {"right": "1", "wrong": "0"},
                    **values,
                },
            ],
        },
    )


def test_a_blueprint_with_sections_gives_the_paper_its_sections() -> None:
    _sectioned(qualifying="1/2")

    paper = drawing.draw(wish=wish(blueprint="two-halves", count=None, minutes=None), by=None, now=NOW)

    first, second = paper.sections.all()
    assert (paper.paper_ms, paper.navigation, paper.leave_early) == (720_000, "sections", True)
    assert (first.name, first.ms, first.marking, first.languages, first.qualifying) == (
        both("First"),
        360_000,
        {},
        [],
        "",
    )
    assert (second.ms, second.marking, second.languages) == (360_000, {"right": "1", "wrong": "0"}, ["en"])
    assert second.qualifying == "1/2"
    assert list(paper.places.order_by("number").values_list("section__number", flat=True)) == [1, 1, 2, 2]
    assert paper.questions.distinct().count() == 4
    assert deviations(paper) == []


def test_a_shorter_clock_shortens_the_sections_and_one_for_each_question_takes_theirs() -> None:
    _sectioned()

    short = drawing.draw(wish=wish(blueprint="two-halves", count=None, minutes=6), by=None, now=NOW)
    each = drawing.draw(
        wish=wish(title="B", blueprint="two-halves", count=None, minutes=None, seconds=19), by=None, now=NOW
    )

    assert list(short.sections.values_list("ms", flat=True)) == [180_000, 180_000]
    assert list(each.sections.values_list("ms", flat=True)) == [None, None]


def test_a_section_that_the_bank_cannot_fill_is_named() -> None:
    _sectioned(answers=["number"])

    drawn = drawing.look(wish(blueprint="two-halves", count=None))

    assert drawn.refusal() == (
        "the bank cannot fill the paper: section 2 paper: 2 short (0 of 2); add questions there, or ask for fewer"
    )


@pytest.mark.parametrize(
    ("blueprint", "sections", "said"),
    [
        ("two-halves", {3: {TOPIC: 1}}, "the blueprint two-halves has no section 3; it has 2"),
        ("two-halves", {1: {"gs9": 1}}, "there is no topic 'gs9' in the syllabus"),
        ("quick-quiz", {1: {TOPIC: 1}}, "the blueprint quick-quiz has no section 1; it has none"),
    ],
)
def test_a_section_or_topic_that_there_is_not_is_refused(blueprint: str, sections: dict[int, Any], said: str) -> None:
    _sectioned()

    with pytest.raises(PaperRefused, match=said):
        drawing.look(wish(blueprint=blueprint, sections=sections, count=4))


def test_sections_take_their_own_topics() -> None:
    _sectioned()
    Topic.objects.create(pk="gs1", name=both("Other"), position=9)

    drawn = drawing.look(wish(blueprint="two-halves", count=None, sections={2: {"gs1": 1}}))

    assert [str(one) for one in drawn.short] == ["section 2 topic gs1: 2 short (0 of 2)"]


def test_the_admin_looks_first_and_then_draws(client: Client) -> None:
    editor = papers.person(username="editor", is_staff=True, is_superuser=True)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    address = reverse("paper_draw")
    form = {"title": "From the admin", "blueprint": "quick-quiz", "count": "5", "minutes": "5", "seed": "a"}

    assert TOPIC in client.get(address).content.decode()
    looked = client.post(address, {**form, "look": ""}).content.decode()
    short = client.post(address, {**form, "topics": f"{TOPIC} 1", "kinds": "match 1", "look": ""}).content.decode()
    wrong = client.post(address, {**form, "kinds": "matching", "draw": ""}).content.decode()

    assert "5 questions" in looked
    assert "kind match: 5 short (0 of 5)" in short
    assert "“matching” is not known" in wrong
    assert not Paper.objects.exists()
    assert client.post(address, {**form, "draw": ""}).status_code == 302
    assert Paper.objects.get().ref == "from-the-admin"


def test_the_admin_page_is_for_those_who_may_add_papers(client: Client) -> None:
    assert client.get(reverse("paper_draw")).status_code == 302


class TestCommand:
    """`tayari papers draw`, on the test's own site."""

    @pytest.fixture(autouse=True)
    def site(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(command, "open_site", lambda data: None)

    def run(self, *arguments: str) -> Any:
        asked = ["draw", "--title", "By command", "--blueprint", "quick-quiz", "--minutes", "5", *arguments]
        return CliRunner().invoke(command.papers, asked)

    def test_it_draws_a_paper(self) -> None:
        result = self.run("--count", "4", "--topic", f"{TOPIC}=2")

        assert result.exit_code == 0, result.output
        assert "Drew 4 questions into the draft paper by-command" in result.output
        assert Paper.objects.get().places.count() == 4

    def test_a_dry_run_keeps_nothing(self) -> None:
        result = self.run("--count", "4", "--dry-run", "--json")

        told = json.loads(result.output)
        assert (told["paper"], len(told["questions"]), told["short"]) == (None, 4, [])
        assert not Paper.objects.exists()

    def test_what_is_short_is_told_with_exit_1(self) -> None:
        result = self.run("--count", "4", "--kind", "match")

        assert result.exit_code == 1
        assert "No paper was drawn: the bank cannot fill the paper: kind match: 4 short (0 of 4)" in result.output
        assert not Paper.objects.exists()

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (("--kind", "x"), "--kind x is not known; there are single,"),
            (("--topic", "gs2=no"), "--topic gs2=no is not a name with a weight; write it as gs2=2."),
            (("--section", "gs2"), "--section gs2 names no section and topic; write it as 2:gs2=1."),
            (("--section", "1:gs2=no"), "--section gs2=no is not a name with a weight; write it as gs2=2."),
            (("--section", "1:x", "--count", "2"), "No paper was drawn: there is no topic 'x' in the syllabus"),
            (("--topic", "gs9", "--count", "2"), "No paper was drawn: there is no topic 'gs9' in the syllabus"),
        ],
    )
    def test_what_cannot_be_used_is_one_sentence(self, arguments: tuple[str, ...], sentence: str) -> None:
        result = self.run(*arguments)

        assert isinstance(result.exception, Unusable)
        assert str(result.exception).startswith(sentence)
