"""Reads and checks a whole pack before anything of it is stored."""

import re
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from tayari.articles.packing import PARTS as ARTICLE_PARTS
from tayari.bank.packing import PARTS as QUESTION_PARTS
from tayari.base.packfiles import read_yaml
from tayari.base.packing import Findings, Item, Part, World, untranslated
from tayari.base.packrows import Told
from tayari.base.problems import Unusable
from tayari.facts.packing import PARTS as FACT_PARTS
from tayari.live.packing import PARTS as LIVE_PARTS
from tayari.media.packing import PARTS as PICTURE_PARTS
from tayari.mocks.packing import PARTS as PAPER_PARTS

SCHEMA = "tayari-pack/1"
# What stands later may refer to what stands earlier.
PARTS: tuple[type[Part], ...] = (
    *FACT_PARTS,
    *PICTURE_PARTS,
    *QUESTION_PARTS,
    *PAPER_PARTS,
    *ARTICLE_PARTS,
    *LIVE_PARTS,
)
_LONGEST_NAME = 80
_REF = re.compile(r"[a-z0-9][a-z0-9._-]*")
_ABOUT = re.compile(r"(?i)read.?me|licen[cs]e|copying|notice|makefile|contributing|changelog")


def _manifest(folder: Path, findings: Findings) -> tuple[str, tuple[str, ...]]:
    """The pack's name and languages."""
    if not folder.is_dir():
        raise Unusable(f"There is no folder {folder}; give the folder of a content pack.")
    rows = read_yaml(folder, "pack.yaml", findings)
    if not rows and not findings.errors:
        raise Unusable(f"{folder} has no pack.yaml, so it is not a content pack; see docs/using/content-packs.md.")
    if not rows:
        return folder.name, ("en",)
    told = Told(rows[0], findings, name="pack.yaml")
    if told.text("schema") != SCHEMA:
        told.problem(f"its schema must be {SCHEMA}, not {rows[0].data.get('schema')!r}")
    name = told.text("name") or folder.name
    if len(name) > _LONGEST_NAME:
        told.problem(f"its name is longer than {_LONGEST_NAME} characters; shorten it")
    return name, tuple(told.refs("languages") or dict(settings.LANGUAGES))


def _by_ref(items: list[Item], findings: Findings) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        ref = str(item.data.get("ref") or "")
        if not ref:
            findings.error(item.file, item.line, "has no ref")
        elif not _REF.fullmatch(ref):
            findings.about(item, "its ref may hold lower-case letters, digits, hyphens, dots and underscores only")
        elif item.ref in found:
            first = found[item.ref]
            findings.about(item, f"stands twice; the first is in {first.file}:{first.line}")
        else:
            found[item.ref] = item
    return found


def _unread(folder: Path, findings: Findings) -> None:
    """List files that no part has read: a slip in a name would lose what is in them without a word."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(step.startswith(".") for step in name.split("/"))
        if path.is_file() and not hidden and name not in findings.files and not _ABOUT.match(path.name):
            findings.warning(name, 0, "is not read: it is no file of a pack, and nothing names it")


def _untranslated(items: dict[str, dict[str, Item]], languages: tuple[str, ...], findings: Findings) -> None:
    for of_kind in items.values():
        for item in of_kind.values():
            for language in languages:
                if places := untranslated(item.data, language):
                    findings.about(item, f"has no {language}: {places}", level="warning")


def check(folder: Path, parts: Sequence[Part]) -> tuple[str, dict[str, dict[str, Item]], Findings]:
    """Read and check a whole pack. Raises Unusable when the folder is no pack."""
    findings = Findings()
    name, languages = _manifest(folder, findings)
    items: dict[str, dict[str, Item]] = {}
    partly_read = set()
    for part in parts:
        told = len(findings.errors)
        items[part.kind] = _by_ref(part.read(folder, findings), findings)
        if len(findings.errors) > told:
            partly_read.add(part.kind)
    stored = {part.kind: set(part.current()) for part in parts}
    world = World(items, stored, languages, frozenset(partly_read))
    for part in parts:
        part.check(items[part.kind].values(), world, findings)
    _untranslated(items, languages, findings)
    _unread(folder, findings)
    return name, items, findings
