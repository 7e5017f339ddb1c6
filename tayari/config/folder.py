"""The site's folder: its database, media and tayari.toml with everything a site is told."""

import json
import os
import tempfile
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tayari.base.problems import Unusable

NAME = "tayari.toml"
UNFINISHED = ".unfinished"  # beside it from the first step of `init` to the last
LANGUAGES = {"en": "English", "hi": "हिन्दी"}


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What `tayari init` writes and an operator may edit."""

    secret: str = field(repr=False)
    name: str = "Tayari"
    mark: str = "○●○○"
    accent: str = "#2a4d8f"
    languages: list[str] = field(default_factory=lambda: ["en", "hi"])
    address: str = "http://127.0.0.1:8000"
    hosts: list[str] = field(default_factory=lambda: ["127.0.0.1", "localhost", "[::1]"])
    origins: list[str] = field(default_factory=list)
    database_url: str = field(default="", repr=False)
    redis_url: str = field(default="", repr=False)
    demo: bool = False
    press: bool = True
    lanes: bool = True
    most_connections: int = 20_000
    most_waiting: int = 8_192
    most_a_second: int = 200
    most_at_once: int = 5_000
    sponsor_name: str = ""
    sponsor_url: str = ""
    sponsor_text: str = ""
    source_address: str = ""
    mail_host: str = ""
    mail_port: int = 587
    mail_user: str = ""
    mail_password: str = field(default="", repr=False)
    mail_tls: bool = True
    mail_from: str = "Tayari <tayari@localhost>"


_KINDS: dict[Any, str] = {str: "text in quotes", bool: "true or false", int: "a number", list[str]: "a list of texts"}


_COUNTS = ("most_connections", "most_waiting", "most_a_second", "most_at_once")


def _fits(value: Any, kind: Any) -> bool:
    if kind == list[str]:
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    return type(value) is kind


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A folder and the settings in it."""

    path: Path
    settings: SiteSettings

    @property
    def database(self) -> Path:
        """The SQLite file, which is there only when no database_url is set."""
        return self.path / "site.sqlite3"

    @classmethod
    def open(cls, path: Path) -> "SiteFolder":
        """Read `path`/tayari.toml. Raises Unusable with a sentence that says what to do."""
        file = path / NAME
        told = _read(file, path)
        known = {entry.name: entry for entry in fields(SiteSettings)}
        unknown = sorted(set(told) - set(known))
        if unknown:
            raise Unusable(
                f"{file} has a setting that Tayari does not know: {unknown[0]}; take it out or spell it right."
            )
        for name, value in told.items():
            if not _fits(value, known[name].type):
                raise Unusable(f"{file}: {name} must be {_KINDS[known[name].type]}, not {value!r}.")
        if not told.get("secret"):
            raise Unusable(f"{file} has no secret; run `tayari init {path}` to write one.")
        settings = SiteSettings(**told)
        if below := [name for name in _COUNTS if getattr(settings, name) < 0]:
            raise Unusable(f"{file}: {below[0]} must be 0, which means no limit, or more.")
        strange = [code for code in settings.languages if code not in LANGUAGES]
        if strange or not settings.languages or settings.languages[0] != "en":
            raise Unusable(f'{file}: languages must be ["en"] or ["en", "hi"]: English comes first, Hindi may follow.')
        return cls(path, settings)

    @property
    def unfinished(self) -> bool:
        """Whether `init` began to make this site and never came to its end."""
        return (self.path / UNFINISHED).exists()

    @classmethod
    def create(cls, path: Path, settings: SiteSettings, *, unfinished: bool = False) -> "SiteFolder":
        """Make `path` with a tayari.toml that only its owner can read. Raises Unusable when a finished site is there.

        `unfinished` marks it so until `finish`: what was killed on the way can be made again.
        """
        file = path / NAME
        if file.exists() and not (path / UNFINISHED).exists():
            raise Unusable(f"{path} holds a site already ({NAME}); choose another folder, or edit that file.")
        try:
            path.mkdir(parents=True, exist_ok=True)
            if unfinished:
                (path / UNFINISHED).touch()
            handle, draft = tempfile.mkstemp(dir=path, prefix=f".{NAME}.")
            with os.fdopen(handle, "w", encoding="utf-8") as written:
                written.write(_as_toml(settings))
            os.replace(draft, file)
        except OSError as error:
            raise Unusable(f"{path} cannot be written ({error.strerror}); choose another folder with --data.") from None
        return cls(path, settings)

    @classmethod
    def from_environment(cls) -> "SiteFolder":
        """The folder named by TAYARI_DATA."""
        path = os.environ.get("TAYARI_DATA")
        if not path:
            raise Unusable("No site folder is set: give --data DIR, or set TAYARI_DATA.")
        return cls.open(Path(path).resolve())

    def finish(self) -> None:
        """The site is whole."""
        (self.path / UNFINISHED).unlink(missing_ok=True)

    def writable(self) -> None:
        """Raise Unusable when this folder or its database cannot be written."""
        try:
            with tempfile.TemporaryFile(dir=self.path):
                pass
            if self.database.exists():
                with self.database.open("ab"):
                    pass
        except OSError as error:
            raise Unusable(
                f"{self.path} cannot be written ({error.strerror}): give this user the right to write there, "
                "or choose another folder with --data."
            ) from None


def _read(file: Path, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise Unusable(f"There is no site in {path}: run `tayari init {path}` first, or `tayari demo`.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{file} cannot be read as TOML ({error}); mend that line.") from None
    except OSError as error:
        raise Unusable(f"{file} cannot be read ({error.strerror}); check the folder's permissions.") from None


def _as_toml(settings: SiteSettings) -> str:
    # A JSON text, number, truth value or list of texts is the same in TOML.
    lines = [
        f"{entry.name} = {json.dumps(getattr(settings, entry.name), ensure_ascii=False)}"
        for entry in fields(SiteSettings)
    ]
    return "# Everything this site is told; keep it from others, its secret signs sessions.\n" + "\n".join(lines) + "\n"
