"""Loads the syllabus tree and the examinations' patterns that come with Tayari."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from tayari.audit.actions import entries
from tayari.syllabus.models import Blueprint, Topic

DATA = Path(__file__).resolve().parents[1] / "data"
_OWN_COLUMNS = {"id", "name", "valid_from", "valid_to", "sources"}

Row = dict[str, Any]


@transaction.atomic
def load(*, now: datetime, by: Any = None, folder: Path = DATA) -> int:
    """Make or mend every topic and blueprint of `folder`; gives how many rows changed. Safe to repeat.

    A blueprint that says something else than its last version becomes a new version: papers keep the one they used.
    Raises ValueError when a topic's parent stands after it or nowhere.
    """
    changed = _load_topics(_read(folder / "topics.yaml")) + _load_blueprints(_read(folder / "blueprints.yaml"))
    if changed:
        entries.record("syllabus.load", "syllabus", by=by, now=now, changed=changed)
    return changed


def _read(file: Path) -> list[Row]:
    return list(yaml.safe_load(file.read_text(encoding="utf-8")) or [])


def _load_topics(rows: list[Row]) -> int:
    held = {topic.pk: topic for topic in Topic.objects.all()}
    made: list[Topic] = []
    moved: list[Topic] = []
    for position, row in enumerate(rows, start=1):
        parent = row["id"].rpartition(".")[0] or None
        told = {"parent_id": parent, "name": {"en": row["en"], "hi": row["hi"]}, "position": position}
        if parent and parent not in held:
            raise ValueError(f"topics.yaml: {row['id']} stands before its parent {parent}, or that is missing")
        topic = held.get(row["id"])
        if topic is None:
            topic = held[row["id"]] = Topic(pk=row["id"], **told)
            made.append(topic)
        elif any(getattr(topic, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(topic, name, value)
            moved.append(topic)
    Topic.objects.bulk_create(made)
    Topic.objects.bulk_update(moved, ["parent", "name", "position"])
    return len(made) + len(moved) + _load_links(rows)


def _load_links(rows: list[Row]) -> int:
    link = Topic.maps_to.through
    told = {
        pair for row in rows for other in row.get("maps_to", ()) for pair in ((row["id"], other), (other, row["id"]))
    }
    held = set(link.objects.values_list("from_topic_id", "to_topic_id"))
    link.objects.bulk_create(link(from_topic_id=one, to_topic_id=other) for one, other in sorted(told - held))
    return len(told - held)


def _plain(value: Any) -> Any:
    """YAML's dates as ISO text: the pattern is kept as JSON."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def _load_blueprints(rows: list[Row]) -> int:
    changed = 0
    for row in map(_plain, rows):
        told = {
            "name": row["name"],
            "valid_from": row.get("valid_from") or "",
            "valid_to": row.get("valid_to") or "",
            "pattern": {key: value for key, value in row.items() if key not in _OWN_COLUMNS},
            "sources": row.get("sources") or [],
        }
        last = Blueprint.objects.filter(slug=row["id"]).order_by("-version").first()
        if last and all(getattr(last, name) == value for name, value in told.items()):
            continue
        Blueprint.objects.create(slug=row["id"], version=last.version + 1 if last else 1, **told)
        changed += 1
    return changed
