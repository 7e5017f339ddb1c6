"""Panels of a paper's form in Wagtail's admin."""

from typing import Any

from wagtail.admin.panels import Panel

from tayari.mocks.queries import deviations, parts


class StandingPanel(Panel):
    """Where the paper stands: its questions, its printings, and where it departs from its blueprint."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "mocks/admin/standing.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and bool(super().is_shown())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            paper = self.instance
            return {
                **super().get_context_data(parent_context),
                "paper": paper,
                "questions": paper.places.count(),
                "sections": paper.sections.count(),
                "newest": parts.printings(paper).first(),
                "deviations": deviations.deviations(paper),
            }
