"""Lighthouse's accessibility, best practices and SEO. Its performance is measured by `bench/run page`."""

from pathlib import Path

import pytest

from tests.browser.kinds import ARTICLE, MOCK
from tests.browser.lighthouse import lighthouse, lost_points
from tests.browser.served import Served

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", f"/hi{ARTICLE}", MOCK])
def test_a_page_scores_at_least_95(site: Served, tmp_path: Path, path: str) -> None:
    wanted = ("accessibility", "best-practices", "seo")

    report = lighthouse(site.url + path, tmp_path / "report.json", *wanted)

    below = {name: lost_points(report, name) for name in wanted if (report["categories"][name]["score"] or 0) < 0.95}
    assert below == {}
