"""From a site's folder to a server that answers: checks, migrations, static files, then the one process."""

import gc
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tayari import __version__
from tayari.base.problems import Unusable
from tayari.config.folder import SiteFolder

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen."""

    host: str
    port: int

    @property
    def url(self) -> str:
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104 (compared, not bound)
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"


def say(words: str) -> None:
    """Tell of progress, beside what the command prints for others to read."""
    click.echo(words, err=True)


@contextmanager
def only_server(folder: SiteFolder) -> Iterator[None]:
    """Hold the folder for this process: on SQLite exactly one may serve. Raises Unusable when another does."""
    import fcntl

    file = folder.path / "serving.lock"
    with file.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            other = lock.read().strip() or "unknown"
            raise Unusable(
                f"{folder.path} is served already (process {other}): stop that one first, or use another --data."
            ) from None
        # Who is forked holds the folder as well, and should not once this process is gone.
        os.register_at_fork(after_in_child=lock.close)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def migrate(folder: SiteFolder) -> None:
    """Bring the database up to the code. An older SQLite file is copied first; an older PostgreSQL one is refused."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    from tayari.base import blank, clock, database

    try:
        found = database.version()
    except DatabaseError as error:
        raise Unusable(
            f"The database cannot be read ({str(error).strip()}): run `tayari doctor --data {folder.path}`."
        ) from None
    if found.unknown:
        raise Unusable(
            f"The database is newer than this Tayari {__version__} (it has {found.unknown[0]}): install the newer "
            f"Tayari, or put a copy from {folder.path / 'backups'} back."
        )
    if found.current:
        return
    if found.empty or folder.unfinished:
        say("Making the database …")
    elif connection.vendor == "sqlite":
        copy = database.back_up(folder.database, folder.path / "backups", now=clock.now())
        say(f"The database is older than this Tayari. A copy is in {copy}; bringing it up to date …")
    else:
        raise Unusable(
            f"The database lacks {len(found.pending)} migrations: back it up, stop the other nodes, and run "
            f"`tayari manage --data {folder.path} migrate`."
        )
    if found.empty and blank.fits():
        blank.lay(now=clock.now())
        if database.version().current:
            return
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def _static_state() -> str:
    """Changes whenever a static file of ours or a package's version does."""
    seen = hashlib.sha256(__version__.encode())
    for file in sorted(ROOT.glob("*/static/**/*")):
        if file.is_file():
            status = file.stat()
            seen.update(f"{file.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    for lock in sorted((ROOT.parent / "requirements").glob("base.txt")):
        seen.update(lock.read_bytes())
    return seen.hexdigest()


@contextmanager
def static_files(folder: SiteFolder) -> Iterator[None]:
    """Collect the static files beside what is done inside, unless nothing changed since the last time.

    Files of the time before stay: a page that is still open somewhere may ask for them.
    """
    stamp, state = folder.path / "static" / ".collected", _static_state()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        yield
        return
    say("Collecting static files …")
    collecting = subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-m",
            "django",
            "collectstatic",
            "--noinput",
            "--verbosity=0",
            "--skip-checks",
        ],
        env={**os.environ, "TAYARI_DATA": str(folder.path), "DJANGO_SETTINGS_MODULE": "tayari.config.settings"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield
        _, errors = collecting.communicate()
    finally:
        collecting.kill()
    if collecting.returncode:
        last = (errors.strip().splitlines() or ["no reason given"])[-1]
        raise Unusable(f"The static files could not be collected: {last}")
    stamp.write_text(state, encoding="utf-8")


def prepare(folder: SiteFolder, fill: Callable[[], None]) -> None:
    """Migrate, collect static files, make the pages that every site has, and `fill` the site."""
    with static_files(folder):
        migrate(folder)
        from tayari.site.actions import tree

        tree.ensure()
        fill()
    _read_static_names()


def _read_static_names() -> None:
    """Read them again: whatever was filled in may have asked for one before the files were collected."""
    from django.contrib.staticfiles.storage import staticfiles_storage

    storage: Any = staticfiles_storage
    storage.hashed_files, storage.manifest_hash = storage.load_manifest()


def run(folder: SiteFolder, address: Address, *, plain: bool, ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM."""
    from django.conf import settings
    from django.urls import get_resolver

    from tayari.articles.actions import reads
    from tayari.base import clock, later, uptime
    from tayari.config import schedule
    from tayari.config.wsgi import application
    from tayari.delivery import server
    from tayari.delivery.batches import process
    from tayari.delivery.gate import Limits
    from tayari.delivery.lanes import running as lanes
    from tayari.delivery.press import running

    # The first reader should not be the one who waits for every module to be imported.
    get_resolver().url_patterns  # noqa: B018
    # What is loaded now stays until the end; looking through it for garbage stops everything for a tenth of a second.
    gc.collect()
    gc.freeze()
    if settings.LANES and not plain:
        # Before there are threads, which a fork does not take along, nor what they hold.
        process.fork()
    later.take_up_again(started_before=clock.now())
    uptime.begin(now=clock.now())
    heart = uptime.Heart(clock.now)
    heart.start()
    schedule.register()
    background = server.Background(f"process-{os.getpid()}", clock.now)
    told = folder.settings
    limits = Limits(
        connections=told.most_connections,
        waiting=told.most_waiting,
        steady=told.most_a_second,
        burst=max(told.most_at_once, told.most_a_second),
        forwarded=settings.BEHIND_PROXY,
        free=(settings.STATIC_URL, settings.MEDIA_URL),
    )
    try:
        with running.around(application, folder.path, on=folder.settings.press and not settings.DEBUG) as served:
            server.serve(
                served,
                host=address.host,
                port=address.port,
                plain=plain,
                background=background,
                ready=ready,
                lanes=[] if plain else lanes.made(),
                limits=limits,
            )
    finally:
        heart.stop()
        reads.flush(now=clock.now())
