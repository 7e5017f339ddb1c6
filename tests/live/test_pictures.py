"""A post has a picture: added at the desk, shown with its words to those who read and those who follow."""

import hashlib
import io
import json
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from tayari.articles.queries.pictures import shown
from tayari.delivery.streams.sources import Channel
from tayari.discovery import structured
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Draft, Post
from tayari.live.streams import CoverageSource
from tayari.media.models import Picture
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(slug="talks")


def _bitmap(kind: str = "png", size: tuple[int, int] = (1600, 900)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind)
    return written.getvalue()


def _sent(**values: Any) -> dict[str, Any]:
    return {"began_from": 0, "kind": "update", "text_en": "They met.", **values}


def test_a_picture_is_shown_with_its_words_and_goes_with_the_post(page: CoveragePage, editor: Client) -> None:
    picture = pages.picture("room", alt={"en": "Two tables", "hi": "दो मेज़ें"})
    desk = reverse("live_desk", args=[page.pk])
    editor.post(reverse("live_desk_draft", args=[page.pk]), _sent(picture=picture.pk))
    assert f'value="{picture.pk}"' in editor.get(desk).content.decode()

    editor.post(desk, _sent(picture=picture.pk))

    post = Post.objects.get()
    news = CoverageSource().news(Channel(str(page.translation_key), "en"), 0, 9)
    assert post.picture == picture and news is not None
    told = json.loads(news.events[0].data)["html"]
    for html in (Client().get(page.url).content.decode(), editor.get(desk).content.decode(), told):
        assert 'alt="Two tables"' in html and picture.file.url in html
        assert 'width="1200" height="675"' in html and 'loading="lazy"' in html
    assert "How the ministers sit" in told
    feed = Client().get(reverse("coverage-feed", args=[page.slug])).content.decode()
    assert f'length="{len(pages.SVG)}" type="image/svg+xml" url="http://127.0.0.1:8000{picture.file.url}"' in feed
    described = structured.described(page, "en")
    assert described and f'{picture.file.url}","width":1200,"height":675,"caption":"How' in str(described.graph)
    editor.post(reverse("live_desk_act", args=[page.pk, post.pk]), {"do": "take-down"})
    assert picture.file.url not in Client().get(page.url).content.decode()


def test_a_draft_that_names_no_picture_opens(page: CoveragePage, editor: Client) -> None:
    editor.post(reverse("live_desk_draft", args=[page.pk]), _sent(picture="x"))

    assert Draft.objects.get().values["picture"] is None
    assert editor.get(reverse("live_desk", args=[page.pk])).status_code == 200


def test_a_picture_is_added_at_the_desk_with_its_sizes_made(page: CoveragePage, editor: Client) -> None:
    content, words = _bitmap(), {"alt_en": "A sea of teal", "alt_hi": "हरा-नीला", "caption_hi": "समुद्र"}
    file = SimpleUploadedFile("My Photo.png", content, "image/png")

    told = editor.post(reverse("live_desk_picture", args=[page.pk]), {"file": file, **words}).json()

    made = Picture.objects.get()
    assert (told["id"], told["title"]) == (made.pk, "A sea of teal")
    assert told["preview"]["url"]
    assert (made.ref, made.original_name) == ("a-sea-of-teal", "My Photo.png")
    assert (made.alt, made.caption) == ({"en": "A sea of teal", "hi": "हरा-नीला"}, {"hi": "समुद्र"})
    assert made.content_digest == hashlib.sha256(content).hexdigest()
    assert set(made.renditions.values_list("width", flat=True)) >= {640, 1280}
    seen = shown([made], "en")[made.pk]
    assert (seen.width, seen.height, seen.srcset.count(" 640w"), seen.srcset.count(" 1280w")) == (1280, 720, 1, 1)


_SAID = {"alt_en": "Teal"}


