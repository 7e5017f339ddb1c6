"""How many queries a page asks once what it keeps in memory is there."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST = 60


def queries_of(client: Client, address: str) -> int:
    """The queries of a second visit, which must answer and stay below what any page may ask."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= MOST, f"{address} asks {len(asked)} queries"
    return len(asked)
