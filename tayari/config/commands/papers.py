"""`tayari papers draw`: a draft paper drawn from the bank."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tayari.base.problems import Unusable
from tayari.config.opening import data_option, open_site
from tayari.rules.kinds import KINDS
from tayari.rules.kinds.reading import DIFFICULTIES


@click.group()
def papers() -> None:
    """Draw papers from the bank."""


@papers.command(short_help="Draw a draft paper from the bank.")
@click.option("--title", required=True, help="The paper's title; its address follows from it.")
@click.option("--blueprint", metavar="SLUG", default="upsc-gs1", show_default=True, help="The pattern that it follows.")
@click.option("--count", type=click.IntRange(1, 500), help="How many questions; else as many as the blueprint has.")
@click.option("--topic", "topics", metavar="ID=WEIGHT", multiple=True, help="A share of the questions for a topic.")
@click.option("--section", "sections", metavar="N:ID=WEIGHT", multiple=True, help="A topic's share of section N.")
@click.option("--kind", "kinds", metavar="KIND=WEIGHT", multiple=True, help="A share for a kind.")
@click.option("--difficulty", "difficulties", metavar="LEVEL=WEIGHT", multiple=True, help="A share for a difficulty.")
@click.option("--minutes", type=click.IntRange(1, 600), help="The paper's clock; else the blueprint's.")
@click.option("--seconds", type=click.IntRange(5, 3600), help="A clock for each question; it then goes forward only.")
@click.option("--fresh", is_flag=True, help="Leave out questions that stand in a paper already.")
@click.option("--seed", metavar="TEXT", default="1", show_default=True, help="The same seed draws the same questions.")
@click.option("--dry-run", is_flag=True, help="Say what would be drawn; keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: paper, questions, short, problems.")
@data_option()
def draw(
    title: str,
    blueprint: str,
    count: int | None,
    topics: tuple[str, ...],
    sections: tuple[str, ...],
    kinds: tuple[str, ...],
    difficulties: tuple[str, ...],
    minutes: int | None,
    seconds: int | None,
    fresh: bool,
    seed: str,
    dry_run: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Draw ready questions by topics, kinds, difficulty and a seed; no two of them answer each other.

    A blueprint with sections gives the paper its sections, each with as many questions as the pattern has there;
    --section says on which topics one of them is.

    The result is a draft paper: look it over, freeze a printing and open it in the admin. When the bank has too few
    questions somewhere, it says where and how many are missing, keeps nothing and ends with 1.
    """
    shares = {
        "topics": _weights(topics, "--topic", ()),
        "kinds": _weights(kinds, "--kind", tuple(KINDS)),
        "difficulties": _weights(difficulties, "--difficulty", DIFFICULTIES),
    }
    parts = _sections(sections)
    open_site(data)
    from tayari.base import clock
    from tayari.mocks.actions import drawing
    from tayari.mocks.actions.printings import PaperRefused

    wish = drawing.Wish(title, blueprint, seed, count, minutes, seconds, fresh=fresh, sections=parts, **shares)
    try:
        drawn = drawing.look(wish)
        refusal = drawn.refusal()
        paper = None if dry_run or refusal else drawing.draw(wish=wish, by=None, now=clock.now())
    except PaperRefused as error:
        raise Unusable(f"No paper was drawn: {error}.") from None
    _tell(drawn, paper, as_json)
    if refusal:
        click.echo(f"No paper was drawn: {refusal}.", err=True)
        raise SystemExit(1)


def _weights(given: Sequence[str], option: str, known: Sequence[str]) -> dict[str, int]:
    """`gs2.ir=3` as {gs2.ir: 3}; without a weight 1. Raises Unusable."""
    found: dict[str, int] = {}
    for text in given:
        name, _, weight = text.partition("=")
        if not name or not (weight or "1").isdecimal() or int(weight or 1) < 1:
            raise Unusable(f"{option} {text} is not a name with a weight; write it as {name or 'name'}=2.")
        if known and name not in known:
            raise Unusable(f"{option} {name} is not known; there are {', '.join(known)}.")
        found[name] = int(weight or 1)
    return found


def _sections(given: Sequence[str]) -> dict[int, dict[str, int]]:
    """`2:gs2.ir=3` as {2: {gs2.ir: 3}}. Raises Unusable."""
    found: dict[int, list[str]] = {}
    for text in given:
        number, colon, share = text.partition(":")
        if not colon or not number.isdecimal() or int(number) < 1:
            raise Unusable(f"--section {text} names no section and topic; write it as 2:{text or 'topic'}=1.")
        found.setdefault(int(number), []).append(share)
    return {number: _weights(shares, "--section", ()) for number, shares in found.items()}


def _tell(drawn: Any, paper: Any, as_json: bool) -> None:
    refs = [question.head.ref for question, _ in drawn.asked]
    if as_json:
        told = {
            "paper": paper.ref if paper else None,
            "questions": refs,
            "short": [
                {"of": one.dimension, "name": one.name, "wanted": one.wanted, "found": one.found} for one in drawn.short
            ],
            "problems": list(drawn.problems),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    sectioned = len(set(drawn.sections)) > 1
    for number, (question, _) in enumerate(drawn.asked, start=1):
        if sectioned and drawn.sections[number - 1] not in drawn.sections[: number - 1]:
            click.echo(f"Section {drawn.sections[number - 1]}")
        click.echo(f"{number:3} {question.head.ref}  {question.head.kind}  {', '.join(question.head.topics)}")
    if paper:
        click.echo(
            f"Drew {len(refs)} questions into the draft paper {paper.ref}; look it over and open it in the admin."
        )
