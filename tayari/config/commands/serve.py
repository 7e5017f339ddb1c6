"""`tayari serve`: the site's one process."""

from pathlib import Path

import click

from tayari.config import serving
from tayari.config.opening import data_option, open_site


@click.command()
@data_option()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--plain", is_flag=True, help="Through plain WSGI, without the async front.")
def serve(data: Path, host: str, port: int, plain: bool) -> None:
    """Serve a site, until Ctrl-C.

    An older database is brought up to date first, after a dated copy was made in the folder's `backups`.
    """
    address = serving.Address(host, port)
    folder = open_site(data)
    folder.writable()
    from tayari.delivery import server

    server.free(host, port)
    with serving.only_server(folder):
        serving.prepare(folder, lambda: None)
        serving.run(folder, address, plain=plain, ready=lambda: click.echo(f"Tayari is ready at {address.url}"))
