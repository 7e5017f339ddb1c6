"""Who writes what a carrier hands over: a process that is forked before the server has threads, or a thread of it.

A group travels over a socket as its length and a pickle: the server's last sign of life, and the tasks
(`together.Task`). Its outcomes travel back alike. So the work is a function of a module, and what it takes and gives
can be pickled. Where the socket ends the writer ends.
"""

import logging
import os
import pickle
import signal
import socket
import struct
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.db import close_old_connections, connections

from tayari.base import uptime
from tayari.delivery.batches.together import Failed, Task, outcomes
from tayari.delivery.press import watching

log = logging.getLogger(__name__)

LENGTH = struct.Struct("!Q")


class NotSent(Exception):
    """An outcome that cannot be pickled. The message says what it was."""


def as_process() -> socket.socket:
    """The socket to a new process that writes. Only for a process that has one thread; it closes its databases."""
    connections.close_all()
    here, there = socket.socketpair()
    if os.fork():
        there.close()
        return here
    try:
        here.close()
        _live(there)
    except BaseException:
        log.exception("the process that writes has ended")
        os._exit(1)
    os._exit(0)


def as_thread() -> socket.socket:
    """The socket to a new thread that writes: it shares the interpreter with everything else, so it is slower."""
    here, there = socket.socketpair()
    threading.Thread(target=serve, args=[there], name="writer", daemon=True).start()
    return here


def _live(there: socket.socket) -> None:
    # The server ends it, by closing the socket: a terminal or a supervisor that stops both must not do so first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    watching.become_another()
    serve(there)


def serve(there: socket.socket) -> None:
    """Write group after group until the other end is closed."""
    try:
        with there, suppress(EOFError, ConnectionError):
            while True:
                beat, tasks = pickle.loads(_next(there))  # noqa: S301 (the other end is our own)
                uptime.heard(beat)
                there.sendall(_packed(_written(tasks)))
    finally:
        connections.close_all()


def packed(told: Any) -> bytes:
    """As it travels."""
    body = pickle.dumps(told, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def _written(tasks: Sequence[Task]) -> list[Any]:
    try:
        close_old_connections()
        return outcomes(tasks)
    except Exception as problem:
        # Nothing may end the writer while somebody waits for it.
        log.exception("a group could not be written")
        return [Failed(problem)] * len(tasks)


def _packed(found: Sequence[Any]) -> bytes:
    for problem in {id(one): one.problem for one in found if isinstance(one, Failed)}.values():
        # Where it is raised again it has come from nowhere.
        problem.add_note("".join(traceback.format_exception(problem)))
    try:
        return packed(found)
    except Exception:
        return packed([_sendable(one) for one in found])


def _sendable(outcome: Any) -> Any:
    try:
        pickle.dumps(outcome)
    except Exception:
        return Failed(NotSent(repr(outcome.problem if isinstance(outcome, Failed) else outcome)))
    return outcome


def _next(there: socket.socket) -> bytearray:
    (length,) = LENGTH.unpack(_exactly(there, LENGTH.size))
    return _exactly(there, length)


def _exactly(there: socket.socket, length: int) -> bytearray:
    """So many bytes. Raises EOFError when the other end is closed."""
    body = bytearray(length)
    view, got = memoryview(body), 0
    while got < length:
        count = there.recv_into(view[got:])
        if not count:
            raise EOFError
        got += count
    return body
