"""What tayari.toml may say, and the sentence that each mistake in it gets."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tayari.base.problems import Unusable
from tayari.config.folder import SiteFolder, SiteSettings

SETTINGS = SiteSettings(secret="s" * 40, name='Prep "2+2" तैयारी', accent="#123456", origins=["https://a.example"])


def write(folder: Path, text: str) -> Path:
    (folder / "tayari.toml").write_text(text, encoding="utf-8")
    return folder


def test_what_is_created_reads_back_the_same_and_is_its_owners_only(tmp_path: Path) -> None:
    SiteFolder.create(tmp_path / "new" / "site", SETTINGS)

    assert SiteFolder.open(tmp_path / "new" / "site").settings == SETTINGS
    assert stat.S_IMODE((tmp_path / "new" / "site" / "tayari.toml").stat().st_mode) == 0o600


def test_a_site_is_never_written_over(tmp_path: Path) -> None:
    SiteFolder.create(tmp_path, SETTINGS)

    with pytest.raises(Unusable, match="holds a site already"):
        SiteFolder.create(tmp_path, replace(SETTINGS, name="Other"))

    assert SiteFolder.open(tmp_path).settings.name == SETTINGS.name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('secret = "x"\ncolour = "red"\n', r"does not know: colour; take it out or spell it right\."),
        ('secret = "x"\nmost_waiting = -1\n', r"most_waiting must be 0, which means no limit, or more\."),
        ('secret = "x\n', r"cannot be read as TOML .*; mend that line\."),
        ('name = "Prep"\n', r"has no secret; run `tayari init"),
        ('secret = "x"\nmail_port = "25"\n', r"mail_port must be a number, not '25'\."),
        ('secret = "x"\ndemo = 1\n', r"demo must be true or false, not 1\."),
        ('secret = "x"\nhosts = "a"\n', r"hosts must be a list of texts, not 'a'\."),
        ('secret = "x"\nlanguages = ["hi"]\n', r'languages must be \["en"\] or \["en", "hi"\]'),
        ('secret = "x"\nlanguages = ["en", "fr"]\n', r'languages must be \["en"\] or \["en", "hi"\]'),
    ],
)
def test_a_mistake_gets_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(Unusable, match=sentence):
        SiteFolder.open(write(tmp_path, text))


def test_a_missing_site_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"There is no site in .*: run `tayari init"):
        SiteFolder.open(tmp_path / "nowhere")


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = SiteFolder.create(tmp_path, SETTINGS)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Tests often run as root, whom no permission stops.
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)

    with pytest.raises(Unusable, match=r"cannot be written \(Permission denied\): give this user the right"):
        folder.writable()


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Unusable, match="cannot be written"):
        SiteFolder.create(tmp_path / "file" / "site", SETTINGS)


def test_no_secret_is_shown_by_repr() -> None:
    assert "s" * 40 not in repr(SETTINGS)
