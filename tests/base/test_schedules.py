"""A scheduled job that fails is kept with its error and stops nothing."""

from datetime import datetime, timedelta

import pytest

from tayari.base import schedules
from tayari.base.models import JobRun
from tayari.base.schedules import Job

pytestmark = pytest.mark.django_db

ran: list[datetime] = []


def good(*, now: datetime) -> None:
    ran.append(now)


def bad(*, now: datetime) -> None:
    raise RuntimeError(f"not at {now:%H:%M}")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ran.clear()
    monkeypatch.setattr(schedules, "_jobs", {})
    monkeypatch.setattr(schedules, "close_old_connections", lambda: None)


def job(name: str) -> Job:
    return Job(name, timedelta(minutes=1), f"{__name__}.{name}")


def run(which: Job, now: datetime) -> JobRun | None:
    return schedules.run(which, now=now, clock=lambda: now + timedelta(milliseconds=250))


def test_a_job_gets_the_time_and_its_run_is_kept(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedules, "import_string", lambda name: good)

    kept = run(job("good"), now)

    assert ran == [now]
    assert kept is not None
    assert (kept.name, kept.started_at, kept.took_ms, kept.failed, kept.error) == ("good", now, 250, False, "")


def test_a_job_that_fails_is_kept_with_its_error(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedules, "import_string", lambda name: bad)

    kept = run(job("bad"), now)

    assert kept is not None
    assert kept.failed
    assert kept.error.strip().endswith("RuntimeError: not at 06:30")


def test_a_job_that_is_not_there_is_a_failure_too(now: datetime) -> None:
    kept = run(Job("lost", timedelta(hours=1), "tayari.base.nowhere.run"), now)

    assert kept is not None
    assert "ModuleNotFoundError" in kept.error


def test_a_later_success_clears_the_failure(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    which = job("either")
    monkeypatch.setattr(schedules, "import_string", lambda name: bad)
    run(which, now)
    monkeypatch.setattr(schedules, "import_string", lambda name: good)

    run(which, now + timedelta(minutes=2))

    assert JobRun.objects.get().failed is False


def test_the_same_name_replaces_a_job() -> None:
    schedules.schedule("sweep", every=timedelta(minutes=1), job="a.b")
    schedules.schedule("sweep", every=timedelta(minutes=2), job="a.c")

    assert schedules.jobs() == [Job("sweep", timedelta(minutes=2), "a.c")]


def test_every_job_of_a_site_can_be_imported() -> None:
    from django.utils.module_loading import import_string

    from tayari.config import schedule

    schedule.register()

    assert {job.name: callable(import_string(job.run)) for job in schedules.jobs()} == {
        "publish what is due": True,
        "publish posts whose time has come": True,
        "close sittings whose time is over": True,
        "forget changes that every process heard of": True,
        "write the reads that were counted": True,
        "compute rescores that were begun": True,
        "rescore what closed meanwhile": True,
        "count how papers came out": True,
        "look for contradictions": True,
        "lint everything published, once a night": True,
        "look for facts that stopped being so": True,
        "tell search of papers, topics and entities": True,
        "forget tasks long done": True,
        "forget sessions that ended": True,
    }
