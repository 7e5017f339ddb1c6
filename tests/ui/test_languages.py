"""The language switch stays on the page, or says that it cannot."""

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, Page, Site

from tayari.site.models import HomePage
from tayari.ui import languages
from tayari.ui.languages import LanguageLink


def switched(path: str, current: str, page: object = None) -> tuple[LanguageLink, ...]:
    return languages.links(RequestFactory().get(path), page, current)


def test_a_page_of_records_has_the_same_address_in_the_other_language() -> None:
    english, hindi = switched("/accounts/login/", "en")

    assert english == LanguageLink("en", "English", "/accounts/login/", True, True)
    assert hindi == LanguageLink("hi", "हिन्दी", "/hi/accounts/login/", False, True)


def test_the_question_asked_goes_along() -> None:
    english, hindi = switched("/hi/accounts/login/?next=/x%2B2/", "hi")

    assert english.url == "/accounts/login/?next=/x%2B2/"
    assert hindi.current


def test_home_leads_home() -> None:
    assert [link.url for link in switched("/", "en")] == ["/", "/hi/"]
    assert all(link.same_page for link in switched("/hi/", "hi"))


def test_an_address_that_leads_nowhere_leads_home_in_the_other_language() -> None:
    english, _ = switched("/hi/articles/no-such-article/", "hi")

    assert english == LanguageLink("en", "English", "/", False, False)


@pytest.fixture
def home(db: None) -> HomePage:
    root = Page.objects.get(depth=1)
    english, _ = Locale.objects.get_or_create(language_code="en")
    page = root.add_child(instance=HomePage(title="Home", slug="home-en", locale=english))
    Site.objects.all().delete()
    Site.objects.create(hostname="127.0.0.1", root_page=page, is_default_site=True)
    return page


def test_a_page_without_a_translation_says_so(home: HomePage) -> None:
    _, hindi = switched("/", "en", home)

    assert hindi == LanguageLink("hi", "हिन्दी", "/hi/", False, False)


def test_a_translation_that_is_a_draft_is_none(home: HomePage) -> None:
    Locale.objects.get_or_create(language_code="hi")
    home.copy_for_translation(Locale.objects.get(language_code="hi"))

    _, hindi = switched("/", "en", home)

    assert not hindi.same_page


def test_a_published_translation_is_led_to(home: HomePage) -> None:
    Locale.objects.get_or_create(language_code="hi")
    twin = home.copy_for_translation(Locale.objects.get(language_code="hi"))
    twin.save_revision().publish()

    _, hindi = switched("/", "en", home)

    assert hindi == LanguageLink("hi", "हिन्दी", "/hi/", False, True)
