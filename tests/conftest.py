"""A site folder of the tests' own, a database of their own, and no network."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections, transaction
from django.test import Client
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key

ROOT = Path(__file__).resolve().parents[1]

# Each process of pytest-xdist imports this and gets a folder of its own.
_FOLDER = Path(tempfile.mkdtemp(prefix="tayari-tests-"))
(_FOLDER / "tayari.toml").write_text('secret = "for-tests-only-not-a-secret-of-any-site"\n', encoding="utf-8")
(_FOLDER / "static").mkdir()
os.environ["TAYARI_DATA"] = str(_FOLDER)
os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
# Before pytest reads the conftest of a folder that it was given: those import models.
django.setup()

# No test fails for being slow; CI tries the same examples each time, a developer's machine new ones.
hypothesis_settings.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
hypothesis_settings.load_profile("house")

_ROWS: dict[str, list[tuple[Any, ...]]] = {}
_ON_POSTGRES = bool(os.environ.get("DATABASE_URL"))


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    with contextlib.suppress(ImportError):
        import pytest_socket

        pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


_DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium the browser's tests skip and say so; `TAYARI_TESTS=database` leaves what touches no database.

    Browsers come early: their files take longest, and one that comes last leaves the other process idle. While the
    first of them has its site made, which all need, the packs' tests are something else to do.
    """
    first = next((item.path for item in items if item.get_closest_marker("browser")), None)
    items.sort(key=lambda item: _place(item, first))
    if not any(map(shutil.which, (os.environ.get("TAYARI_CHROMIUM") or "chromium-headless-shell", "chromium"))):
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed: bin/test --install"))
    if os.environ.get("TAYARI_TESTS") == "database":
        kept = [item for item in items if _touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not _touches_database(item)])
        items[:] = kept


def _place(item: pytest.Item, first: Path | None) -> int:
    if item.get_closest_marker("browser"):
        return 0 if item.path == first else 2
    return 1 if item.path.parent.name == "packs" else 3


def _touches_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("browser"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & _DATABASE_FIXTURES or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """Put a blank database where Django's test runner looks for the one to keep; it migrates what that still lacks.

    On PostgreSQL it is copied from one that bin/test migrated, where there is one.
    """
    if _ON_POSTGRES:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")
        connections["default"].settings_dict["TEST"]["TEMPLATE"] = os.environ.get("TAYARI_TEST_TEMPLATE")
        return
    from tayari.base import blank

    made = _FOLDER / "test.sqlite3"
    with contextlib.closing(sqlite3.connect(made)) as database:
        blank.write(database, applied="2026-01-01 00:00:00")
    connections["default"].settings_dict["TEST"]["NAME"] = str(made)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Make the pages that every site has, and remember them with what migrations made: languages, permissions."""
    from django_tasks_db.models import DBTaskResult

    from tayari.site.actions import tree

    with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
        tree.ensure()
        # What publishing them asked of the worker is nobody's task in a test.
        DBTaskResult.objects.all().delete()
        for table in connections["default"].introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 — Django's own name of its own table
            _ROWS[table] = cursor.fetchall()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Put those rows back after tests with real transactions, which empty every table. What comes next is chance.

    Not between two of them, which takes a second each on PostgreSQL, unless the second is marked `first_rows`.
    """
    yield
    if not _has_real_transactions(item) or nextitem is None:
        return
    if not _has_real_transactions(nextitem) or nextitem.get_closest_marker("first_rows"):
        with item.config.stash[blocking_manager_key].unblock():
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
            _put_rows_back()


def _put_rows_back() -> None:
    from django.contrib.contenttypes.models import ContentType

    # As rows and not as objects: what listens to saved objects would write rows of its own between them.
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for table, rows in _ROWS.items():
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608
    ContentType.objects.clear_cache()


def _has_real_transactions(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    return not _ON_POSTGRES


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Any) -> None:
    """Tests need no collected static files, and no password needs to be hard to guess."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """No test leaves its language, its counts of readers and requests, or its printings' plans to the next."""
    from tayari.articles.actions import reads
    from tayari.mocks import marking, plans

    with translation.override("en"):
        yield
    cache.clear()
    reads.forget()
    plans.forget()
    marking.forget()


@pytest.fixture
def editor(client: Client) -> Client:
    """A client in which somebody is signed in who may do everything in the admin."""
    from tayari.accounts.models import Person

    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    return client


@pytest.fixture
def now() -> datetime:
    """The moment at which tests take place."""
    return datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
