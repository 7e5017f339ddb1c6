"""What pressed pages show is what a model of the site says, which knows nothing of rendering."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tayari.articles.models import ArticlePage
from tayari.config.wsgi import application
from tayari.delivery import publishing
from tayari.facts.actions import facts as fact_actions
from tayari.facts.models import Fact
from tayari.live.actions import posts
from tayari.live.models import Post
from tests.delivery.pressing import Printed
from tests.delivery.test_press_freshness import START, Small, small, undone

pytestmark = pytest.mark.django_db
KINDS = ("retitle", "draft", "take down", "put back", "move", "schedule", "correct", "post", "edit", "delete", "wait")
STEP = st.tuples(st.sampled_from(KINDS), st.integers(0, 1), st.integers(1, 9))


@dataclass
class Model:
    """Titles by page, those that are out, what is to be published when, words by post, and the day of a meeting."""

    titles: dict[int, str]
    out: set[int]
    due: list[tuple[datetime, int, str]] = field(default_factory=list)
    posts: dict[int, str] = field(default_factory=dict)
    day: str = ""
    said: set[str] = field(default_factory=set)  # whatever was ever said of a page or in a post

    @property
    def shown(self) -> set[str]:
        return {self.titles[pk] for pk in self.out} | set(self.posts.values())


class Played:
    """The same steps, on the site and on the model."""

    def __init__(self, site: Small) -> None:
        self.site, self.count = site, 0
        self.model = Model({page.pk: page.title for page in (site.first, site.second)}, {site.first.pk, site.second.pk})

    def words(self, kind: str) -> str:
        """Words that nothing else says."""
        self.count += 1
        told = f"{kind.title()} number {self.count:03d}"
        self.model.said.add(told)
        return told

    def step(self, kind: str, which: int, number: int) -> None:
        page = ArticlePage.objects.get(pk=(self.site.first, self.site.second)[which].pk)
        getattr(self, kind.replace(" ", "_"))(page, number)

    def retitle(self, page: ArticlePage, number: int) -> None:
        page.title = self.model.titles[page.pk] = self.words("title")
        self.model.out.add(page.pk)
        # What is published by hand takes the place of what was scheduled.
        self.model.due = [one for one in self.model.due if one[1] != page.pk]
        page.save_revision().publish()

    def draft(self, page: ArticlePage, number: int) -> None:
        page.title = self.words("draft")
        page.save_revision()

    def take_down(self, page: ArticlePage, number: int) -> None:
        if page.pk in self.model.out:
            self.model.out.discard(page.pk)
            # Wagtail takes back what was scheduled along with it.
            self.model.due = [one for one in self.model.due if one[1] != page.pk]
            page.unpublish()

    def put_back(self, page: ArticlePage, number: int) -> None:
        if page.pk not in self.model.out:
            self.retitle(page, number)

    def move(self, page: ArticlePage, number: int) -> None:
        if page.pk in self.model.out:
            page.slug = f"moved-{self.count}-{number}"
            self.retitle(page, number)

    def schedule(self, page: ArticlePage, number: int) -> None:
        if not any(pk == page.pk for _, pk, _ in self.model.due):
            title, at = self.words("scheduled"), self.site.now + timedelta(minutes=number)
            self.model.due.append((at, page.pk, title))
            page.title, page.go_live_at = title, at
            page.save_revision(approved_go_live_at=at)

    def correct(self, page: ArticlePage, number: int) -> None:
        self.model.day = f"{number} October 2018"
        content = fact_actions.content_of(Fact.objects.get(ref="2plus2-1.held-on"))
        fact_actions.put(
            content | {"object": f"2018-10-{number:02d}"}, by=None, now=self.site.now, reason=f"wrong {self.count}"
        )

    def post(self, page: ArticlePage, number: int) -> None:
        words = self.words("post")
        key = self.site.coverage.translation_key
        made = posts.create(coverage_key=key, text={"en": words}, by=None, now=self.site.now)
        self.model.posts[made.pk] = words

    def edit(self, page: ArticlePage, number: int) -> None:
        for pk in list(self.model.posts)[:1]:
            self.model.posts[pk] = self.words("edited")
            posts.edit(Post.objects.get(pk=pk), text={"en": self.model.posts[pk]}, by=None, now=self.site.now)

    def delete(self, page: ArticlePage, number: int) -> None:
        for pk in list(self.model.posts)[:1]:
            del self.model.posts[pk]
            posts.delete(Post.objects.get(pk=pk), by=None, now=self.site.now)

    def wait(self, page: ArticlePage, number: int) -> None:
        self.site.now += timedelta(minutes=number)
        publishing.publish_due(now=self.site.now)
        for at, pk, title in sorted(self.model.due):
            if at <= self.site.now:
                self.model.titles[pk] = title
                self.model.out.add(pk)
        self.model.due = [one for one in self.model.due if one[0] > self.site.now]


def wrong(printed: Printed, played: Played) -> list[str]:
    """What the shelf says and the model does not, or the other way round."""
    model, found = played.model, []
    pages = {pk: ArticlePage.objects.get(pk=pk).url for pk in model.out}
    titles = {model.titles[pk] for pk in model.out}
    for path, wanted in {
        "/articles/": titles,
        "/feed.xml": titles,
        "/live/live-one/": set(model.posts.values()),
    }.items():
        told = printed.get(path).body.decode()
        found += [f"{path} lacks {words}" for words in wanted if words not in told]
        found += [f"{path} has {words}" for words in model.said - model.shown if words in told]
    for pk, path in pages.items():
        answer = printed.get(path or "")
        if answer.status != 200 or model.titles[pk] not in answer.body.decode():
            found.append(f"{path} is {answer.status} without {model.titles[pk]}")
    if model.day and model.day not in printed.get("/entities/2plus2-1/").body.decode():
        found.append(f"the entity's page lacks {model.day}")
    return found


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Small:
    return small(monkeypatch)


@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=6, max_size=14))
def test_pages_show_what_the_model_says(site: Small, steps: list[Any]) -> None:
    with undone():
        site.now = START
        printed, played = Printed(application), Played(site)
        assert wrong(printed, played) == []
        for step in steps:
            played.step(*step)
            assert wrong(printed, played) == [], f"after {step} of {steps}"
