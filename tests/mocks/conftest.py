"""A clock that tests set, and a browser that has started a sitting."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tayari.mocks.models import Printing, Sitting
from tests.factories.questions import NOW


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], datetime]:
    """`at(90)`: from here on it is 90 s after the start of the test's time."""

    def put(seconds: float) -> datetime:
        moment = NOW + timedelta(seconds=seconds)
        monkeypatch.setattr("tayari.base.clock.now", lambda: moment)
        return moment

    put(0)
    return put


@pytest.fixture
def started(client: Client, at: Callable[[float], datetime]) -> Callable[[Printing], Sitting]:
    """Press start on a paper's cover; the client is then the guest who sits it."""

    def start(printing: Printing) -> Sitting:
        answer = client.post(f"/mocks/{printing.paper.slug}/sittings/")
        assert answer.status_code == 302
        return Sitting.objects.get(pk=answer["Location"].split("/")[-2])

    return start
