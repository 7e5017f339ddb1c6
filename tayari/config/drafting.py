"""What `tayari questions draft` draws on: the facts of a pack, of one of its files, or of a site."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tayari.base.problems import Unusable
from tayari.config.days import today
from tayari.config.linting import pack_facts, readable
from tayari.config.opening import open_site
from tayari.facts.readers.bases import STANDING
from tayari.rules.drafts import Material, subjects_on

Contents = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The material, the questions that are there already, and the refs that it is narrowed to (None: all)."""

    material: Material
    questions: Contents
    facts: frozenset[str] | None = None

    def subjects(self, named: tuple[str, ...], topics: tuple[str, ...]) -> frozenset[str]:
        """The subjects named, else those that the questions on the topics are about. Raises Unusable."""
        for ref in named:
            if ref not in self.material.base.entities:
                raise Unusable(f"There is no entity {ref}: give --subject the ref of one, such as {self._example()}.")
        if named or not topics or self.facts is not None:
            return frozenset(named)
        found = frozenset[str]().union(*(subjects_on(topic, self.questions, self.material.base) for topic in topics))
        if not found:
            raise Unusable(
                f"No question has the topic {topics[0]} yet, so it names no subjects: give --subject as well."
            )
        return found

    def _example(self) -> str:
        return self.material.known[0].fact.subject if self.material.known else "india"


def of_pack(path: Path, as_of: date | None) -> Ground:
    """The facts of a pack's folder; of one file in its facts/ only that file's are asked about. Raises Unusable."""
    folder = path.parent.parent if path.suffix == ".tsv" else path
    if path.suffix == ".tsv" and not path.is_file():
        raise Unusable(f"There is no file {path}: give a pack's folder, or one of the files in its facts/.")
    base = pack_facts(folder, STANDING)
    from tayari.base.packfiles import read_yaml
    from tayari.base.packing import Findings

    rows = [row.data for row in read_yaml(folder, "questions/**/*.yaml", Findings())]
    return Ground(Material(base, as_of or today()), rows, _refs_in(path) if path.suffix == ".tsv" else None)


def _refs_in(file: Path) -> frozenset[str]:
    with file.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["ref"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def of_site(data: Path, as_of: date | None) -> Ground:
    """The facts and questions of a site. Raises Unusable."""
    open_site(data)
    from tayari.bank.queries import drafting

    with readable(data):
        return Ground(drafting.material(as_of or today()), drafting.contents())
