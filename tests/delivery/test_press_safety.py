"""Tries to get into the press what must never be there: cookies, tokens, drafts, and anything of a person."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import clear_url_caches, path, set_urlconf
from wagtail.models import PageViewRestriction

from tayari.accounts.models import Person
from tayari.articles.actions import reads
from tayari.articles.models import ReadCount
from tayari.base import clock
from tayari.config.wsgi import application
from tayari.delivery import press
from tayari.delivery.press import machine
from tayari.mocks.models import Sitting
from tests.delivery.pressing import Printed, fresh
from tests.factories import pages, papers, questions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Printed]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    questions.facts()
    yield Printed(application)
    reads.flush(now=NOW)


def _sets_a_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("x")
    response.set_cookie("seen", "1")
    return response


def _asks_the_session(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.session.get("x")))


def _asks_the_user(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.user.is_authenticated))


def _has_a_token(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))


def _holds_a_token(request: HttpRequest) -> HttpResponse:
    return HttpResponse('<input name="csrfmiddlewaretoken" value="kept in a template cache">')


def _is_private(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x", headers={"Cache-Control": "private, max-age=5"})


def _reads_persons(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(Person.objects.count()))


def _reads_the_clock(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.now))  # type: ignore[attr-defined]


def _reads_counts(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(ReadCount.objects.count()))


def _looks_at_cookies(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str("tayari_guest" in request.COOKIES))


def _refuses(request: HttpRequest) -> HttpResponse:
    press.refuse("because")
    return HttpResponse("x")


def _is_missing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x", status=404)


def _is_a_picture(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"x", content_type="image/png")


def _has_a_nonce(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x", headers={"Content-Security-Policy": "script-src 'nonce-abc'"})


def _is_a_preview(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<wagtail-userbar></wagtail-userbar>")


def _is_fine(request: HttpRequest) -> HttpResponse:
    press.until(NOW + timedelta(minutes=1))
    return HttpResponse(f"{request.now}")  # type: ignore[attr-defined]


TRIED: list[tuple[Callable[[HttpRequest], HttpResponse], str]] = [
    (_sets_a_cookie, "it sets a cookie"),
    (_asks_the_session, "it differs by cookie"),
    (_asks_the_user, "it differs by cookie"),
    (_has_a_token, "it sets a cookie"),
    (_holds_a_token, "it holds a form's token"),
    (_is_private, "it forbids it"),
    (_reads_persons, "it reads accounts_person"),
    (_reads_the_clock, "it reads the clock and does not say until when it holds"),
    (_reads_counts, "it reads articles_readcount"),
    (_looks_at_cookies, "it looks at cookies"),
    (_refuses, "because"),
    (_is_missing, "it is a 404"),
    (_is_a_picture, "it is no page"),
    (_has_a_nonce, "it has a nonce"),
    (_is_a_preview, "it holds an editor's bar"),
    (_is_fine, ""),
]
urlpatterns = [path(f"{view.__name__}/", view, name=view.__name__) for view, _ in TRIED]


@pytest.fixture
def attempts(settings: Any) -> Iterator[None]:
    settings.ROOT_URLCONF = __name__
    settings.PRESS_ROUTES = frozenset(view.__name__ for view, _ in TRIED)
    machine._is_pressed.cache_clear()
    clear_url_caches()
    set_urlconf(None)
    yield
    machine._is_pressed.cache_clear()
    clear_url_caches()


def test_what_must_not_be_kept_is_not(printed: Printed, attempts: None) -> None:
    assert {view.__name__: printed.why_not(f"/{view.__name__}/") for view, _ in TRIED} == {
        view.__name__: why for view, why in TRIED
    }
    assert [key.path for key in printed.press.shelf.addresses()] == ["/_is_fine/"]


def test_a_reader_who_is_refused_a_pressed_page_still_gets_the_page(printed: Printed, attempts: None) -> None:
    answers = [printed.get("/_sets_a_cookie/"), printed.get("/_sets_a_cookie/")]

    assert [answer.headers["set-cookie"].partition(";")[0] for answer in answers] == ["seen=1", "seen=1"]
    assert printed.rendered == 3, "tried once, then rendered for each"


def test_nothing_of_a_reader_reaches_what_is_kept(printed: Printed) -> None:
    page = pages.article()

    first = printed.get(
        page.url,
        cookie="sessionid=stolen; tayari_guest=x; django_language=hi; csrftoken=y",
        accept_language="hi",
        user_agent="Mozilla/5.0 <script>",
        referer="https://elsewhere.example/",
        x_forwarded_for="6.6.6.6",
    )

    assert first.body == fresh(page.url)
    assert first.body == printed.get(page.url).body
    assert printed.rendered == 1


def test_an_editor_sees_what_readers_see_and_no_draft_is_in_it(printed: Printed, client: Client) -> None:
    page = pages.article()
    before = printed.get(page.url).body
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    page.title = "A draft that nobody reads"
    page.save_revision()

    as_editor = printed.get(page.url, cookie=f"sessionid={client.cookies['sessionid'].value}; tayari_editor=1")

    assert as_editor.body == before
    assert b"A draft" not in as_editor.body
    assert printed.rendered == 1, "a draft refreshes nothing"


def test_home_and_a_cover_are_everybodys_and_what_is_ones_own_is_never_kept(printed: Printed, client: Client) -> None:
    papers.printing()
    pages.article()
    cover = "/mocks/india-us/"
    for_all = [printed.get(path_).body for path_ in ("/", cover)]
    sitting = Sitting.objects.get(pk=client.post(f"{cover}sittings/")["Location"].split("/")[2])
    cookie = f"tayari_guest={client.cookies['tayari_guest'].value}; tayari_known=1"
    rendered = printed.rendered

    assert [printed.get(path_, cookie=cookie).body for path_ in ("/", cover)] == for_all
    assert printed.rendered == rendered, "a start refreshes nothing"
    assert b"csrfmiddlewaretoken" not in for_all[1]
    for path_ in ("/own/", "/own/part/", f"{cover}own/", f"{cover}own/part/"):
        mine, others = printed.get(path_, cookie=cookie), printed.get(path_)
        assert str(sitting.pk) in mine.body.decode()
        assert str(sitting.pk) not in others.body.decode()
        assert {"private", "no-store"} <= set(mine.headers["cache-control"].split(", "))
        assert others.status == (204 if "part" in path_ else 200)
    assert {key.path for key in printed.press.shelf.addresses()} == {"/", cover}


def test_pages_with_a_token_or_behind_a_password_are_rendered_for_each(printed: Printed) -> None:
    closed, opened = pages.article("Closed", slug="closed"), pages.article("Open", slug="open")
    PageViewRestriction.objects.create(page=closed, restriction_type="password", password="p")
    for path_ in ("/search/?q=x", "/accounts/login/", "/articles/open/report/", "/check/"):
        printed.get(path_)

    assert printed.why_not(closed.url) == "it sets a cookie"
    assert printed.press.shelf.addresses() == []
    PageViewRestriction.objects.create(page=opened, restriction_type="login")
    assert printed.why_not(opened.url) == "it is a 302"


def test_who_reads_a_pressed_page_is_counted_and_editors_programs_and_prefetches_are_not(printed: Printed) -> None:
    page = pages.article()

    printed.get(page.url)
    tag = printed.get(page.url).headers["etag"]
    printed.get(page.url, if_none_match=tag)
    printed.get(page.url, method="HEAD")
    printed.get(page.url, user_agent="Googlebot/2.1")
    printed.get(page.url, sec_purpose="prefetch")
    printed.get(page.url, cookie="tayari_editor=1")

    assert printed.rendered == 1
    assert reads.flush(now=NOW) == 3


def test_the_admin_marks_an_editors_browser_and_nobody_elses(editor: Client, client: Client) -> None:
    name = django_settings.PRESS_EDITOR_COOKIE

    assert editor.get("/admin/").cookies[name].value == "1"
    assert name not in Client().get("/admin/").cookies


def test_every_public_page_is_kept(printed: Printed) -> None:
    """Whatever falls back to Django stands in this list, with its reason."""
    article = pages.article()
    pages.article("भारत", language="hi")
    pages.series("365", (article, article.published))
    coverage = pages.coverage()
    papers.printing()
    kept = ("/", "/hi/", "/articles/", "/articles/?page=1", article.url, "/series/", "/series/365/", "/live/")
    kept += (coverage.url,)
    kept += ("/topics/", "/topics/gs2.ir.bilateral.us/", "/2026/11/20/", "/entities/2plus2-1/", "/dossiers/")
    kept += ("/corrections/", "/mocks/", "/mocks/india-us/", "/feed.xml", "/sitemap.xml", "/robots.txt")

    assert {path_: printed.why_not(path_) for path_ in kept} == dict.fromkeys(kept, "")
    assert printed.why_not("/corrections/feed.xml") == "an empty feed says when it was asked for"
    assert printed.why_not("/today/") == "it was not tried"
