"""`bench/run lint`: the linter against each part of the corpus and the true passages, and its speed."""

import os
import tempfile
from pathlib import Path
from typing import Any

from bench.lint import scoring, speed

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "dev": "dev.yaml",
    "dev-2": "dev-2.yaml",
    "dev-3": "dev-3.yaml",
    "dev-4": "dev-4.yaml",
    "dev-5": "dev-5.yaml",
    "dev-6": "dev-6.yaml",
    "dev-7": "dev-7.yaml",
    "dev-8": "dev-8.yaml",
    "dev-9": "dev-9.yaml",
    "plain": "plain.yaml",
    "plain-2": "plain-2.yaml",
    "plain-3": "plain-3.yaml",
    "plain-4": "plain-4.yaml",
    "held-out": "held-out.yaml",
    "true passages": "true-passages.yaml",
}


def demo_base() -> Any:
    """The facts of the demo pack, read from its files without any database."""
    with tempfile.TemporaryDirectory(prefix="tayari-bench-") as kept:
        (Path(kept) / "tayari.toml").write_text('secret = "for-a-measurement-only"\n', encoding="utf-8")
        os.environ |= {"TAYARI_DATA": kept, "DJANGO_SETTINGS_MODULE": "tayari.config.settings"}
        import django

        django.setup()
        from tayari.base.packing import Findings
        from tayari.facts.packing.bases import pack_base

        return pack_base(ROOT / "tayari" / "demo" / "pack", Findings())


def measure() -> dict[str, Any]:
    """Figures of each part that is there, then the speed."""
    base = demo_base()
    figures: dict[str, Any] = {}
    for name, file in FILES.items():
        if not (scoring.FOLDER / file).exists():
            continue
        counted = scoring.score(base, scoring.read(file))
        figures |= {f"{name}: {what}": told for what, told in scoring.table(counted).items()}
    return figures | {f"speed: {what}": told for what, told in speed.measure().items()}
