"""Every name that a finding of an import or export may have is explained in the reference."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SAID = re.compile(r'"(?:error|warning|advice)",\s*"([a-z]+(?:-[a-z0-9]+)+)"')


def test_every_rule_of_a_finding_is_explained() -> None:
    reference = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    rooms = (ROOT / "tayari" / "rules" / "interchange", ROOT / "tayari" / "bank" / "formats")
    said = {rule for room in rooms for file in room.rglob("*.py") for rule in _SAID.findall(file.read_text("utf-8"))}

    assert len(said) > 50
    assert sorted(rule for rule in said if f"`{rule}`" not in reference) == []
