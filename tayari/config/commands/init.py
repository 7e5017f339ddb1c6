"""`tayari init`: a new site of one's own."""

import getpass
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from tayari.base import signatures
from tayari.base.problems import Unusable
from tayari.config import serving
from tayari.config.folder import LANGUAGES, NAME, UNFINISHED, SiteFolder, SiteSettings
from tayari.config.opening import open_site
from tayari.plain import colours

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def accent(colour: str) -> str:
    """`colour` if text in it can be read on paper in both themes; raises Unusable with a colour that can."""
    try:
        light, dark = colours.contrast(colour, colours.PAPER), colours.dark_contrast(colour)
    except ValueError as error:
        raise Unusable(f"{error}; give six hexadecimal digits.") from None
    if light < colours.LEAST or dark < colours.LEAST:
        raise Unusable(
            f"{colour} has a contrast of {min(light, dark):.1f} to the paper and {colours.LEAST} is needed to read it: "
            f"take {colours.darkened(colour)}, which is the same colour, darker."
        )
    return colour.lower()


def languages(codes: str) -> list[str]:
    """English, then Hindi if asked for, from `en`, `en,hi` or `hi,en`."""
    told = [code.strip() for code in codes.split(",") if code.strip()]
    strange = [code for code in told if code not in LANGUAGES]
    if strange or not told:
        raise Unusable(f"Tayari speaks en and hi, not {', '.join(strange) or 'nothing'}: give en, or en,hi.")
    if "en" not in told:
        raise Unusable("English is the language without a prefix in addresses and cannot be left out: give en,hi.")
    return [code for code in LANGUAGES if code in told]


def address(url: str) -> tuple[str, list[str]]:
    """The site's address without a slash at its end, and the host names it answers to."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise Unusable(f"{url} is no address of a site: give one like https://prep.example.org.")
    hosts = dict.fromkeys([parts.hostname, "127.0.0.1", "localhost", "[::1]"])
    return f"{parts.scheme}://{parts.netloc}", list(hosts)


@dataclass(frozen=True, slots=True)
class Editor:
    """The first editor, who may do everything."""

    name: str
    email: str
    password: str


def editor(name: str, email: str, password: str) -> Editor:
    """Check what was told of the first editor, before anything is made."""
    if not re.fullmatch(r"[\w.@+-]{2,64}", name):
        raise Unusable(f"{name!r} cannot be a name to sign in with: use letters, digits and . @ + - _ only.")
    if not _EMAIL.fullmatch(email):
        raise Unusable(f"{email!r} is not an e-mail address.")
    if len(password) < 8:
        raise Unusable("The editor's password is too short: take eight characters or more.")
    return Editor(name, email, password)


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", prompt="The site's name", help="The site's name.")
@click.option("--mark", prompt="Its mark (a few characters beside the name)", default="○●○○", help="The site's mark.")
@click.option("--accent", "colour", prompt="Its accent colour", default="#2a4d8f", help="The accent colour, #rrggbb.")
@click.option("--languages", "codes", prompt="Its languages", default="en,hi", help="en, or en,hi.")
@click.option("--address", "url", prompt="Its address", default="http://127.0.0.1:8000", help="Where readers find it.")
@click.option(
    "--with-demo/--without-demo", prompt="With the demonstration content", default=False, help="With the demo content."
)
@click.option("--editor", "who", prompt="The first editor's name", help="The name the first editor signs in with.")
@click.option("--email", prompt="The first editor's e-mail", help="The first editor's e-mail address.")
@click.option(
    "--password",
    envvar="TAYARI_EDITOR_PASSWORD",
    help="The first editor's password; asked for, or from TAYARI_EDITOR_PASSWORD, so that it is in no history.",
)
def init(
    directory: Path,
    name: str,
    mark: str,
    colour: str,
    codes: str,
    url: str,
    with_demo: bool,
    who: str,
    email: str,
    password: str | None,
) -> None:
    """Make a new site in DIRECTORY. Asks what is not given as an option; never writes over a site.

    One that was interrupted goes on where it stood when it is run again.
    """
    if (directory / NAME).exists() and not (directory / UNFINISHED).exists():
        raise Unusable(f"{directory} holds a site already: choose another folder, or edit {directory / NAME}.")
    if not name.strip():
        raise Unusable("A site needs a name: give one with --name.")
    where, hosts = address(url)
    first = editor(who, email, password if password is not None else _ask_password())
    settings = SiteSettings(
        secret=secrets.token_urlsafe(40),
        name=name.strip(),
        mark=mark.strip(),
        accent=accent(colour),
        languages=languages(codes),
        address=where,
        hosts=hosts,
        origins=[where] if where.startswith("https://") else [],
        mail_from=f"{name.strip()} <{email}>",
    )
    folder = SiteFolder.create(directory, settings, unfinished=True)
    _make(directory, first, with_demo)
    signatures.key_of(folder.path)
    folder.finish()
    click.echo(f"{settings.name} is made in {directory}. Start it with: tayari serve --data {directory}")


def _ask_password() -> str:
    while True:
        told = getpass.getpass("The first editor's password: ")
        if told == getpass.getpass("Once more: "):
            return told
        click.echo("The two are not the same.", err=True)


def _make(directory: Path, first: Editor, with_demo: bool) -> None:
    folder = open_site(directory, unfinished=True)
    folder.writable()
    from tayari.base import clock
    from tayari.syllabus.actions import topics

    def fill() -> None:
        topics.load(now=clock.now())
        if with_demo:
            from tayari.demo import setup

            setup.load(folder.path, now=clock.now(), said=serving.say)
        _first_editor(first)

    serving.prepare(folder, fill)


def _first_editor(first: Editor) -> None:
    """Make the first editor, or make one who is there already (an interrupted try got that far) what was told now."""
    from tayari.accounts.models import Person

    person = Person.objects.filter(username=first.name).first()
    if person is None:
        Person.objects.create_superuser(first.name, first.email, first.password)
        return
    person.email, person.is_staff, person.is_superuser = first.email, True, True
    person.set_password(first.password)
    person.save()
