"""The site's facts as the linter reads them, made once and kept until something in them changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.db.models import Count, Max, Sum
from django.db.models.signals import m2m_changed, post_delete, post_save

from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.facts.packing.bases import site_base
from tayari.rules.lint.base import FactBase

_LONGEST = timedelta(minutes=5)


@dataclass(slots=True)
class _Kept:
    base: FactBase
    mark: tuple[Any, ...]
    at: datetime


_lock = Lock()
_kept: list[_Kept] = []
_changes = [0]


def base(*, now: datetime) -> FactBase:
    """The facts as they stand. One query, and all of them when a fact, a name or a source has changed.

    What another node changed without touching a fact is seen after five minutes.
    """
    told = Fact.objects.aggregate(Count("id"), Max("id"), Sum("revision"))
    mark = (_changes[0], *told.values())
    with _lock:
        if not (_kept and _kept[0].mark == mark and now - _kept[0].at < _LONGEST):
            _kept[:] = [_Kept(site_base(), mark, now)]
        return _kept[0].base


def _changed(**_told: Any) -> None:
    _changes[0] += 1


def watch() -> None:
    """Notice every change that this process makes; once, when the app is ready."""
    for model in (Entity, Fact, Predicate, Source):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"facts.linting.{model.__name__}")
    m2m_changed.connect(_changed, sender=Fact.sources.through, dispatch_uid="facts.linting.sources")
