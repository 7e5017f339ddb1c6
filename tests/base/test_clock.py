"""The wall clock is read with a site and without one."""

from datetime import UTC

import pytest
from django.conf import settings
from django.utils.functional import empty

from tayari.base import clock


def test_it_is_read_where_no_site_has_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE")
    monkeypatch.setattr(settings, "_wrapped", empty)

    assert clock.now().tzinfo is UTC
