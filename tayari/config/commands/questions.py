"""`tayari questions`: drafts made of facts, for an editor's review; and questions in and out of other formats."""

import json
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from tayari.base.problems import Unusable
from tayari.config.days import told_day
from tayari.config.opening import data_option
from tayari.rules import drafts
from tayari.rules.drafts import Draft, Wanted
from tayari.rules.kinds.plain_text import plain

_FILE = click.Path(path_type=Path)


_OF_FORMATS = ("export", "import", "template")


class _Questions(click.Group):
    """Loads the commands of other formats when they are asked for: every `tayari` would wait for all formats."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_OF_FORMATS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _OF_FORMATS:
            return super().get_command(ctx, cmd_name)
        from tayari.config.commands import exchange

        return exchange.COMMANDS[cmd_name]


@click.group(cls=_Questions)
def questions() -> None:
    """Make draft questions of facts; bring questions in and out of other formats."""


@questions.command(short_help="Make draft questions of facts.")
@click.option("--subject", "subjects", metavar="REF", multiple=True, help="About this entity; may be given again.")
@click.option(
    "--topic", "topics", metavar="ID", multiple=True, help="About what this topic's questions are about; they get it."
)
@click.option(
    "--kind", "wanted", type=click.Choice(drafts.KINDS), multiple=True, help="Of this kind; else all in turn."
)
@click.option("--count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many.")
@click.option("--seed", metavar="TEXT", default="1", show_default=True, help="The same seed gives the same questions.")
@click.option(
    "--lang",
    type=click.Choice(["en", "hi", "both"]),
    default="both",
    show_default=True,
    help="English alone, only what can be said in Hindi too, or Hindi where every piece of a question has it.",
)
@click.option("--as-of", metavar="DATE", help="The day as of which the facts are taken; today when not given.")
@click.option(
    "--facts", metavar="PATH", type=_FILE, help="A content pack, or one file in its facts/, without any site."
)
@data_option()
@click.option("--out", metavar="FILE", type=_FILE, help="Write them to a new YAML file, as packs hold questions.")
@click.option("--into-bank", is_flag=True, help="Keep them in the site's bank, as drafts to be reviewed.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, each with its key.")
def draft(
    subjects: tuple[str, ...],
    topics: tuple[str, ...],
    wanted: tuple[str, ...],
    count: int,
    seed: str,
    lang: str,
    as_of: str | None,
    facts: Path | None,
    data: Path,
    out: Path | None,
    into_bank: bool,
    as_json: bool,
) -> None:
    """Make questions from the facts that may feed a key.

    Wrong values are real values of the same type and grain that the facts say are wrong. Nothing is published: a
    person reviews each draft. Exit code 1 when the facts gave fewer than --count.
    """
    given = click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE
    _check_ways(facts, given, out, into_bank)
    from tayari.config import drafting

    ground = drafting.of_pack(facts, told_day(as_of)) if facts else drafting.of_site(data, told_day(as_of))
    asked = Wanted(
        kinds=wanted or drafts.KINDS,
        count=count,
        seed=seed,
        languages=lang,
        topics=topics,
        subjects=ground.subjects(subjects, topics),
        facts=ground.facts,
    )
    made = drafts.draft(ground.material, asked, taken=[drafts.shape(one) for one in ground.questions])
    if out:
        _write(out, made)
    if into_bank:
        _keep(made)
    if as_json or not (out or into_bank):
        click.echo(_as_json(made) if as_json else "\n\n".join(map(_as_text, made)))
    if len(made) < count:
        click.echo(
            f"{len(made)} of {count}: the facts give no more such questions. Widen the subjects or the kinds.", err=True
        )
        raise SystemExit(1)


def _check_ways(facts: Path | None, data_given: bool, out: Path | None, into_bank: bool) -> None:
    if facts and data_given:
        raise Unusable("Give --facts or --data, not both.")
    if facts and into_bank:
        raise Unusable("A pack has no bank: give --data DIR with --into-bank, or --out FILE.")
    if out and into_bank:
        raise Unusable("Give --out FILE or --into-bank, not both.")
    if out and out.exists():
        raise Unusable(f"{out} is there already: give --out another name, so that no reviewed question is lost.")


def _write(out: Path, made: list[Draft]) -> None:
    from tayari.base.packfiles import write_yaml

    try:
        write_yaml(out, [one.content for one in made])
    except OSError as error:
        raise Unusable(f"{out} cannot be written ({error.strerror}); give --out another name.") from None
    click.echo(f"Wrote {len(made)} drafts to {out}: review each before it goes into a pack.", err=True)


def _keep(made: list[Draft]) -> None:
    from tayari.bank.actions.drafting import keep_drafted
    from tayari.base import clock

    kept = keep_drafted(contents=[one.content for one in made], by=None, now=clock.now())
    click.echo(f"Kept {len(kept)} drafts in the bank; review each under Questions.", err=True)


def _as_json(made: list[Draft]) -> str:
    told: list[Any] = [{"key": list(one.derived.key), "question": one.content} for one in made]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_text(one: Draft) -> str:
    printed = one.question.printed()
    languages = [code for code in ("en", "hi") if code in printed["stem"]]
    key = ", ".join(one.derived.key)
    return "\n".join([f"{one.question.head.ref}  key: ({key})", *(plain(printed, code) for code in languages)])
