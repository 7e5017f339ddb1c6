"""Ten thousand drafts by seeds: an evaluator that shares nothing with their making finds one right option in each."""

from datetime import date
from pathlib import Path

import pytest

from tayari.base.packing import Findings
from tayari.facts.readers.bases import STANDING, pack_base
from tayari.rules.drafts import KINDS, Material, Wanted, draft
from tests.rules.drafts.evaluator import Evaluator

ROOT = Path(__file__).resolve().parents[3]
AS_OF = date(2026, 11, 26)
PACKS = {
    "demo": ROOT / "tayari" / "demo" / "pack",
    "constitution": ROOT / "tests" / "golden" / "packs" / "constitution",
}


@pytest.mark.parametrize(("pack", "seeds", "count"), [("demo", 350, 20), ("constitution", 150, 20)])
def test_each_draft_has_one_right_option_and_it_is_the_derived_key(pack: str, seeds: int, count: int) -> None:
    material = Material(pack_base(PACKS[pack], Findings(), STANDING), AS_OF)
    evaluator = Evaluator(material.base, AS_OF)

    made = 0
    for seed in range(seeds):
        for one in draft(material, Wanted(KINDS, count, f"{pack} {seed}")):
            assert evaluator.right(one.content, one.question.printed()) == list(one.derived.key), one.content
            made += 1

    assert made == seeds * count
