"""Lighthouse on one page, as on a simulated phone."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.node_tools import needed

TRIES = 3
"""On a busy machine Chromium sometimes loses the trace of a page, and Lighthouse then asks to be run again."""


def lighthouse(url: str, report: Path, *categories: str) -> dict[str, Any]:
    """Lighthouse's report of `url` on a simulated phone."""
    command = [
        str(needed(".bin/lighthouse")),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(categories)}",
        "--no-enable-error-reporting",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium_path()}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
        if "Runtime error encountered" not in done.stderr:
            break
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def lost_points(report: dict[str, Any], category: str) -> list[str]:
    """Which audits cost the category its points."""
    references = report["categories"][category]["auditRefs"]
    audits = [report["audits"][one["id"]] for one in references if one["weight"]]
    return [f"{audit['id']}: {audit['title']}" for audit in audits if audit["score"] not in (1, None)]
