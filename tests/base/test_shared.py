"""What nodes share by Redis goes on alone without it, and says so once."""

import logging
from collections.abc import Iterator

import pytest

from tayari.base import shared
from tayari.base.shared import Link, SharedCache


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedCache]:
    """A cache whose Redis does not answer: nothing listens on port 9 here."""
    monkeypatch.setattr(shared, "link", Link())
    made = SharedCache("redis://127.0.0.1:9/0", {})
    yield made
    made.clear()


def test_without_redis_a_node_counts_alone_and_says_so_once(
    alone: SharedCache, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert alone.add("rate", 1, timeout=60)
        assert not alone.add("rate", 1, timeout=60)
        assert alone.incr("rate") == 2
        alone.set("other", "kept", 60)
        assert alone.get("other") == "kept" and alone.has_key("other") and alone.touch("other", 60)
        alone.delete("other")
        assert alone.get("other") is None
        with pytest.raises(ValueError, match="not found"):
            alone.incr("never-set")

    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 1 and said[0].startswith("Redis cannot be reached")


def test_it_says_when_redis_is_back(caplog: pytest.LogCaptureFixture) -> None:
    link = Link()
    with caplog.at_level(logging.WARNING):
        link.back()
        link.lost(OSError("refused"))
        link.lost(OSError("refused"))
        link.back()
        link.back()

    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
