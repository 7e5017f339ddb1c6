"""The demo pack's base, read once a process, and a short way to hold text against it."""

from datetime import date
from functools import cache
from pathlib import Path

from tayari.base.packing import Findings
from tayari.facts.packing.bases import pack_base
from tayari.rules.lint.base import FactBase
from tayari.rules.lint.document import Anchor, Block, Document, Kind
from tayari.rules.lint.facts import judge_document
from tayari.rules.lint.findings import Report

ROOT = Path(__file__).resolve().parents[3]
AS_OF = date(2026, 11, 22)


@cache
def base(folder: str = "tayari/demo/pack") -> FactBase:
    return pack_base(ROOT / folder, Findings())


def document(*texts: str) -> Document:
    """A paragraph a text; `# …` is a heading."""
    return Document(
        "text",
        tuple(
            Block(
                Kind.HEADING if text.startswith("#") else Kind.PARAGRAPH,
                text.lstrip("# "),
                (Anchor(0, number, 1),),
                int(text.startswith("#")),
            )
            for number, text in enumerate(texts, 1)
        ),
    )


def judged(*texts: str, folder: str = "tayari/demo/pack") -> Report:
    return judge_document(document(*texts), base(folder), as_of=AS_OF)
