"""The tools of package.json, which only these tests and bench/run use."""

import os
from pathlib import Path

import pytest

MODULES = Path(__file__).resolve().parents[2] / "node_modules"


def needed(name: str) -> Path:
    """The file `name` under node_modules. Without it the test is skipped and says so; in CI it fails."""
    file = MODULES / name
    if not file.exists():
        sentence = f"{name} is not installed: run `npm ci --ignore-scripts` (bin/test --install does)"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    return file
