"""The pages every site has: a home and its indexes in each language."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from tayari.articles.models import ArticleIndexPage, SeriesIndexPage
from tayari.live.models import CoverageIndexPage
from tayari.site.models import HomePage

_INDEXES = (
    (ArticleIndexPage, "articles", {"en": "Articles", "hi": "लेख"}),
    (SeriesIndexPage, "series", {"en": "Series", "hi": "शृंखलाएँ"}),
    (CoverageIndexPage, "live", {"en": "Live coverage", "hi": "लाइव कवरेज"}),
)
_HOME = {"en": "Home", "hi": "मुखपृष्ठ"}


@transaction.atomic
def ensure() -> HomePage:
    """Make whatever is missing of the page tree and give the English (or only) home. Safe to repeat."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.LANGUAGES]
    first = _home(locales[0], None)
    for locale in locales:
        home = first if locale == locales[0] else _home(locale, first)
        for model, slug, titles in _INDEXES:
            _index(model, slug, titles, home, locale)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    if site.root_page_id != first.pk or site.site_name != settings.SITE.name:
        site.root_page, site.site_name = first, settings.SITE.name
        site.save()
    Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()
    return first


def _home(locale: Locale, twin: HomePage | None) -> HomePage:
    found = HomePage.objects.filter(locale=locale).first()
    if found:
        return found
    root = Page.objects.filter(depth=1).get()
    language = locale.language_code
    home = HomePage(title=_HOME.get(language, "Home"), slug=f"site-{language}", locale=locale)
    if twin:
        home.translation_key = twin.translation_key
    root.add_child(instance=home)
    home.save_revision().publish()
    return home


def _index(model: type[Page], slug: str, titles: dict[str, str], home: HomePage, locale: Locale) -> None:
    if model.objects.filter(locale=locale).exists():
        return
    page = model(title=titles.get(locale.language_code, titles["en"]), slug=slug, locale=locale)
    twin = model.objects.first()
    if twin:
        page.translation_key = twin.translation_key
    home.add_child(instance=page)
    page.save_revision().publish()
