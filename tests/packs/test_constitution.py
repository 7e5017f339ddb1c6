"""A second pack, on a subject far from the demo's, loads alone on an empty site and needs nothing from elsewhere."""

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.packs import actions
from tayari.rules import evidence

from .support import errors, rows, warnings

CONSTITUTION = Path(__file__).parents[1] / "golden" / "packs" / "constitution"
SENTENCES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    CONSTITUTION.with_name("constitution-lint.yaml").read_text()
)


@pytest.fixture
def load_alone(db: None, tmp_path: Path, settings: Any, now: datetime) -> Callable[[], Any]:
    """Loads a copy of the pack into a site that has nothing else: no topic, no blueprint, no other fact."""
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = shutil.copytree(CONSTITUTION, tmp_path / "constitution")
    return lambda: actions.load(folder, by=None, now=now)


def test_it_loads_alone_without_an_error_or_a_warning(load_alone: Callable[[], Any]) -> None:
    report = load_alone()

    assert errors(report) == []
    assert warnings(report) == []
    assert {kind: dict(counts) for kind, counts in report.counts.items() if counts} == {
        "predicate": {"new": Predicate.objects.count()},
        "entity": {"new": Entity.objects.count()},
        "source": {"new": Source.objects.count()},
        "fact": {"new": Fact.objects.count()},
    }
    assert Fact.objects.count() >= 45
    assert Entity.objects.count() >= 25


def test_loading_it_again_changes_nothing(load_alone: Callable[[], Any]) -> None:
    load_alone()
    before = rows()

    report = load_alone()

    assert {what for counts in report.counts.values() for what in counts} == {"same"}
    assert rows() == before


def test_every_entity_and_phrase_has_hindi(load_alone: Callable[[], Any]) -> None:
    load_alone()

    assert [row.ref for row in Entity.objects.all() if not row.name.get("hi")] == []
    assert [row.ref for row in Predicate.objects.all() if not (row.phrase.get("hi") and row.label.get("hi"))] == []


def test_most_facts_may_feed_a_key_and_disputed_ones_say_why(load_alone: Callable[[], Any]) -> None:
    load_alone()

    statuses = Counter(Fact.objects.values_list("status", flat=True))
    assert statuses == {"verified": Fact.objects.count() - 2, "disputed": 2}
    weak = {fact.ref for fact in Fact.objects.filter(status="verified") if not _may_feed_key(fact)}
    assert {fact.ref for fact in Fact.objects.filter(note__startswith="One source")} == weak
    assert all(fact.note for fact in Fact.objects.filter(status="disputed"))


def test_each_mutant_is_a_true_sentence_with_one_swap_that_a_firm_fact_contradicts(
    load_alone: Callable[[], Any],
) -> None:
    load_alone()
    true = {one["id"]: one for one in SENTENCES["sentences"]}
    firm = {fact.ref for fact in Fact.objects.filter(status="verified") if _may_feed_key(fact)}

    assert Counter(one["lang"] for one in true.values()) == {"en": 28, "hi": 12}
    assert len({one["id"] for one in SENTENCES["mutants"]}) == 40
    for mutant in SENTENCES["mutants"]:
        before, after = mutant["text"].split(mutant["words"])
        original = true[mutant["of"]]["text"]
        assert original.startswith(before) and original.endswith(after) and original != mutant["text"], mutant["id"]
        assert mutant["fact"] in firm, mutant["id"]


def _may_feed_key(fact: Fact) -> bool:
    return evidence.may_feed_key(
        evidence.Evidence(source.publisher, source.official, bool(source.url)) for source in fact.sources.all()
    )
