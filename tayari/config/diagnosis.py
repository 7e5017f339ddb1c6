"""What `tayari doctor` looks at: each look is one function that says what it found and how to mend it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata

import django
from django.conf import settings
from django.db import DatabaseError, connection
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tayari.base import database, later, shared
from tayari.base.models import JobRun
from tayari.base.problems import Unusable
from tayari.config.folder import LANGUAGES, SiteFolder

LIBRARIES = ("django", "wagtail", "django-allauth", "django-tasks-db", "apscheduler", "granian", "whitenoise")
LITTLE = 500 * 1024 * 1024  # bytes free below which the disk is nearly full
SILENT = timedelta(minutes=3)  # a worker beats once a minute


@dataclass(frozen=True, slots=True)
class Look:
    """`mend` says how to mend it and is empty when all is well; `wrong` makes the exit code 1."""

    what: str
    found: str
    mend: str = ""
    wrong: bool = False


def look(folder: SiteFolder, *, now: datetime) -> Iterator[Look]:
    """Every look in turn. One that breaks is itself a finding."""
    looks: tuple[tuple[str, Callable[[], Iterator[Look]]], ...] = (
        ("programs", programs),
        ("folder", lambda: place(folder)),
        ("settings", lambda: told(folder)),
        ("database", lambda: stored(folder)),
        ("redis", between_nodes),
        ("tasks", lambda: worker(folder, now)),
        ("jobs", jobs),
        ("static files", lambda: static(folder)),
    )
    for name, function in looks:
        try:
            yield from function()
        except DatabaseError as error:
            yield Look(
                name, f"the database did not answer: {str(error).strip()}", "See the database's line.", wrong=True
            )


def programs() -> Iterator[Look]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Look(
        "Python",
        version,
        "" if sys.version_info >= (3, 12) else "Install Python 3.12 or newer.",
        sys.version_info < (3, 12),
    )
    found = ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    fits = django.VERSION[:2] == (6, 1)
    yield Look("libraries", found, "" if fits else "Run bin/tayari again: it installs the locked versions.", not fits)


def place(folder: SiteFolder) -> Iterator[Look]:
    try:
        folder.writable()
    except Unusable as error:
        yield Look("folder", str(folder.path), str(error), wrong=True)
    else:
        yield Look("folder", f"{folder.path} can be written")
    mode = (folder.path / "tayari.toml").stat().st_mode & 0o077
    if mode:
        yield Look("secret", "others can read tayari.toml", f"chmod 600 {folder.path / 'tayari.toml'}", wrong=True)
    free = shutil.disk_usage(folder.path).free
    yield Look("disk", f"{free // 1024**2} MiB free", "Free some space." if free < LITTLE else "", free < LITTLE)


def told(folder: SiteFolder) -> Iterator[Look]:
    site = folder.settings
    yield Look("languages", ", ".join(LANGUAGES[code] for code in site.languages))
    if len(site.secret) < 32:
        yield Look(
            "secret", "it is short", "Write 40 random characters as `secret`; everybody signs in again.", wrong=True
        )
    if site.mail_host:
        yield Look("mail", f"through {site.mail_host}:{site.mail_port} as {site.mail_from}")
    else:
        yield Look(
            "mail", "no server: messages are printed on the console", "Set mail_host, mail_user … in tayari.toml."
        )
    host = site.address.split("://", 1)[-1].split(":", 1)[0]
    if host not in site.hosts:
        yield Look("hosts", f"{host} is not among them", f"Add {host!r} to `hosts` in tayari.toml.", wrong=True)
    if site.press:
        yield Look("press", "on: public pages are rendered once and kept until something in them changes")
    else:
        yield Look("press", "off: every page is rendered for every reader", "Take `press = false` out of tayari.toml.")
    if site.lanes:
        yield Look("lanes", "on: answers of a sitting are saved in groups, without Django's stack of middleware")
    else:
        yield Look("lanes", "off: each answer is saved by itself", "Take `lanes = false` out of tayari.toml.")
    if site.demo:
        yield Look("demo", "this is a demonstration site", "Make one of your own with `tayari init DIR`.")


def between_nodes() -> Iterator[Look]:
    """Nothing is said where no Redis is wanted: one process needs none."""
    if not settings.REDIS_URL:
        return
    from redis.exceptions import RedisError

    try:
        shared.client().ping()
    except RedisError as error:
        mend = "Start it, or mend `redis_url` (or REDIS_URL). Until then nodes hear of each other every five seconds."
        yield Look("redis", f"it cannot be reached: {error}", mend, wrong=True)
    else:
        yield Look("redis", "it answers: nodes hear of each other, and count limits together")


def stored(folder: SiteFolder) -> Iterator[Look]:
    found = database.version()
    again = f"tayari serve --data {folder.path}"
    if found.unknown:
        yield Look("database", f"newer than this Tayari ({found.unknown[0]})", "Install the newer Tayari.", wrong=True)
    elif found.empty or found.pending:
        what = "empty" if found.empty else f"older: {len(found.pending)} migrations are missing"
        yield Look("database", what, f"`{again}` brings it up to date after making a copy.", wrong=True)
    else:
        yield Look("database", f"{connection.vendor}, migrated")
    damage = database.damage()
    if damage:
        yield Look("database", f"damaged: {damage}", f"Put a copy from {folder.path / 'backups'} back.", wrong=True)


def _served(folder: SiteFolder) -> bool:
    from tayari.config import serving

    try:
        with serving.only_server(folder):
            return False
    except Unusable:
        return True


def worker(folder: SiteFolder, now: datetime) -> Iterator[Look]:
    beat = JobRun.objects.filter(name=later.HEARTBEAT).first()
    if not _served(folder):
        yield Look("task worker", "not running, because nothing serves this site", f"tayari serve --data {folder.path}")
    elif beat is None or now - beat.started_at > SILENT:
        yield Look("task worker", "silent for more than three minutes", "Restart `tayari serve`.", wrong=True)
    else:
        yield Look("task worker", f"last heard of at {beat.started_at:%H:%M:%S} UTC")
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).order_by("-finished_at")
    if count := failed.count():
        last = failed[0]
        reason = (last.traceback.strip().splitlines() or ["no reason kept"])[-1]
        mend = "Mend that, then enqueue it again; it is forgotten after four weeks."
        yield Look("tasks", f"{count} failed; the last: {last.task_path}: {reason}", mend, wrong=True)
    waiting = DBTaskResult.objects.ready().count()
    yield Look("tasks", f"{waiting} waiting")


def jobs() -> Iterator[Look]:
    for run in JobRun.objects.filter(failed=True):
        reason = (run.error.strip().splitlines() or [""])[-1]
        mend = "The whole error is in base_jobrun and the log."
        yield Look("job", f"{run.name}: failed at {run.started_at:%Y-%m-%d %H:%M} UTC: {reason}", mend, wrong=True)
    if not JobRun.objects.filter(failed=True).exists():
        yield Look("jobs", "none failed")


def static(folder: SiteFolder) -> Iterator[Look]:
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    there = manifest.exists()
    mend = "" if there else f"`tayari serve --data {folder.path}` collects them."
    yield Look("static files", "collected" if there else "not collected yet", mend, wrong=not there)
