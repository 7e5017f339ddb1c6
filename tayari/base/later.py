"""Work for after the answer: durable tasks in the database, and the thread that does them one by one."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import close_old_connections, transaction
from django.tasks import Task, TaskResult, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from tayari.base.models import JobRun

log = logging.getLogger(__name__)

HEARTBEAT = "task-worker"
_wake = threading.Event()


def enqueue(task: Task[..., Any], *args: Any, **kwargs: Any) -> TaskResult[..., Any]:
    """Have `task` done after the caller's transaction commits; it is a row of that transaction, so nothing is lost."""
    result = task.enqueue(*args, **kwargs)
    transaction.on_commit(_wake.set)
    return result


def in_hand(task: Task[..., Any], first: Any) -> bool:
    """Whether such a task, with `first` as its first argument, waits or is being done."""
    open_ones = DBTaskResult.objects.filter(
        task_path=task.module_path, status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    return any(told["args"][:1] == [first] for told in open_ones.values_list("args_kwargs", flat=True))


def do_next(worker_id: str) -> bool:
    """Do the oldest ready task; False when there is none. What the task raises is kept with it, never passed on."""
    ready = DBTaskResult.objects.ready()
    if not ready.exists():
        return False
    with exclusive_transaction(ready.db):
        task = ready.get_locked()
        if task is None:
            return False
        task.claim(worker_id)
    _runner(worker_id).run_task(task)
    return True


def _runner(worker_id: str) -> TaskRunner:
    return TaskRunner(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )


def take_up_again(*, started_before: datetime) -> int:
    """Make ready again what a process that died was doing since before that time. Tasks must bear a repetition."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=started_before).update(
        status=TaskResultStatus.READY, started_at=None
    )


def forget_done(*, now: datetime, keep: timedelta = timedelta(days=14)) -> int:
    """Delete what was done more than `keep` ago; failures stay twice as long, for `tayari doctor`."""
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - keep).delete()[0]
    return (
        done + DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__lt=now - 2 * keep).delete()[0]
    )


class Worker(threading.Thread):
    """Does tasks until `stop()`; looks for more every `interval` seconds, and at once when one was enqueued here."""

    def __init__(self, worker_id: str, clock: Callable[[], datetime], interval: float = 1.0) -> None:
        super().__init__(name="tasks", daemon=True)
        self.worker_id, self.clock, self.interval = worker_id, clock, interval
        self._stopping = threading.Event()
        self._beat_at: datetime | None = None

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                close_old_connections()
                self._beat()
                did = do_next(self.worker_id)
            except Exception:
                # A locked or lost database: the tasks are still there, so wait and look again.
                log.exception("the task worker could not look for work")
                did = False
            if not did:
                _wake.wait(self.interval)
                _wake.clear()

    def stop(self) -> None:
        """End after the task in hand."""
        self._stopping.set()
        _wake.set()

    def _beat(self) -> None:
        now = self.clock()
        if self._beat_at is None or now - self._beat_at > timedelta(minutes=1):
            JobRun.objects.update_or_create(name=HEARTBEAT, defaults={"started_at": now})
            self._beat_at = now
