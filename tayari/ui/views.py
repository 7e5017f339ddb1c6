"""The site's own accent colour, and the gallery of components for those who build pages."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tayari.ui import samples

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@require_safe
@cache_control(public=True, max_age=3600)
def accent(request: HttpRequest) -> HttpResponse:
    """The working blue replaced by the operator's accent, lightened for the dark theme."""
    colour = settings.SITE.accent
    text = ""
    if _HEX.fullmatch(colour):
        text = (
            "@layer tokens{:root{"
            f"--blue:light-dark({colour},oklch(from {colour} .79 min(c,.1) h));"
            f"--blue-soft:light-dark(oklch(from {colour} .93 min(c,.03) h),oklch(from {colour} .34 min(c,.06) h))"
            "}}\n"
        )
    return HttpResponse(text, content_type="text/css; charset=utf-8")


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in the page's language; only while developing and on a demo site."""
    if not (settings.DEBUG or settings.SITE.demo):
        raise Http404
    return render(request, "ui/gallery/page.html", samples.all_of_them())
