"""Editors are told that what they look at is not what readers see."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import pages, questions

pytestmark = pytest.mark.django_db


def test_a_draft_says_that_it_is_one_and_the_published_page_does_not(editor: Client) -> None:
    questions.facts()
    page = pages.article()
    page.title = "Another title"
    page.save_revision()

    draft = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()

    assert "Another title" in draft
    assert "readers see only what has been published" in draft
    assert "readers see only what has been published" not in Client().get(page.url).content.decode()


def test_it_says_so_in_hindi(editor: Client) -> None:
    questions.facts()
    page = pages.article("भारत", language="hi", slug="two")

    draft = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()

    assert "मसौदे का पूर्वावलोकन" in draft
