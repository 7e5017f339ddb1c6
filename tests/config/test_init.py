"""What `tayari init` makes of answers, and what it says to those that cannot be used."""

import pytest

from tayari.base.problems import Unusable
from tayari.config.commands import init


def test_a_pale_accent_is_refused_with_one_that_reads() -> None:
    with pytest.raises(Unusable, match=r"#ffcc00 has a contrast of 1\.4 .* take #896e00"):
        init.accent("#ffcc00")


def test_a_readable_accent_is_taken() -> None:
    assert init.accent("#2A4D8F") == "#2a4d8f"


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(Unusable, match="'blue' is not a colour like #2a4d8f; give six hexadecimal digits"):
        init.accent("blue")


@pytest.mark.parametrize(("told", "found"), [("en", ["en"]), ("en,hi", ["en", "hi"]), ("hi, en", ["en", "hi"])])
def test_english_comes_first(told: str, found: list[str]) -> None:
    assert init.languages(told) == found


@pytest.mark.parametrize("told", ["", "fr", "en,fr", "hi"])
def test_other_languages_are_refused(told: str) -> None:
    with pytest.raises(Unusable, match="give en"):
        init.languages(told)


@pytest.mark.parametrize(
    ("told", "site"),
    [
        ("https://prep.example.org/", "https://prep.example.org"),
        ("prep.example.org:8080", "http://prep.example.org:8080"),
    ],
)
def test_an_address_loses_its_slash_and_gives_its_host(told: str, site: str) -> None:
    assert init.address(told) == (site, ["prep.example.org", "127.0.0.1", "localhost", "[::1]"])


@pytest.mark.parametrize("told", ["ftp://x.example", "https://", "https://x.example/path"])
def test_what_is_no_address_is_refused(told: str) -> None:
    with pytest.raises(Unusable, match="no address of a site"):
        init.address(told)


@pytest.mark.parametrize(
    ("name", "email", "password", "sentence"),
    [
        ("a b", "a@b.example", "long-enough", "cannot be a name to sign in with"),
        ("meera", "meera", "long-enough", "is not an e-mail address"),
        ("meera", "meera@b.example", "short", "too short"),
    ],
)
def test_the_first_editor_is_checked_before_anything_is_made(
    name: str, email: str, password: str, sentence: str
) -> None:
    with pytest.raises(Unusable, match=sentence):
        init.editor(name, email, password)
