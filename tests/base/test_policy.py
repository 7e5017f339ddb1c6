"""Readers' pages allow nothing that is not ours; the admin allows what Wagtail needs."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_readers_pages_allow_only_our_own() -> None:
    policy = Client().get("/up")["Content-Security-Policy"]

    assert "default-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_admin_allows_its_inline_scripts() -> None:
    policy = Client().get("/admin/", follow=False)["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
