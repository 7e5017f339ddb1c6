"""Which questions an export takes, and their contents as another system may have them."""

from collections.abc import Sequence
from itertools import batched
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from tayari.bank.models import Question, VersionKey
from tayari.rules.interchange.judged import judged

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
