"""What the doctor finds, and that each wrong thing says how it is mended."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tayari.base import later
from tayari.base.models import JobRun
from tayari.config import diagnosis, serving
from tayari.config.diagnosis import Look
from tayari.config.folder import SiteFolder, SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: pytest.FixtureRequest) -> SiteFolder:
    settings.STATIC_ROOT = tmp_path / "static"  # type: ignore[attr-defined]
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text("{}", encoding="utf-8")
    return SiteFolder.create(tmp_path, SiteSettings(secret="s" * 40))


def wrong(folder: SiteFolder, now: datetime) -> list[Look]:
    return [look for look in diagnosis.look(folder, now=now) if look.wrong]


def test_a_sound_site_has_nothing_wrong(folder: SiteFolder, now: datetime) -> None:
    assert wrong(folder, now) == []


def test_everything_wrong_says_how_to_mend_it(folder: SiteFolder, now: datetime) -> None:
    (folder.path / "tayari.toml").chmod(0o644)
    (folder.path / "static" / "staticfiles.json").unlink()
    JobRun.objects.create(name="publish what is due", started_at=now, failed=True, error="Traceback\nValueError: no")
    ill = SiteFolder(folder.path, replace(folder.settings, secret="short", address="https://prep.example.org"))

    found = wrong(ill, now)

    assert [look.what for look in found] == ["secret", "secret", "hosts", "job", "static files"]
    assert all(look.mend for look in found)
    assert "ValueError: no" in found[3].found


@pytest.mark.parametrize(("minutes", "well"), [(1, True), (10, False)])
def test_a_worker_that_fell_silent_is_wrong_only_while_the_site_is_served(
    folder: SiteFolder, now: datetime, minutes: int, well: bool
) -> None:
    JobRun.objects.create(name=later.HEARTBEAT, started_at=now - timedelta(minutes=minutes))

    assert wrong(folder, now) == []
    with serving.only_server(folder):
        assert (wrong(folder, now) == []) is well
