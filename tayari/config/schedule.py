"""The jobs of every site and how often each comes round."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings

from tayari.base import later
from tayari.base.schedules import schedule

_JOBS = (
    ("publish what is due", timedelta(seconds=1), "tayari.delivery.publishing.publish_due"),
    ("publish posts whose time has come", timedelta(seconds=1), "tayari.live.actions.posts.publish_due"),
    ("close sittings whose time is over", timedelta(seconds=5), "tayari.mocks.actions.sittings.sweep"),
    ("compute rescores that were begun", timedelta(seconds=10), "tayari.mocks.actions.rescoring.fill_waiting"),
    ("rescore what closed meanwhile", timedelta(minutes=10), "tayari.mocks.actions.rescoring.settle_all_late"),
    ("count how papers came out", timedelta(minutes=10), "tayari.mocks.actions.cohorts.refresh"),
    ("write the reads that were counted", timedelta(minutes=1), "tayari.articles.actions.reads.flush"),
    ("forget changes that every process heard of", timedelta(minutes=10), "tayari.delivery.press.following.forget"),
    ("look for contradictions", timedelta(hours=24), "tayari.facts.actions.contradictions.look_at_all"),
    ("look for facts that stopped being so", timedelta(hours=24), "tayari.facts.actions.consequences.close_due"),
    (
        "tell search of papers, topics and entities",
        timedelta(minutes=5),
        "tayari.discovery.actions.index.follow_records",
    ),
    ("lint everything published, once a night", timedelta(hours=1), "tayari.facts.actions.lint_runs.nightly"),
    ("forget tasks long done", timedelta(hours=6), "tayari.config.schedule.forget_tasks"),
    ("forget sessions that ended", timedelta(hours=12), "tayari.config.schedule.forget_sessions"),
)


def register() -> None:
    """Schedule every job; once in the process that serves."""
    for name, every, job in _JOBS:
        schedule(name, every=every, job=job)


def forget_tasks(*, now: datetime) -> int:
    return later.forget_done(now=now)


def forget_sessions(*, now: datetime) -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
