"""RSS: the posts of one coverage, in the language of the address."""

import mimetypes
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.translation import get_language

from tayari.articles.markdown import plain
from tayari.articles.pages import public
from tayari.articles.queries.pictures import largest
from tayari.base.addresses import absolute
from tayari.delivery import press
from tayari.live.models import CoveragePage, Post
from tayari.plain.graphemes import cut
from tayari.plain.texts import shown

_MOST = 50
_TITLE_LETTERS = 80


class PostFeed(Feed):  # type: ignore[type-arg]
    """The newest posts that readers may know of."""

    def get_object(self, request: HttpRequest, slug: str) -> CoveragePage:
        language = get_language() or "en"
        pages = public(CoveragePage.objects.all()).filter(locale__language_code=language, slug=slug)
        page = pages.select_related("locale").first()
        if page is None:
            raise Http404
        return page

    def title(self, page: CoveragePage) -> str:
        return page.title

    def description(self, page: CoveragePage) -> str:
        return plain(page.summary)

    def link(self, page: CoveragePage) -> str:
        return absolute(page.get_url() or "")

    def feed_url(self, page: CoveragePage) -> str:
        return absolute(reverse("coverage-feed", args=[page.slug]))

    def items(self, page: CoveragePage) -> list[tuple[CoveragePage, Post]]:
        rows = Post.objects.public().filter(coverage_key=page.translation_key).order_by("-published_at", "-number")
        found = [(page, row) for row in rows.select_related("picture")[:_MOST]]
        if not found:
            press.refuse("an empty feed says when it was asked for")
        return found

    def item_title(self, item: tuple[CoveragePage, Post]) -> str:
        page, post = item
        language = page.locale.language_code
        return shown(post.title, language).words or cut(plain(shown(post.text, language).words), _TITLE_LETTERS)

    def item_description(self, item: tuple[CoveragePage, Post]) -> str:
        page, post = item
        return plain(shown(post.text, page.locale.language_code).words)

    def item_link(self, item: tuple[CoveragePage, Post]) -> str:
        page, post = item
        return f"{absolute(page.get_url() or '')}#post-{post.number}"

    def item_guid(self, item: tuple[CoveragePage, Post]) -> str:
        return self.item_link(item)

    def item_enclosures(self, item: tuple[CoveragePage, Post]) -> list[Enclosure]:
        page, post = item
        if post.picture is None:
            return []
        file = largest([post.picture], page.locale.language_code)[post.picture.pk]
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        size = file.size if file.storage.exists(file.name) else 0
        return [Enclosure(absolute(file.url), str(size), kind)]

    def item_pubdate(self, item: tuple[CoveragePage, Post]) -> datetime:
        return item[1].published_at

    def item_updateddate(self, item: tuple[CoveragePage, Post]) -> datetime:
        return item[1].edited_at or item[1].published_at
