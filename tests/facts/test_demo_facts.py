"""The demo pack's facts contradict nothing: what the rules find there is mended in the data or in the rule."""

from pathlib import Path

from tayari.base.packing import Findings
from tayari.facts.packing.bases import STANDING, pack_base
from tayari.rules import contradictions

PACK = Path(__file__).resolve().parents[2] / "tayari" / "demo" / "pack"


def test_the_demo_pack_has_no_contradiction() -> None:
    findings = Findings()
    base = pack_base(PACK, findings, STANDING)

    assert len(base.facts) > 400
    assert [f"{one.rule}: {one.message}" for one in contradictions.find(base)] == []
