"""Django with what a pack's parts need, for commands that read a pack without any site."""

import os

_APPS = ("base", "audit", "accounts", "syllabus", "facts")
# What the models of those are made of.
_BELOW = ("wagtail", "modelcluster", "taggit", "django.contrib.auth", "django.contrib.contenttypes")


def without_site() -> None:
    """No database is opened and no other app is loaded; nothing happens where settings are named already."""
    from django.conf import settings

    if settings.configured or os.environ.get("DJANGO_SETTINGS_MODULE"):
        return
    import django

    settings.configure(
        INSTALLED_APPS=[*(f"tayari.{name}" for name in _APPS), *_BELOW],
        AUTH_USER_MODEL="accounts.Person",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        TIME_ZONE="Asia/Kolkata",
        STATIC_URL="/static/",  # Wagtail asks for it when its models are imported
    )
    django.setup()
