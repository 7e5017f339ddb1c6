"""An editor begins the Hindi of a page in the admin, and readers can go from one to the other."""

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from tayari.articles.models import ArticlePage
from tayari.site.actions import tree
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> Client:
    tree.ensure()
    client = Client()
    client.force_login(papers.person(username="ed", is_staff=True, is_superuser=True))
    return client


def translate(editor: Client, page: Page) -> Page:
    hindi = Locale.objects.get(language_code="hi")
    answer = editor.post(f"/admin/translation/submit/page/{page.pk}/", {"locales": [hindi.pk]})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return page.get_translation(hindi).specific


def test_the_menu_of_a_page_offers_it(editor: Client) -> None:
    page = pages.article(body=[])

    listed = editor.get(f"/admin/pages/{page.get_parent().pk}/").content.decode()

    assert f"/admin/translation/submit/page/{page.pk}/" in listed


def test_an_articles_hindi_is_a_draft_joined_to_it(editor: Client) -> None:
    page = pages.article("India–US 2+2", body=[pages.part("background", "Before", pages.text("It began."))])

    twin = translate(editor, page)

    assert (twin.translation_key, twin.locale.language_code, twin.live) == (page.translation_key, "hi", False)
    assert twin.get_parent().specific.title == "लेख"
    assert twin.slug == page.slug


def test_once_published_the_switch_leads_from_one_to_the_other(editor: Client) -> None:
    page = pages.article("India–US 2+2", body=[])
    reader = Client()
    address = "/articles/india-us-2-plus-2/"
    assert f'href="/hi{address}"' not in reader.get(address).content.decode()
    twin = translate(editor, page)
    twin.title = "भारत–अमेरिका 2+2"
    twin.save_revision().publish()

    assert f'href="/hi{address}"' in reader.get(address).content.decode()
    assert f'href="{address}"' in reader.get(f"/hi{address}").content.decode()
    assert ArticlePage.objects.live().filter(translation_key=page.translation_key).count() == 2


@pytest.mark.parametrize("make", [pages.coverage, lambda: pages.series("IR 365")])
def test_series_and_coverage_too(editor: Client, make: object) -> None:
    page = make()  # type: ignore[operator]

    assert translate(editor, page).translation_key == page.translation_key
