"""What waits for an editor of facts, on the admin's first page."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from tayari.facts.models import Contradiction
from tayari.facts.queries.affected import open_count
from tayari.facts.queries.due import to_check

_SHOWN = 5


class FactsPanel(Component):  # type: ignore[misc]
    """Counts of contradictions and of affected places, and the facts to check that are read most."""

    name = "facts"
    template_name = "facts/admin/home.html"
    order = 150

    def __init__(self, now: Any) -> None:
        self.now = now

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        due = to_check(timezone.localdate(self.now))
        return {
            "affected": open_count(),
            "contradictions": Contradiction.objects.filter(status=Contradiction.Status.OPEN).count(),
            "due": due[:_SHOWN],
            "due_count": len(due),
        }
