"""The one process: the front on Granian, the task worker and the scheduler, which end together."""

import asyncio
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor as JobPool
from apscheduler.schedulers.background import BackgroundScheduler
from granian.constants import Interfaces
from granian.server.embed import Server
from granian.server.mt import MTServer

from tayari.base import later, schedules
from tayari.base.problems import Unusable
from tayari.delivery.front import Application, Front
from tayari.delivery.gate import Limits
from tayari.delivery.lanes.running import Lane
from tayari.delivery.streams.hub import Hub

BACKLOG = 2048
_MOST_CONNECTIONS = 1_000_000  # where none are named: no more than there may be files anyway
FOR_PAGES = 1024  # connections that streams never take
OWN_FILES = 256  # of databases, logs, uploads and what is sent
GRACE = 2  # seconds that open requests have to end
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
DEADLINE = 3.5  # seconds after which the process ends whatever is still open


def free(host: str, port: int) -> None:
    """Raise Unusable when `port` cannot be listened on."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        taken = f"Port {port} on {host} cannot be used ({error.strerror})"
        raise Unusable(f"{taken}: stop what listens there, or choose another with --port.") from None


class Background:
    """The task worker and the scheduler of this process."""

    def __init__(self, name: str, clock: Callable[[], datetime]) -> None:
        self.worker = later.Worker(name, clock)
        self.scheduler = BackgroundScheduler(executors={"default": JobPool(4)}, timezone=UTC, daemon=True)
        for job in schedules.jobs():
            self.scheduler.add_job(
                lambda job=job: schedules.run(job, now=clock(), clock=clock),
                "interval",
                seconds=job.every.total_seconds(),
                id=job.name,
                # A job that is still running is not started again; what was missed is made up for once.
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
                next_run_time=clock(),
            )

    def start(self) -> None:
        self.worker.start()
        self.scheduler.start()

    def stop(self) -> None:
        self.worker.stop()
        self.scheduler.shutdown(wait=False)


def serve(
    application: Application,
    *,
    host: str,
    port: int,
    plain: bool,
    background: Background,
    ready: Callable[[], None],
    lanes: Sequence[Lane] = (),
    limits: Limits = Limits(),  # noqa: B008 (it never changes)
) -> None:
    """Serve until SIGINT or SIGTERM, then end within five seconds, open connections or not.

    Plain has no `lanes`, and of `limits` only that of connections.
    """
    background.start()
    try:
        _announce(host, port, ready)
        if plain:
            _serve_plain(application, host, port, limits)
        else:
            asyncio.run(_serve_front(application, host, port, lanes, limits))
    finally:
        background.stop()


def _end_in_time() -> None:
    # Neither an open stream nor a thread in a long query may hold the process: the database is safe at any moment.
    timer = threading.Timer(DEADLINE, partial(os._exit, 0))
    timer.daemon = True
    timer.start()


def _settings(host: str, port: int, limits: Limits) -> dict[str, Any]:
    # Granian's backpressure is a cap on open connections, so it must not be derived from the backlog.
    return {
        "address": host,
        "port": port,
        "websockets": False,
        "backlog": BACKLOG,
        "backpressure": connections(limits),
        "log_enabled": False,
    }


def connections(limits: Limits) -> int:
    """How many may be open at once: as many as are wanted and as this process may have files, but for its own."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = (limits.connections or _MOST_CONNECTIONS) + OWN_FILES
    allowed = wanted if most == resource.RLIM_INFINITY else min(most, wanted)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(allowed, resource.getrlimit(resource.RLIMIT_NOFILE)[0]), most))
    return max(allowed - OWN_FILES, 64)


def streams(limits: Limits) -> int:
    """How many of them may be streams, so that there is always room for pages."""
    most = connections(limits)
    return max(most - FOR_PAGES, most // 2)


def _announce(host: str, port: int, ready: Callable[[], None]) -> None:
    """Call `ready` once the port answers."""

    def wait() -> None:
        while True:
            try:
                socket.create_connection((host, port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return ready()

    threading.Thread(target=wait, name="announce", daemon=True).start()


async def _serve_front(application: Application, host: str, port: int, lanes: Sequence[Lane], limits: Limits) -> None:
    hub = Hub(streams(limits))
    hub.start()
    for lane in lanes:
        await lane.begin()
    front = Front(application, openers=[*(lane.opener for lane in lanes), hub.opener], limits=limits)
    server = Server(front, interface=Interfaces.ASGINL, **_settings(host, port, limits))
    server.workers_kill_timeout = GRACE

    def stop() -> None:
        _end_in_time()
        # First, so that what was taken is written and told while the connections still stand.
        for lane in lanes:
            lane.end()
        hub.close()
        server.stop()  # type: ignore[no-untyped-call]

    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, stop)
    # Streams that are still open after GRACE end with the process.
    with suppress(TimeoutError):
        await server.serve()
    for lane in lanes:
        await lane.close()
    front.close()


class _Threads(MTServer):
    """Granian's WSGI worker in a thread of this process instead of in one of its own: one process stays one."""

    def _check_gil(self) -> None:
        """Granian keeps this for builds without the GIL, where it pays most; with the GIL it is only slower."""


def _serve_plain(application: Application, host: str, port: int, limits: Limits) -> None:
    server = _Threads("tayari", interface=Interfaces.WSGI, blocking_threads=8, **_settings(host, port, limits))
    server.workers_kill_timeout = GRACE

    def stop(number: int, frame: object) -> None:
        _end_in_time()
        server.signal_handler_interrupt()  # type: ignore[no-untyped-call]

    # Granian sets its own handlers before it calls this hook.
    server.on_startup(lambda: [signal.signal(number, stop) for number in _SIGNALS])
    server.serve(target_loader=lambda: application, wrap_loader=False)
