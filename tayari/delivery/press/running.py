"""The press of a process that serves: it hears of changes elsewhere, and is warm again soon after a restart."""

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tayari.delivery.press.asking import Key
from tayari.delivery.press.following import Follower, Heard
from tayari.delivery.press.machine import Application, Press

log = logging.getLogger(__name__)

FILE = "pressed.json"
_WARM = 200  # pages that are rendered again after a start
_running: list[Press] = []


def current() -> Press | None:
    """The press of this process, while it serves with one."""
    return _running[-1] if _running else None


@contextmanager
def around(application: Application, folder: Path, *, on: bool) -> Iterator[Application]:
    """`application` with a press before it while serving; itself when the press is off.

    Only the addresses are kept in `folder`, never bytes: what is served was rendered by the code that runs now.
    """
    if not on:
        yield application
        return
    press = Press(application)
    follower, stopping = Follower(Heard()), threading.Event()
    follower.start()
    warmer = threading.Thread(target=_warm, args=(press, read(folder), stopping), name="warm", daemon=True)
    warmer.start()
    _running.append(press)
    try:
        yield press
    finally:
        _running.remove(press)
        stopping.set()
        follower.stop()
        write(folder, press.shelf.addresses()[:_WARM])


def read(folder: Path) -> list[Key]:
    """The addresses that were read before the last end; none when the file is missing or strange."""
    try:
        return [Key(*map(str, one)) for one in json.loads((folder / FILE).read_text(encoding="utf-8"))][:_WARM]
    except (OSError, ValueError, TypeError):
        return []


def write(folder: Path, keys: list[Key]) -> None:
    told = [[key.host, key.scheme, key.path, key.question] for key in keys]
    try:
        (folder / FILE).write_text(json.dumps(told, indent=0), encoding="utf-8")
    except OSError:
        log.warning("what is to be warm after the next start could not be kept", exc_info=True)


def _warm(press: Press, keys: list[Key], stopping: threading.Event) -> None:
    for key in keys:
        # A breath between two, so that readers come first.
        if stopping.wait(0.05):
            break
        try:
            if press.shelf.get(key) is None:
                press.press(key)
        except Exception:
            log.exception("%s could not be pressed ahead", key.path)
    connection.close()
