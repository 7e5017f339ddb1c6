"""Which questions an export takes, and their contents as another system may have them."""

from collections.abc import Mapping, Sequence
from itertools import batched, chain
from pathlib import PurePath
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from tayari.bank.models import Question, VersionKey
from tayari.media.models import Picture as Held
from tayari.rules.interchange import Picture
from tayari.rules.interchange.judged import judged
from tayari.rules.interchange.sketches import refs_in

_NAMED = 500


def listed(query: str, request: HttpRequest) -> list[int]:
    """The questions that the list of the admin shows under `query`, its own address after the question mark."""
    made = Question.snippet_viewset.index_view  # type: ignore[attr-defined]
    view = made.view_class(**made.view_initkwargs)
    asking = HttpRequest()
    asking.method, asking.user, asking.GET = "GET", request.user, QueryDict(query)
    view.setup(asking)
    rows: QuerySet[Question] = view.get_queryset()
    return list(rows.values_list("pk", flat=True))


def all_but_retired() -> list[int]:
    kept = Question.objects.exclude(state=Question.State.RETIRED).order_by("ref")
    return list(kept.values_list("pk", flat=True))


def contents(pks: Sequence[int], *, with_facts: bool) -> list[dict[str, Any]]:
    """What was published last, else the draft, in the order of `pks`; with the truth of claims where none are kept."""
    found: dict[int, dict[str, Any]] = {}
    keys: dict[int, VersionKey] = {}
    for some in batched(pks, _NAMED):
        found |= dict(Question.objects.filter(pk__in=some).values_list("pk", "content"))
        if not with_facts:
            keys |= _keys(some)
    told = [(pk, dict(found[pk])) for pk in pks if found.get(pk)]
    return [judged(content, keys[pk].truths, keys[pk].shown_by) if pk in keys else content for pk, content in told]


def _keys(pks: Sequence[int]) -> dict[int, VersionKey]:
    """The newest key of the newest version of each."""
    rows = VersionKey.objects.filter(version__question__in=pks).select_related("version")
    return {row.version.question_id: row for row in rows.order_by("version__number", "at", "pk")}


def pictures(contents: Sequence[Mapping[str, Any]]) -> dict[str, Picture]:
    """The pictures that figures of the contents name, by ref; one whose file is gone is left out. One query."""
    refs = set(chain.from_iterable(refs_in(content) for content in contents))
    found: dict[str, Picture] = {}
    for some in batched(sorted(refs), _NAMED):
        for row in Held.objects.filter(ref__in=some):
            try:
                with row.file.open("rb") as file:
                    data = file.read()
            except OSError:
                continue
            name = row.original_name or PurePath(row.file.name).name
            found[str(row.ref)] = Picture(name, data, str(row.alt.get("en", "")), str(row.ref))
    return found
