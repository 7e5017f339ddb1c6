"""Side panels of the fact base's forms: what uses a fact, and the thread of notes."""

from typing import Any

from wagtail.admin.ui.side_panels import BaseSidePanel

from tayari.facts.queries.affected import uses
from tayari.facts.queries.notes import thread


class UsesPanel(BaseSidePanel):  # type: ignore[misc]
    """Everything bound to the fact, the most read first, stale places marked."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):  # type: ignore[misc]
        aria_label = "What uses this fact"
        icon_name = "link"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            told: dict[str, Any] = super().get_context_data(parent_context)
            return {**told, "count": len(self.panel.uses)}

    name = "uses"
    title = "What uses this fact"
    template_name = "facts/admin/uses.html"
    order = 320

    def __init__(self, thing: Any, request: Any) -> None:
        super().__init__(thing, request)
        self.uses = uses(thing) if thing.pk else ()

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "uses": self.uses}


class NotesPanel(BaseSidePanel):  # type: ignore[misc]
    """What editors said to each other about it, oldest first, and a place to answer."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):  # type: ignore[misc]
        aria_label = "Notes"
        icon_name = "comment"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            told: dict[str, Any] = super().get_context_data(parent_context)
            return {**told, "count": len(self.panel.notes)}

    name = "notes"
    title = "Notes"
    template_name = "facts/admin/notes.html"
    order = 330

    def __init__(self, thing: Any, request: Any) -> None:
        super().__init__(thing, request)
        self.holder_type, self.holder_ref = thing._meta.label_lower, thing.ref
        self.notes = thread(self.holder_type, self.holder_ref)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().get_context_data(parent_context)
        holder = {"holder_type": self.holder_type, "holder_ref": self.holder_ref}
        return {**told, **holder, "notes": self.notes}
