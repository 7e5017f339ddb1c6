"""Keeps what was drafted from facts, to be reviewed; what is in the bank already is left alone."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.bank.actions import drafts
from tayari.bank.models import Question


@transaction.atomic
def keep_drafted(*, contents: Iterable[Mapping[str, Any]], by: Any, now: datetime) -> list[str]:
    """Store each as a working draft and return the refs of those that are new. Nothing of them is published."""
    wanted = {str(content["ref"]): content for content in contents}
    known = set(Question.objects.filter(ref__in=wanted).values_list("ref", flat=True))
    kept = [ref for ref in wanted if ref not in known]
    for ref in kept:
        drafts.keep(content=wanted[ref], origin="draft", by=by, now=now)
    return kept
