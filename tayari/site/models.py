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
        from tayari.accounts import persons
        from tayari.mocks.queries import rekeyed
        from tayari.site.queries import home

        context = super().get_context(request, *args, **kwargs)
        now, language = request.now, self.locale.language_code  # type: ignore[attr-defined]
        view = home.home(language, now=now)
        person = persons.person_of(request) if persons.is_known(request) else None
        return {**context, "view": view, "news": rekeyed.news(person, language, now=now) if person else ()}
