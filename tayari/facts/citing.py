"""A text area of Markdown whose editor can cite a fact without knowing its ref."""

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.urls import reverse_lazy
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register as register_telepath
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.admin.widgets import AdminAutoHeightTextInput


class CitingText(AdminAutoHeightTextInput):  # type: ignore[misc]
    """Has a button beside it that opens the chooser of facts and writes `[words](fact:REF)` where the cursor stood."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        address = reverse_lazy("fact_ref_chooser:choose")
        own = {"data-controller": "w-autosize cite-fact", "data-cite-fact-url-value": address}
        super().__init__({**own, **(attrs or {})})

    @property
    def media(self) -> Media:
        return Media(
            css={"all": ["facts/css/admin.css"]},
            js=[
                versioned_static("wagtailadmin/js/chooser-modal.js"),
                Script("facts/elements/cite-fact.js", type="module"),
            ],
        )


register_telepath(WidgetAdapter(), CitingText)
