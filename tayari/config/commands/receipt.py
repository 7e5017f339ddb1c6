"""`tayari receipt`: the site's public key, and the check of a receipt that a candidate kept."""

import json
from pathlib import Path
from typing import Any

import click

from tayari.base.problems import Unusable
from tayari.config.folder import SiteFolder
from tayari.config.opening import data_option

_MOST_BYTES = 20_000_000


@click.group()
def receipt() -> None:
    """Check receipts of sittings, and give the key by which others check them."""


@receipt.command(short_help="Print the site's public key.")
@data_option()
def key(data: Path) -> None:
    """Print the public key that receipts of this site are signed for, in PEM. It is also at /receipts/key.pem."""
    from tayari.base import signatures

    click.echo(signatures.public_pem(signatures.key_of(SiteFolder.open(data.resolve()).path)), nl=False)


@receipt.command(short_help="Check a receipt; needs no network and no site.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--key", "key_file", type=click.Path(path_type=Path, dir_okay=False), help="The site's public key, PEM.")
def verify(file: Path, key_file: Path | None) -> None:
    """Check that FILE is as the site issued it. Ends with 1 and one sentence when it is not.

    Without --key it is checked against the key that it names itself: that shows that it is whole, not who signed it.
    """
    from tayari.base import signatures
    from tayari.rules import receipts

    told = _read(file)
    try:
        receipts.check(told)
    except receipts.Tampered as problem:
        _refuse(file, str(problem))
    own = str(told.get("key", ""))
    pem = own if key_file is None else _text(key_file)
    if not signatures.holds(pem, receipts.signed_part(told), str(told.get("signature", ""))):
        _refuse(file, "its signature is not that of the key")
    sitting = told["sitting"]
    click.echo(
        f"{file} is whole: sitting {sitting['id']} of {sitting['paper']}, {len(told['events'])} events, "
        f"{len(told['answers'])} answers, issued {told['issued_at']}."
    )
    if key_file is None:
        click.echo(f"Who signed it is not shown: give --key with the key from {sitting['site']}receipts/key.pem.")


def _refuse(file: Path, why: str) -> None:
    click.echo(f"{file} is not as it was issued: {why}.", err=True)
    raise SystemExit(1)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise Unusable(f"{file} is too large for a receipt or a key.")
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise Unusable(f"{file} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise Unusable(f"{file} is not text.") from None


def _read(file: Path) -> Any:
    try:
        return json.loads(_text(file))
    except (ValueError, RecursionError):
        raise Unusable(f"{file} is no JSON: give the receipt as it was downloaded.") from None