@pytest.mark.parametrize(
    ("name", "content", "words", "field", "why"),
    [
        ("a.png", _bitmap(), {}, "alt_en", "Say what it shows"),
        ("a.png", _bitmap(), {"alt_hi": "हरा"}, "alt_en", "Say what it shows"),
        ("a.png", _bitmap(), _SAID | {"decorative": "on"}, "decorative", "leave that empty"),
        ("a.png", _bitmap()[:400], _SAID, "file", "breaks off"),
        ("a.png", _bitmap("jpeg"), _SAID, "file", "does not match"),
        ("a.txt", b"words", _SAID, "file", "not an image"),
        ("a.png", b"", _SAID, "file", "empty"),
        ("a.bmp", _bitmap("bmp", (9, 9)), _SAID, "file", "Not a supported"),
        ("a.png", _bitmap(size=(1601, 900)), _SAID, "file", "too many pixels"),
        ("a.svg", pages.SVG + b" " * 70_000, _SAID, "file", "too big"),
        ("", b"", _SAID, "file", "required"),
    ],
)
def test_a_bad_upload_is_told_at_its_field_and_stores_nothing(
    name: str, content: bytes, words: Any, field: str, why: str, page: CoveragePage, editor: Client, settings: Any
) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 64 * 1024
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1600 * 900
    sent = {**words, **({"file": SimpleUploadedFile(name, content)} if name else {})}

    answer = editor.post(reverse("live_desk_picture", args=[page.pk]), sent)

    told = answer.json()["wrong"]
    assert (answer.status_code, list(told)) == (400, [field])
    assert why in " ".join(told[field])
    assert not Picture.objects.exists()


def test_a_picture_that_decorates_is_not_read_aloud(page: CoveragePage, editor: Client, now: datetime) -> None:
    sent = {"file": SimpleUploadedFile("line.svg", pages.SVG), "decorative": "on"}
    editor.post(reverse("live_desk_picture", args=[page.pk]), sent)
    posts.create(
        coverage_key=page.translation_key, text={"en": "A line."}, picture=Picture.objects.get(), by=None, now=now
    )

    assert (Picture.objects.get().alt, Picture.objects.get().ref) == ({}, "line")
    assert 'height="675" alt="" loading="lazy"' in Client().get(page.url).content.decode()
    form = editor.get(reverse("wagtailimages:edit", args=[Picture.objects.get().pk])).content.decode()
    assert "checked" in form.split('name="decorative"')[1][:80]


def test_a_file_that_is_lost_costs_the_picture_and_not_the_page(page: CoveragePage, now: datetime) -> None:
    picture = Picture(title="gone", alt={"en": "Gone"}, file="original_images/gone.png", width=10, height=20)
    picture.save()
    posts.create(coverage_key=page.translation_key, text={"en": "They met."}, picture=picture, by=None, now=now)

    shown_page = Client().get(page.url)

    assert shown_page.status_code == 200 and 'width="10" height="20" alt="Gone"' in shown_page.content.decode()
    assert Picture.objects.get().ref == "gone"
    assert 'length="0"' in Client().get(reverse("coverage-feed", args=[page.slug])).content.decode()


def test_who_may_add_no_picture_is_offered_none(page: CoveragePage) -> None:
    writer = papers.person(username="writer", is_staff=True)
    wanted = ["access_admin", "add_post", "change_post"]
    writer.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    client = Client()
    client.force_login(writer)

    assert "Add a new picture" not in client.get(reverse("live_desk", args=[page.pk])).content.decode()
    sent = {"file": SimpleUploadedFile("a.svg", pages.SVG), **_SAID}
    assert client.post(reverse("live_desk_picture", args=[page.pk]), sent).status_code in (302, 403)
    assert not Picture.objects.exists()


def test_the_linter_reads_the_words_of_the_picture(page: CoveragePage, editor: Client) -> None:
    picture = pages.picture(caption={"en": "It met in New Delhi in 2018."})
    lint = reverse("live_desk_lint", args=[page.pk])

    without = editor.post(lint, _sent()).content.decode()
    read = editor.post(lint, _sent(picture=picture.pk)).content.decode()

    assert "1 sentences" in without and "3 sentences" in read


def test_who_uploads_in_the_library_says_what_it_shows_too(editor: Client) -> None:
    pages.picture("two-tables")
    add, sent = reverse("wagtailimages:add"), {"title": "Two tables", "collection": Picture.objects.get().collection_id}

    for words in ({}, {"alt_en": "Two tables", "caption_en": "The room"}):
        editor.post(add, sent | {"file": SimpleUploadedFile("room.svg", pages.SVG)} | words)

    made = Picture.objects.exclude(ref="two-tables").get()
    assert (made.alt, made.caption) == ({"en": "Two tables"}, {"en": "The room"})
    assert (made.ref or "").startswith("two-tables-") and made.original_name == "room.svg"
    assert str(made.ref) in editor.get(reverse("wagtailimages:edit", args=[made.pk])).content.decode()
