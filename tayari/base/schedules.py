"""Jobs that come round: each runs apart from the others, and how it went is kept."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import close_old_connections, connection
from django.utils.module_loading import import_string

from tayari.base.models import JobRun

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """`run` is the dotted name of a function that takes `now=`."""

    name: str
    every: timedelta
    run: str


_jobs: dict[str, Job] = {}


def schedule(name: str, *, every: timedelta, job: str) -> None:
    """Have `job` (a dotted name) run about once in `every`. The same name again replaces the former."""
    _jobs[name] = Job(name, every, job)


def jobs() -> list[Job]:
    """All jobs, in the order in which they were scheduled."""
    return list(_jobs.values())


def run(job: Job, *, now: datetime, clock: Callable[[], datetime]) -> JobRun | None:
    """Run `job` and record how it went; whatever it raises is logged and kept, never passed on.

    None when another node holds it or has just run it.
    """
    close_old_connections()
    try:
        return _run_leased(job, now=now, clock=clock)
    except Exception:
        log.exception("the outcome of %s could not be kept", job.name)
        return None
    finally:
        close_old_connections()


def _run_leased(job: Job, *, now: datetime, clock: Callable[[], datetime]) -> JobRun | None:
    """On PostgreSQL a lease keeps two nodes from running one job; SQLite has one process."""
    if connection.vendor != "postgresql":
        return _run(job, now=now, clock=clock)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [f"tayari:{job.name}"])
        if not cursor.fetchone()[0]:
            return None
        try:
            last = JobRun.objects.filter(name=job.name).first()
            if last and now - last.started_at < job.every * 0.8:
                return None
            return _run(job, now=now, clock=clock)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [f"tayari:{job.name}"])


def _run(job: Job, *, now: datetime, clock: Callable[[], datetime]) -> JobRun:
    error = ""
    try:
        function: Callable[..., Any] = import_string(job.run)
        function(now=now)
    except Exception:
        error = traceback.format_exc(limit=-8)
        log.exception("the job %s failed", job.name)
    took = clock() - now
    return JobRun.objects.update_or_create(
        name=job.name,
        defaults={
            "started_at": now,
            "took_ms": max(0, round(took / timedelta(milliseconds=1))),
            "failed": bool(error),
            "error": error,
        },
    )[0]
