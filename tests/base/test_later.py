"""Tasks survive, run one by one, and one that fails stops no other."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from tayari.base import clock, later

pytestmark = pytest.mark.django_db(transaction=True)

done: list[str] = []


@task
def note(words: str) -> None:
    done.append(words)


@task
def fail() -> None:
    raise RuntimeError("as it should in this test")


@pytest.fixture(autouse=True)
def _fresh() -> None:
    done.clear()


def test_a_failing_task_is_kept_and_the_next_is_done() -> None:
    later.enqueue(fail)
    later.enqueue(note, "after")

    assert [later.do_next("worker") for _ in range(3)] == [True, True, False]

    assert done == ["after"]
    failed = DBTaskResult.objects.get(status=TaskResultStatus.FAILED)
    assert "as it should in this test" in failed.traceback


def test_a_task_of_a_transaction_that_was_undone_is_never_done() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        later.enqueue(note, "never")
        1 / 0  # noqa: B018

    assert later.do_next("worker") is False
    assert done == []


def test_what_a_dead_process_was_doing_is_taken_up_again(now: datetime) -> None:
    later.enqueue(note, "again")
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=now - timedelta(minutes=5))

    assert later.take_up_again(started_before=now) == 1

    assert later.do_next("worker") is True
    assert done == ["again"]


def test_what_was_done_is_forgotten_before_what_failed() -> None:
    later.enqueue(note, "old")
    later.enqueue(fail)
    while later.do_next("worker"):
        pass
    finished = DBTaskResult.objects.latest("finished_at").finished_at

    assert later.forget_done(now=finished + timedelta(days=15)) == 1
    assert later.forget_done(now=finished + timedelta(days=29)) == 1
    assert not DBTaskResult.objects.exists()


def test_a_worker_beats_and_ends_when_told() -> None:
    later.enqueue(note, "once")
    worker = later.Worker("worker", clock.now, interval=0.05)

    # In this thread: SQLite's test database is this connection's.
    worker.stop()
    worker.run()
    assert done == []

    worker = later.Worker("worker", clock.now, interval=0)
    worker._beat = worker.stop  # type: ignore[method-assign]
    worker.run()
    assert done == ["once"]
