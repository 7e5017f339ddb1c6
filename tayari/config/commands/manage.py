"""`tayari manage`: Django's own commands on a site, for developers."""

from pathlib import Path

import click

from tayari.config.opening import data_option, open_site


@click.command(
    short_help="Run one of Django's own commands on a site.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@data_option()
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(data: Path, arguments: tuple[str, ...]) -> None:
    """Run one of Django's management commands, e.g. `tayari manage --data DIR shell`."""
    open_site(data)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tayari manage", *(arguments or ("help",))])
