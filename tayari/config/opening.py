"""Opens a site's folder and starts Django on it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tayari.base.problems import Unusable
from tayari.config.folder import SiteFolder


def data_option(default: str = "./var/site", *, envvar: str | None = "TAYARI_DATA") -> Callable[[Any], Any]:
    """The `--data DIR` that every subcommand has."""
    return click.option(
        "--data",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        default=default,
        show_default=True,
        envvar=envvar,
        help="The site's folder.",
    )


def open_site(data: Path, *, unfinished: bool = False) -> SiteFolder:
    """Read the site in `data` and set Django up on it. Raises Unusable with a sentence.

    Only `init` opens an `unfinished` one.
    """
    folder = SiteFolder.open(data.resolve())
    if folder.unfinished and not unfinished:
        raise Unusable(f"The site in {data} was never finished: run `tayari init {data}` once more.")
    os.environ["TAYARI_DATA"] = str(folder.path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tayari.config.settings")
    import django

    django.setup()
    from tayari.delivery.press import watching

    # Whoever works on a site tells those who serve it what has changed.
    watching.telling.on = True
    return folder
