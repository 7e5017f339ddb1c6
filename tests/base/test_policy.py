"""Readers' pages allow nothing that is not ours; the admin allows what Wagtail needs."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve

pytestmark = pytest.mark.django_db


def test_readers_pages_allow_only_our_own() -> None:
    policy = Client().get("/up")["Content-Security-Policy"]

    assert "default-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_admin_allows_its_inline_scripts() -> None:
    policy = Client().get("/admin/", follow=False)["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy


def test_an_uploaded_drawing_opened_by_itself_runs_nothing() -> None:
    file = Path(resolve("/media/policy/drawing.svg").kwargs["document_root"]) / "policy" / "drawing.svg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", encoding="utf-8")

    answer = Client().get("/media/policy/drawing.svg")

    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = answer["Content-Security-Policy"].split("; ")
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script" not in answer["Content-Security-Policy"]
    answer.close()
