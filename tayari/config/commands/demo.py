"""`tayari demo`: a whole site on real content, in one command."""

import secrets
from pathlib import Path

import click

from tayari.base.problems import Unusable
from tayari.config import serving
from tayari.config.folder import NAME, SiteFolder, SiteSettings
from tayari.config.opening import data_option, open_site


@click.command(short_help="Make and serve a demonstration site.")
@data_option("./var/demo", envvar=None)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--plain", is_flag=True, help="Through plain WSGI, without the async front.")
def demo(data: Path, host: str, port: int, plain: bool) -> None:
    """Make and serve a demonstration site, until Ctrl-C.

    The first start makes the site; a later one keeps everything that was done in it. When it is ready it prints its
    address and the names and passwords of an editor and of an aspirant.
    """
    address = serving.Address(host, port)
    if not (data / NAME).exists():
        where = address.url.rstrip("/")
        SiteFolder.create(data, SiteSettings(secret=secrets.token_urlsafe(40), address=where, demo=True))
    folder = open_site(data)
    if not folder.settings.demo:
        raise Unusable(f"{data} holds a site of its own, not a demonstration: give --data another folder.")
    folder.writable()
    from tayari.base import clock
    from tayari.delivery import server
    from tayari.demo import setup

    server.free(host, port)
    accounts: list[setup.Account] = []

    def ready() -> None:
        lines = [f"Tayari is ready at {address.url}"]
        lines += [f"{account.role}: {account.name} {account.password}" for account in accounts]
        click.echo("\n".join(lines))

    with serving.only_server(folder):
        serving.prepare(folder, lambda: accounts.extend(setup.fill(folder.path, now=clock.now(), said=serving.say)))
        serving.run(folder, address, plain=plain, ready=ready)
