"""Addresses: English without prefix, Hindi under /hi; what has no language stands outside."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.decorators.csp import csp_override
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from tayari.accounts import devices
from tayari.accounts.views import door
from tayari.site.views import errors

handler404 = errors.not_found
handler500 = errors.broken

urlpatterns = [
    # Before Wagtail's own of the same addresses: one sign-in, one reset, with the limits of `ACCOUNT_RATE_LIMITS`.
    path("admin/login/", door),
    re_path(r"^admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("tayari.base.urls")),
    path("", include("tayari.media.urls")),
    re_path(
        r"^media/(?P<path>.*)$",
        csp_override(settings.MEDIA_CSP)(serve),
        {"document_root": settings.MEDIA_ROOT},
    ),
]

urlpatterns += i18n_patterns(
    path("accounts/", include("tayari.accounts.urls")),
    path("continue/", devices.enter, name="continue"),
    path("continue/code/", devices.make, name="continue_code"),
    path("_util/login/", door),
    path("", include("tayari.ui.urls")),
    path("", include("tayari.facts.reader_urls")),
    path("", include("tayari.mocks.urls")),
    path("", include("tayari.live.urls")),
    path("", include("tayari.articles.urls")),
    path("", include("tayari.discovery.urls")),
    path("", include("tayari.site.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
