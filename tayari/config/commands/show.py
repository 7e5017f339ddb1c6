"""`tayari show`: an entity's facts in the terminal, with dates, status and sources."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from tayari.base.problems import Unusable
from tayari.config.bare import without_site
from tayari.config.days import told_day
from tayari.config.folder import NAME
from tayari.config.linting import DEFAULT_SITE, DEMO_PACK, readable
from tayari.config.opening import open_site

_FILE = click.Path(path_type=Path)
_MOST_LISTED = 20


@click.command(short_help="Print what is recorded of an entity, found by any of its names.")
@click.argument("words")
@click.option(
    "--lang", type=click.Choice(["en", "hi"]), default="en", show_default=True, help="The language to tell in."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--as-of", metavar="DATE", help="Only what had happened, or held, on that day.")
@click.option("--facts", metavar="PATH", type=_FILE, help="The facts of this content pack, without any site.")
@click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TAYARI_DATA",
    help="The facts of the site in this folder.",
)
def show(words: str, lang: str, as_json: bool, as_of: str | None, facts: Path | None, data: Path | None) -> None:
    """Find an entity by its name, alias, acronym or ref in either language, and print its facts.

    When several answer to the WORDS equally well they are listed, unless one alone is the subject of a dossier. Without
    --facts or --data it reads the site in ./var/site when there is one, else the demo pack. Exit code 1 when nothing
    answers to the WORDS.
    """
    if facts and data and click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE:
        raise Unusable("Give --facts or --data, not both.")
    if not words.strip():
        raise Unusable('Give the words to look for, for example: tayari show "2+2".')
    day = told_day(as_of)
    held = _held(facts, data)
    from tayari.facts import telling

    matches = telling.find(held, words)
    found = telling.chosen(held, matches) if matches else None
    told = _told(held, found.ref, lang, day) if found else None
    others = [_listed(held, match, lang) for match in matches if match is not found]
    if as_json:
        answer = {"query": words, "as_of": as_of, "language": lang, "entity": told, "matches": others}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _print(words, told, others)
    if not matches:
        raise SystemExit(1)


def _held(facts: Path | None, data: Path | None) -> Any:
    """The holdings of a pack, of a site, or of the demo pack. Raises Unusable when there are none."""
    if facts or (data is None and not (DEFAULT_SITE / NAME).is_file()):
        return _of_pack(facts or DEMO_PACK)
    site = data or DEFAULT_SITE
    open_site(site)
    from tayari.facts.packing import holdings

    with readable(site):
        return holdings.of_site()


def _of_pack(folder: Path) -> Any:
    if not any(folder.glob("entities/*.yaml")):
        raise Unusable(f"There are no entities in {folder}: give the folder of a content pack.")
    without_site()
    from tayari.base.packing import Findings
    from tayari.facts.packing import holdings

    findings = Findings()
    held = holdings.of_pack(folder, findings)
    if findings.errors:
        raise Unusable(f"The pack in {folder} cannot be read: {findings.errors[0]}.")
    return held


def _listed(held: Any, match: Any, language: str) -> dict[str, Any]:
    from tayari.plain.texts import in_language

    entity = held.entities[match.ref]
    name = in_language(entity["name"], language)
    return {"ref": match.ref, "type": entity["type"], "name": name, "by": match.by, "facts": match.facts}


def _told(held: Any, ref: str, language: str, day: date | None) -> dict[str, Any]:
    """The entity as JSON has it; the text is printed from the same."""
    from tayari.facts import telling
    from tayari.plain.texts import in_language

    entity = held.entities[ref]
    told = telling.facts_of(held, ref, language, day)
    return {
        "ref": ref,
        "type": entity["type"],
        "name": in_language(entity["name"], language),
        "names": list(dict.fromkeys(telling.names(entity))),
        "note": in_language(entity["note"], language),
        "facts": [
            {
                "ref": one.ref,
                "predicate": one.predicate,
                "sentence": one.sentence,
                "language": one.language,
                "date": one.date or None,
                "date_words": one.date_words,
                "valid_to": one.valid_to or None,
                "status": one.status,
                "sources": [_source(source) for source in one.sources],
            }
            for one in told
        ],
        "positions": [
            {
                "ref": one["ref"],
                "kind": one["kind"],
                "about": one["about"],
                "who": _who(held, one, language),
                "text": in_language(one["text"], language),
                "stated_on": one["stated_on"] or None,
                "sources": [_source(held.sources[source]) for source in one["sources"] if source in held.sources],
            }
            for one in telling.positions_of(held, ref, day)
        ],
    }


def _who(held: Any, position: Mapping[str, Any], language: str) -> str:
    from tayari.plain.texts import in_language

    holder = held.entities.get(position["holder"])
    more = in_language(position["attributed_to"], language)
    name = in_language(holder["name"], language) if holder else ""
    return f"{name} ({more})" if name and more else name or more


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "publisher": source["publisher"],
        "title": source["title"],
        "date": source["date"] or None,
        "official": source["official"] == "yes",
        "url": source["url"] or None,
        "looked_up": source["looked_up"] or None,
    }


def _print(words: str, told: dict[str, Any] | None, others: list[dict[str, Any]]) -> None:
    if told:
        _print_entity(told)
        if others:
            click.echo(f"\nAlso named by “{words}”:")
    elif others:
        click.echo(f"{len(others)} answer to “{words}”; show one by its ref, as `tayari show {others[0]['ref']}`:")
    else:
        click.echo(f"Nothing answers to “{words}”: try fewer words, another spelling or the other language.")
    for one in others[:_MOST_LISTED]:
        count = f"{one['facts']} fact{'s' if one['facts'] != 1 else ''}"
        click.echo(f"  {one['ref']}  {one['name']} ({one['type']}, {count})")
    if len(others) > _MOST_LISTED:
        click.echo(f"  and {len(others) - _MOST_LISTED} more; add a word to narrow it.")


def _print_entity(told: dict[str, Any]) -> None:
    click.echo(f"{told['name']} ({told['type']}, {told['ref']})")
    known = [name for name in told["names"] if name != told["name"]]
    if known:
        click.echo(f"Also: {'; '.join(known)}")
    if told["note"]:
        click.echo(told["note"])
    if not told["facts"]:
        click.echo("\nNo fact is recorded of it.")
    for fact in told["facts"]:
        mark = "" if fact["status"] == "verified" else f" [{fact['status']}]"
        click.echo(f"\n{fact['date'] or '–':<10}  {fact['sentence']}{mark}")
        if fact["valid_to"] and fact["valid_to"] != fact["date"]:
            click.echo(f"{'':<12}until {fact['valid_to']}")
        _print_sources(fact)
    if told["positions"]:
        click.echo("\nWhat is said of it, or by it:")
    for said in told["positions"]:
        click.echo(f"\n{said['stated_on'] or '–':<10}  {said['who']}: {said['text']} [{said['kind']}]")
        _print_sources(said)


def _print_sources(told: dict[str, Any]) -> None:
    for source in told["sources"]:
        day = f", {source['date']}" if source["date"] else ""
        url = f" {source['url']}" if source["url"] else ""
        click.echo(f"{'':<12}{source['publisher']}{day}.{url}")
    if not told["sources"]:
        click.echo(f"{'':<12}no source recorded")
