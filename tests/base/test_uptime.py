"""Signs of life, and the gaps between them."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from tayari.base import uptime
from tayari.base.models import Downtime, JobRun

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests' processes and sittings are no signs of life of this one's."""
    monkeypatch.setattr(uptime, "_beat_at", None)
    monkeypatch.setattr(uptime, "_signs", [])


def spells() -> list[tuple[datetime, datetime]]:
    return list(Downtime.objects.values_list("begin_at", "end_at"))


def test_a_new_site_was_never_down(now: datetime) -> None:
    uptime.begin(now=now)

    assert spells() == []
    assert JobRun.objects.get(name=uptime.NAME).started_at == now


def test_between_a_kill_and_the_next_start_it_was_down(now: datetime) -> None:
    uptime.begin(now=now)
    back = now + timedelta(seconds=30)

    uptime.begin(now=back)

    assert spells() == [(now, back)]


def test_a_short_restart_is_downtime_where_nobody_else_serves(now: datetime) -> None:
    uptime.begin(now=now)

    uptime.begin(now=now + timedelta(seconds=3))

    assert len(spells()) == (1 if connection.vendor == "sqlite" else 0)


def test_it_was_not_down_before_the_last_answer_it_gave(now: datetime) -> None:
    uptime.begin(now=now)
    answered, back = now + timedelta(seconds=1), now + timedelta(seconds=30)
    uptime.sign(lambda: answered)
    uptime.sign(lambda: None)
    uptime.sign(lambda: back + timedelta(hours=1))  # by a clock that was wrong

    uptime.begin(now=back)

    assert spells() == [(answered, back)]


def test_a_stall_is_noticed_by_who_comes_first(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    uptime.begin(now=now)
    monkeypatch.setattr(uptime, "_beat_at", now)

    uptime.look(now=now + timedelta(seconds=9))
    assert spells() == []
    uptime.look(now=now + timedelta(seconds=50))

    assert spells() == [(now, now + timedelta(seconds=50))]


def test_a_process_without_a_server_gives_no_signs(now: datetime) -> None:
    uptime.look(now=now)

    assert not JobRun.objects.filter(name=uptime.NAME).exists()


def test_a_clock_put_back_changes_nothing(now: datetime) -> None:
    uptime.begin(now=now)

    uptime.begin(now=now - timedelta(hours=1))

    assert spells() == []
    assert JobRun.objects.get(name=uptime.NAME).started_at == now
