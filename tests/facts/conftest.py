"""The small registry as a fixture."""

import pytest

from tests.facts import bases


@pytest.fixture
def registry(db: None) -> None:
    bases.make()
