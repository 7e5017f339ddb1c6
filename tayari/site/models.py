"""The home page, root of the pages of one language."""

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.models import Page


class HomePage(Page):
    """Home in one language; everything on it is drawn from other apps."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "articles.ArticleIndexPage",
        "articles.SeriesIndexPage",
        "live.CoverageIndexPage",
    ]

    class Meta:
        verbose_name = "home"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from tayari.site.queries import home

        now, language = request.now, self.locale.language_code  # type: ignore[attr-defined]
        return {**super().get_context(request, *args, **kwargs), "view": home.home(language, now=now)}
