"""Documents name what the program knows: commands, options, settings; their links lead somewhere."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from tayari.config.command import tayari
from tayari.config.folder import SiteSettings

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1`*[ ]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def commands(group: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command is not None
            yield from commands(command, f"{name} {word}")


def options(command: click.Command) -> set[str]:
    return {
        word
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for word in [*parameter.opts, *parameter.secondary_opts]
    }


def sections() -> dict[str, str]:
    """What docs/reference/commands.md says of each command; the words of its heading in capitals are arguments."""
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, said = part.partition("\n")
        found[re.sub(r"( [A-Z]+)+$", "", heading.strip())] = said
    return found


@pytest.mark.parametrize(("name", "command"), list(commands(tayari, "tayari")), ids=str)
def test_the_reference_has_every_command_with_its_options(name: str, command: click.Command) -> None:
    said = sections()

    named = set(re.findall(r"`(--?[a-z][a-z-]*)", "\n".join(re.findall(r"^\| `-.*$", said[name], re.MULTILINE))))

    assert named - {"-h", "--help"} == options(command)


def test_the_reference_has_no_command_that_is_gone() -> None:
    known = {name for name, _command in commands(tayari, "tayari")}

    assert [name for name in sections() if name.startswith("tayari") and name not in known] == []


def test_every_setting_stands_in_the_operators_page_with_its_default() -> None:
    text = (ROOT / "docs" / "running" / "running.md").read_text(encoding="utf-8")

    rows = dict(re.findall(r"^\| `([a-z_]+)` \| (.*?) \|", text, re.MULTILINE))

    assert list(rows) == [entry.name for entry in fields(SiteSettings)]
    for entry in fields(SiteSettings):
        if entry.name != "secret":
            value = getattr(SiteSettings(secret="x"), entry.name)
            shown = str(value).lower() if isinstance(value, bool) else str(value).replace("'", '"')
            assert rows[entry.name] == (f'`"{value}"`' if isinstance(value, str) else f"`{shown}`")


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(file: Path) -> None:
    prose = _CODE.sub("", file.read_text(encoding="utf-8"))
    targets = [target for target in _LINK.findall(prose) if not re.match(r"[a-z]+:|#", target)]

    assert [target for target in targets if not (file.parent / target.partition("#")[0]).exists()] == []


def test_decision_records_are_numbered_without_gap() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        heading = file.read_text(encoding="utf-8").splitlines()[0]
        assert heading.startswith(f"# {int(file.name[:4])}. ")
