"""The `tayari` command: one sentence for whatever cannot be used, exit 0, 1 (findings) or 2 (unusable input)."""

import sys

import click

from tayari import __version__
from tayari.base.problems import Unusable
from tayari.config.commands.content import content
from tayari.config.commands.demo import demo
from tayari.config.commands.doctor import doctor
from tayari.config.commands.facts import facts
from tayari.config.commands.importing import importing
from tayari.config.commands.init import init
from tayari.config.commands.lint import lint
from tayari.config.commands.manage import manage
from tayari.config.commands.papers import papers
from tayari.config.commands.questions import questions
from tayari.config.commands.receipt import receipt
from tayari.config.commands.serve import serve
from tayari.config.commands.show import show


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="Tayari")
def tayari() -> None:
    """Tayari: a self-hosted site for exam preparation on sourced facts.

    Try it with `tayari demo`. Begin a site of your own with `tayari init DIR`, then `tayari serve --data DIR`.
    """


for _command in (demo, init, serve, doctor, content, facts, lint, show, importing, questions, papers, receipt, manage):
    tayari.add_command(_command)


def main() -> None:
    """Run the command and end with its exit code."""
    try:
        code = tayari.main(prog_name="tayari", standalone_mode=False)
    except Unusable as error:
        click.echo(str(error), err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
