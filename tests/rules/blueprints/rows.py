"""The blueprints that come with Tayari, and a paper that follows one to the letter."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tayari.rules.blueprints import Blueprint, SetPaper, SetQuestion, SetSection, read

FILE = Path("tayari/syllabus/data/blueprints.yaml")


@cache
def _written() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))}


def rows() -> dict[str, dict[str, Any]]:
    """The rows as they are written, to be changed as a test likes."""
    return deepcopy(_written())


def following(blueprint: Blueprint) -> SetPaper:
    """A paper that departs from the blueprint nowhere; three questions where it leaves the number open."""
    questions: list[SetQuestion] = []
    sections: list[SetSection] = []
    for number, part in enumerate(blueprint.parts, 1):
        for at in range(part.questions or 3):
            form = part.answers[at % len(part.answers)]
            chosen = form in {"one", "several"}
            languages = frozenset(part.languages)
            counted = at >= part.uncounted
            questions.append(
                SetQuestion(
                    len(questions) + 1,
                    number,
                    form,
                    (part.options or 4) if chosen else 0,
                    part.marks_of(form),
                    languages,
                    counted,
                )
            )
        sections.append(SetSection(number, part.ms if blueprint.sectioned else None, part.choose, part.languages))
    return SetPaper(
        tuple(questions),
        tuple(sections),
        blueprint.ms,
        None,
        blueprint.navigation[0],
        blueprint.languages,
        bool(blueprint.leave_early),
        blueprint.qualifying,
    )


def blueprint(ident: str) -> Blueprint:
    return read(_written()[ident])
