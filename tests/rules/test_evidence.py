"""The law of evidence as a table."""

import pytest

from tayari.rules.evidence import Evidence, may_be_verified, may_feed_key

OFFICIAL = Evidence("Ministry of External Affairs", official=True, recorded=True)
PAPER = Evidence("The Hindu", official=False, recorded=True)
OTHER = Evidence("India Today", official=False, recorded=True)
UNSEEN = Evidence("Wikipedia", official=False, recorded=False)
UNSEEN_OFFICIAL = Evidence("PIB", official=True, recorded=False)


@pytest.mark.parametrize(
    ("sources", "verified", "feeds"),
    [
        ([], False, False),
        ([UNSEEN], False, False),
        ([UNSEEN_OFFICIAL], False, False),
        ([PAPER], True, False),
        # Two pages of one publisher are not independent.
        ([PAPER, Evidence("the hindu", official=False, recorded=True)], True, False),
        ([PAPER, UNSEEN], True, False),
        ([PAPER, OTHER], True, True),
        ([OFFICIAL], True, True),
    ],
)
def test_what_sources_allow(sources: list[Evidence], verified: bool, feeds: bool) -> None:
    assert (may_be_verified(sources), may_feed_key(sources)) == (verified, feeds)
