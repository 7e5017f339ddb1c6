"""Pages travel compressed to whoever takes them so."""

import gzip

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_page_is_sent_compressed_when_the_reader_takes_it(client: Client) -> None:
    plain = client.get("/mocks/")

    packed = client.get("/mocks/", headers={"accept-encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
