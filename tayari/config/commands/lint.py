"""`tayari lint`: texts, documents and packs held against the facts, and looked over as pages."""

import json
from pathlib import Path

import click
from click.core import ParameterSource

from tayari import __version__
from tayari.base.problems import Unusable
from tayari.config.days import today, told_day
from tayari.rules.lint import meanings
from tayari.rules.lint.formats import data as as_data
from tayari.rules.lint.formats import results, sarif, text
from tayari.rules.lint.linting import lint as lint_document

_FILE = click.Path(path_type=Path)


@click.command(short_help="Hold texts against the facts, and look pages over.")
@click.argument("files", metavar="FILE...", nargs=-1, type=_FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option("--facts", metavar="PATH", type=_FILE, help="The facts of this content pack, without any site.")
@click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TAYARI_DATA",
    help="The facts of the site in this folder, and what was dismissed there.",
)
@click.option("--as-of", metavar="DATE", help="The day from which the present is seen; today when not given.")
@click.option("--lang", type=click.Choice(["en", "hi"]), help="The language of text that does not show its own.")
@click.option("--strict", is_flag=True, help="Exit with 1 on advice too.")
@click.option("--dismissed", metavar="FILE", type=_FILE, help="A JSON list of the ids of findings to leave out.")
@click.option("--dismiss", metavar="ID", help="Dismiss a finding of the files in the site of --data.")
@click.option("--reason", metavar="TEXT", help="Why, with --dismiss.")
def lint(
    files: tuple[Path, ...],
    form: str,
    facts: Path | None,
    data: Path | None,
    as_of: str | None,
    lang: str | None,
    strict: bool,
    dismissed: Path | None,
    dismiss: str | None,
    reason: str | None,
) -> None:
    """Check Markdown, plain text, HTML, .docx or the folder of a content pack.

    Says for each finding the line, the claim, the fact, its source and what to write. Without --facts or --data it uses
    the site's facts when there is a site in ./var/site, else those of the demo pack. Exit code 1 on an error or a
    warning, 2 when something cannot be used.
    """
    if facts and data and click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE:
        raise Unusable("Give --facts or --data, not both.")
    if not files:
        raise Unusable("Give at least one FILE: Markdown, plain text, HTML, .docx or the folder of a content pack.")
    found, of_site = _linted(files, facts, data, as_of, lang or "", _ids(dismissed))
    if dismiss:
        if not of_site:
            raise Unusable("Dismissals are kept in a site: give --data DIR with --dismiss, or use --dismissed FILE.")
        _dismiss(found, dismiss, reason or "")
        return
    click.echo(_printed(found, form, lang or "en"))
    if results.fails(found, strict=strict):
        raise SystemExit(1)


def _linted(
    files: tuple[Path, ...], facts: Path | None, data: Path | None, as_of: str | None, lang: str, quiet: frozenset[str]
) -> tuple[list[results.Result], bool]:
    """What was found, and whether against a site's facts."""
    from tayari.config.linting import ground
    from tayari.facts.readers import reading
    from tayari.facts.readers.wordlists import loaded_words

    day = told_day(as_of)
    documents = [document for file in files for document in reading.read_path(file, lang)]
    held = ground(facts, data)
    words = loaded_words(held.site)
    quiet |= held.dismissed
    found = results.joined(
        results.Result(
            document.name,
            lint_document(
                document, held.base, as_of=day or today(), language=lang, loaded_words=words, dismissed=quiet
            ),
        )
        for document in documents
    )
    return found, held.site is not None


def _ids(file: Path | None) -> frozenset[str]:
    """The ids in a JSON list: texts, or objects with `id`."""
    if file is None:
        return frozenset()
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return frozenset(str(entry["id"] if isinstance(entry, dict) else entry) for entry in told)
    except OSError as error:
        raise Unusable(f"{file} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise Unusable(f'{file} should be a JSON list of ids, such as ["0123456789abcdef"].') from None


def _printed(found: list[results.Result], form: str, language: str) -> str:
    if form == "json":
        return as_data.written(found)
    if form == "sarif":
        return sarif.written(found, version=__version__, meanings=meanings.meanings())
    return text.written(found, language)


def _dismiss(found: list[results.Result], wanted: str, reason: str) -> None:
    """Keep one finding of the files quiet, in the site whose facts were asked."""
    from tayari.base import clock
    from tayari.facts.actions import dismissals

    named = next(((file, one) for file, one in results.told(found) if one.id == wanted), None)
    if named is None:
        raise Unusable(f"None of these files has a finding {wanted}; its id stands at the end of its line.")
    file, finding = named
    what = dismissals.Dismissed(finding.id, "file", file, finding.rule, finding.words)
    try:
        dismissals.dismiss(what, reason=reason, by=None, now=clock.now())
    except dismissals.DismissalRefused as error:
        raise Unusable(f"{error} Give --reason TEXT.") from None
    click.echo(f"Dismissed {finding.id}: “{finding.words}”. It stays quiet until its sentence or the fact changes.")
