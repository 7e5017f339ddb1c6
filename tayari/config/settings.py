"""Django's settings, read from the site's folder (tayari.toml) and the environment."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.csp import CSP

from tayari.config import pressing
from tayari.config.folder import LANGUAGES as NAMED
from tayari.config.folder import SiteFolder

FOLDER = SiteFolder.from_environment()
SITE = FOLDER.settings

SECRET_KEY = SITE.secret
DEBUG = os.environ.get("TAYARI_DEBUG") == "1"
ALLOWED_HOSTS = SITE.hosts
CSRF_TRUSTED_ORIGINS = SITE.origins
ROOT_URLCONF = "tayari.config.urls"
WSGI_APPLICATION = "tayari.config.wsgi.application"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

INSTALLED_APPS = [
    "tayari.base",
    "tayari.delivery",
    "tayari.ui",
    "tayari.media",
    "tayari.audit",
    "tayari.accounts",
    "tayari.syllabus",
    "tayari.facts",
    "tayari.bank",
    "tayari.mocks",
    "tayari.articles",
    "tayari.live",
    "tayari.discovery",
    "tayari.site",
    "tayari.packs",
    "tayari.demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Pages travel compressed; Django pads them at random, so that their length tells nothing of a token inside.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "tayari.base.middleware.AdminPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tayari.base.middleware.NowMiddleware",
    "tayari.accounts.known.KnownMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Innermost: what the others look at is nothing that a page depends on.
    "tayari.delivery.press.middleware.PressMiddleware",
]

# Shared by several nodes; one alone needs none.
REDIS_URL = os.environ.get("REDIS_URL") or SITE.redis_url
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "tayari.base.shared.SharedCache", "LOCATION": REDIS_URL}}

# Messages of a sitting are answered in the front; off, by Django's view.
LANES = SITE.lanes

PRESS_ROUTES = pressing.ROUTES
PRESS_QUESTIONS = pressing.QUESTIONS
PRESS_NEVER = pressing.NEVER
PRESS_ALWAYS = pressing.ALWAYS
PRESS_UNSEEN_COLUMNS = pressing.UNSEEN_COLUMNS
# That of an editor, whose reading is not counted.
PRESS_EDITOR_COOKIE = "tayari_editor"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tayari.ui.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "tayari.ui.templatetags.ui"],
        },
    }
]

_SQLITE_OPTIONS: dict[str, Any] = {
    # SQLite ignores row locks: the one write lock, taken at the start, is what keeps two writers apart.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # A checkpoint each 32 MB and not each 4: what a hall of candidates writes again and again goes into the file once.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=8000;"
    ),
}
DATABASE_URL = os.environ.get("DATABASE_URL") or SITE.database_url
if DATABASE_URL:
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=600, conn_health_checks=True)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(FOLDER.database),
            "CONN_MAX_AGE": None,
            "OPTIONS": _SQLITE_OPTIONS,
        }
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "tayari.media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.File"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # in memory three or four bytes each
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAIL_SITE_NAME = SITE.name
WAGTAILADMIN_BASE_URL = SITE.address
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True}}

LANGUAGE_CODE = "en"
LANGUAGES = [(code, NAMED[code]) for code in SITE.languages]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "ui" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = FOLDER.path / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = FOLDER.path / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tayari.ui.storage.HashedStatic"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "tayari.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{SITE.name}] "
ACCOUNT_USERNAME_BLACKLIST = ["admin", "administrator", "editor", "guest", "root", "tayari"]
ACCOUNT_SESSION_REMEMBER = True
# Per address, and per name where there is one: a classroom behind one address can sign up and in, a guesser cannot.
ACCOUNT_RATE_LIMITS = {
    "signup": "40/h/ip",
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "reset_password": "20/h/ip,5/h/key",
    "confirm_email": "1/1m/key",
}
# Tayari speaks no TLS itself: an https address means that one proxy stands in front and says who asks.
BEHIND_PROXY = SITE.address.startswith("https://")
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

MAILERS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
if SITE.mail_host:
    MAILERS["default"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": SITE.mail_host,
            "port": SITE.mail_port,
            "username": SITE.mail_user,
            "password": SITE.mail_password,
            # Port 465 speaks TLS from the first byte, others after STARTTLS.
            "use_ssl": SITE.mail_tls and SITE.mail_port == 465,
            "use_tls": SITE.mail_tls and SITE.mail_port != 465,
            "timeout": 20,
        },
    }
DEFAULT_FROM_EMAIL = SITE.mail_from

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_PROXY
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
}
# What was uploaded may be a drawing with a script in it: opened by itself it runs nothing and is nobody's page.
MEDIA_CSP: dict[str, Any] = {
    "default-src": [CSP.NONE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": ["data:"],
    "style-src": [CSP.UNSAFE_INLINE],
    "sandbox": True,
}
# Wagtail's admin has scripts and styles in its pages; nothing of it is shown to readers.
ADMIN_CSP = SECURE_CSP | {
    "default-src": [CSP.SELF, "data:", "blob:"],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("TAYARI_LOG", "WARNING")},
    # Every task twice at INFO would bury what matters; one that fails is an ERROR.
    "loggers": {"django.tasks": {"level": "WARNING"}, "django_tasks": {"level": "WARNING"}},
}
