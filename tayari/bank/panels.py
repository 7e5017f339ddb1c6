"""Panels of the question's form in Wagtail's admin."""

from typing import Any

from wagtail.admin.panels import Panel

from tayari.bank.queries import history
from tayari.bank.queries.checks import checks


class ChecksPanel(Panel):
    """What follows from the question: key, options, advice, doubles, facts; kept up to date while somebody writes."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "bank/admin/checks_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            content = self.form["content"].value() or {}
            own = self.instance if self.instance.pk else None
            return {
                **super().get_context_data(parent_context),
                "checks": checks(content, but=self.instance.pk),
                "question": own,
                "proposals": history.proposals(own) if own else [],
            }
