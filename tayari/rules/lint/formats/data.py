"""Findings as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tayari.rules.lint.formats.results import Result, told, total


def values(results: Sequence[Result]) -> dict[str, Any]:
    """`{findings: [{file, line, column, level, words, claim, fact, source, suggestion, rule, id}], coverage: {…}}`."""
    return {
        "findings": [{"file": file, **asdict(finding)} for file, finding in told(results)],
        "coverage": asdict(total(results)),
    }


def written(results: Sequence[Result]) -> str:
    return json.dumps(values(results), ensure_ascii=False, indent=2)
