"""A reader who has no account, with a browser's name."""

import pytest
from django.test import Client

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def reader(db: None) -> Client:
    return Client(headers={"user-agent": BROWSER})
