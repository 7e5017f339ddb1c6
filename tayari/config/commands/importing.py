"""`tayari import page`: a scraped or saved page becomes the draft of a typed article."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from tayari.base.problems import Unusable
from tayari.config.days import today
from tayari.config.opening import data_option, open_site
from tayari.plain.quantities import duration

_LEVELS = {"error", "warning"}


@click.group(name="import")
def importing() -> None:
    """Bring other forms of content into a site, as drafts."""


@importing.command(short_help="Make an article's draft of a scraped or saved page.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--url", default="", help="Where the page was, kept as its provenance.")
@click.option("--lang", type=click.Choice(["en", "hi"]), help="The page's language, where it does not say so.")
@click.option("--dry-run", is_flag=True, help="Say what would be made; open no site and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--facts", metavar="PATH", type=click.Path(path_type=Path), help="Check against this content pack.")
@data_option()
def page(file: Path, url: str, lang: str | None, dry_run: bool, as_json: bool, facts: Path | None, data: Path) -> None:
    """Read FILE (HTML, Markdown, text or .docx) and make a draft of an article; nothing is published.

    Furniture, adverts and captions are dropped, cards of tests are recognised, the title is rebuilt, headings become
    the typed parts, and what the linter finds is told. Pictures are not copied. Exit code 1 when the linter found an
    error or a warning.
    """
    if url and not url.startswith(("http://", "https://")):
        raise Unusable(f"--url {url} is no address; it begins with https:// or http://.")
    if facts and not dry_run:
        raise Unusable("A site checks against its own facts; give --facts with --dry-run only.")
    if not dry_run:
        open_site(data)
    told, draft = _read(file, url, lang or "", facts, None if dry_run else data)
    if not dry_run:
        told["page"] = _store(draft, told)
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _written(told, dry_run))
    if any(finding["level"] in _LEVELS for finding in told["findings"]):
        raise SystemExit(1)


def _read(file: Path, url: str, language: str, facts: Path | None, site: Path | None) -> tuple[dict[str, Any], Any]:
    from tayari.config.linting import DEMO_PACK, ground

    held = ground(None, site) if site else ground(facts or DEMO_PACK, None)
    from tayari.facts.readers import reading
    from tayari.rules.imports import drafting

    documents = list(reading.read_path(file, language))
    if len(documents) != 1:
        raise Unusable(f"{file} is not one page; give a single file.")
    draft = drafting.draft(documents[0], language=language)
    if not draft.parts and not draft.summary:
        raise Unusable(f"{file} has no text beside its furniture; there is nothing to import.")
    provenance = {
        "file": file.name,
        "url": url or None,
        "saved": datetime.fromtimestamp(file.stat().st_mtime, UTC).date().isoformat(),
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "published": documents[0].about.get("published") or None,
        "author": documents[0].about.get("author") or None,
    }
    return _as_data(draft, provenance, _findings(draft, held, language)), draft


def _findings(draft: Any, held: Any, language: str) -> list[dict[str, Any]]:
    """What the linter says of the words that are kept, at their places in the file."""
    from tayari.facts.readers.wordlists import loaded_words
    from tayari.rules.lint.linting import lint

    report = lint(draft.kept, held.base, as_of=today(), language=language, loaded_words=loaded_words(held.site))
    names = ("line", "column", "level", "words", "claim", "fact", "source", "suggestion", "rule", "id")
    return [{name: getattr(finding, name) for name in names} for finding in report.findings]


def _as_data(draft: Any, provenance: dict[str, Any], findings: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": draft.title,
        "title_changes": list(draft.title_changes),
        "language": draft.language,
        "summary": draft.summary,
        "parts": [{"part": one.part, "title": one.title, "text": one.text} for one in draft.parts],
        "cards": [
            {
                "title": card.title,
                "questions": card.questions,
                "seconds": card.seconds,
                "time": duration(card.seconds, draft.language) if card.seconds else None,
                "unit": card.unit,
                "label": card.label,
                "words": card.words,
            }
            for card in draft.cards
        ],
        "dropped": [{"line": one.line, "words": one.words, "reason": one.reason} for one in draft.dropped],
        "findings": findings,
        "provenance": provenance,
        "page": None,
    }


def _store(draft: Any, told: dict[str, Any]) -> dict[str, Any]:
    from tayari.articles.actions import imports
    from tayari.base import clock

    try:
        made = imports.create(
            draft,
            provenance={**told["provenance"], "cards": told["cards"]},
            findings=told["findings"],
            by=None,
            now=clock.now(),
        )
    except imports.ImportRefused as error:
        raise Unusable(str(error)) from None
    return {"id": made.pk, "slug": made.slug, "edit": f"/admin/pages/{made.pk}/edit/"}


def _written(told: dict[str, Any], dry_run: bool) -> str:
    lines = [f"Title: {told['title']}", *(f"       {change}" for change in told["title_changes"])]
    lines += ["", f"Summary: {told['summary']}", ""]
    lines += [f"{one['part']:<14} {one['title']} ({len(one['text'].split())} words)" for one in told["parts"]]
    if told["cards"]:
        lines += ["", "Tests that the page offered:"]
        lines += [f"  {_card(card)}" for card in told["cards"]]
    if told["dropped"]:
        lines += ["", "Left out:"]
        lines += [f"  line {one['line']}: {one['words'][:60]!r}, {one['reason']}" for one in told["dropped"]]
    if told["findings"]:
        lines += ["", "The linter says:"]
    for one in told["findings"]:
        source = f" ({one['source']})" if one["source"] else ""
        lines.append(
            f"  line {one['line']}: {one['level']}: {one['words']!r}: {one['suggestion']}{source} [{one['rule']}]"
        )
    lines.append("")
    if dry_run:
        lines.append("Nothing was stored (--dry-run).")
    else:
        lines.append(f"Draft made, nothing published: {told['page']['edit']}")
    return "\n".join(lines)


def _card(card: dict[str, Any]) -> str:
    asked = f"{card['questions']} questions" if card["questions"] else "an unknown number of questions"
    time = f"{card['seconds']} s = {card['time']}" if card["seconds"] else "no time told"
    unit = f" ({card['unit']}: {card['words']!r})" if card["unit"] not in {"as printed", "unknown"} else ""
    return f"{card['title'] or 'untitled'}: {asked}, {time}{unit}"
