"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text."""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tayari.rules.lint.findings import Finding
from tayari.rules.lint.formats.results import Result, address, told

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def values(results: Sequence[Result], *, version: str, meanings: Mapping[str, str]) -> dict[str, Any]:
    """The log; `meanings` are the rules' names with what each is about."""
    found = list(told(results))
    rules = sorted({finding.rule for _, finding in found} | set(meanings))
    described = [{"id": rule, "shortDescription": {"text": meanings.get(rule, rule)}} for rule in rules]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "Tayari", "version": version, "rules": described}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(file, finding, rules) for file, finding in found],
            }
        ],
    }


def written(results: Sequence[Result], *, version: str, meanings: Mapping[str, str]) -> str:
    return json.dumps(values(results, version=version, meanings=meanings), ensure_ascii=False, indent=2)


def _result(file: str, finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    region = {"startLine": max(1, finding.line), "startColumn": max(1, finding.column)}
    place = {"artifactLocation": {"uri": _uri(file)}, "region": region}
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.level],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"tayariFinding/v1": finding.id},
    }


def _message(finding: Finding) -> str:
    said = [f"“{finding.words}”: {finding.claim}"]
    if finding.fact:
        said.append(f"Fact {finding.fact}: {finding.source or 'no source'}.")
    if finding.suggestion:
        said.append(f"Write: {finding.suggestion}")
    return " ".join(said)


def _uri(file: str) -> str:
    return PurePath(file).as_uri() if PurePath(file).is_absolute() else quote(address(file))
