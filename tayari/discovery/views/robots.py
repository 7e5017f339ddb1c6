"""What crawlers may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from tayari.base.addresses import absolute

_NOT_FOR_CRAWLERS = ("search/", "sittings/", "accounts/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    homes = []
    for code, _ in settings.LANGUAGES:
        with override(code):
            homes.append(reverse("wagtail_serve", args=[""]))
    closed = [f"Disallow: {home}{path}" for home in homes for path in _NOT_FOR_CRAWLERS]
    with override(settings.LANGUAGE_CODE):
        sitemap = absolute(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", *closed, "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
