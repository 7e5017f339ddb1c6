"""What `tayari lint` holds texts against: a pack's facts without any site, a site's, or the demo pack's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tayari.base.packing import Findings
from tayari.base.problems import Unusable
from tayari.config.folder import NAME
from tayari.config.opening import open_site
from tayari.facts.readers.bases import pack_base
from tayari.rules.lint.base import FactBase

DEFAULT_SITE = Path("./var/site")
DEMO_PACK = Path(__file__).resolve().parent.parent / "demo" / "pack"


@dataclass(frozen=True, slots=True)
class Ground:
    """The facts, what was dismissed, and the folder of the site when it is a site's."""

    base: FactBase
    dismissed: frozenset[str] = frozenset()
    site: Path | None = None


def ground(facts: Path | None, data: Path | None) -> Ground:
    """The facts of `facts` (a pack), of `data` (a site), of the default site, or of the demo pack.

    Raises Unusable when there are none.
    """
    if facts:
        return Ground(pack_facts(facts))
    if data is None and not (DEFAULT_SITE / NAME).is_file():
        return Ground(pack_facts(DEMO_PACK))
    return _of_site(data or DEFAULT_SITE)


def pack_facts(path: Path, statuses: frozenset[str] = frozenset({"verified"})) -> FactBase:
    """The facts of a pack with one of `statuses`, without any site. Raises Unusable when there are none."""
    folder = path.parent if path.name == "pack.yaml" else path
    if not folder.is_dir() or not any(folder.glob("facts/*.tsv")):
        raise Unusable(f"There are no facts in {path}: give the folder of a content pack, which has facts/*.tsv.")
    _without_site()
    findings = Findings()
    base = pack_base(folder, findings, statuses)
    if findings.errors:
        raise Unusable(f"The facts in {path} cannot be read: {findings.errors[0]}.")
    return base


def _without_site() -> None:
    """Settings for the clock alone: no app is loaded and no database opened."""
    from django.conf import settings

    if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
        settings.configure(USE_TZ=True, TIME_ZONE="Asia/Kolkata")


def _of_site(data: Path) -> Ground:
    folder = open_site(data)
    from tayari.facts.linting import dismissals
    from tayari.facts.packing.bases import site_base

    with readable(data):
        return Ground(site_base(), dismissals.ids(), folder.path)


@contextmanager
def readable(data: Path) -> Iterator[None]:
    """The opened site's database is there and as new as the program while something is read from it."""
    from django.db import DatabaseError, connection

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        raise Unusable(f"The site in {data} has no database yet: run `tayari serve --data {data}` once.")
    try:
        yield
    except DatabaseError as error:
        raise Unusable(
            f"The facts of the site in {data} cannot be read ({str(error).splitlines()[0]}): "
            f"run `tayari serve --data {data}` once, which brings its database up to date."
        ) from None
