"""The admin's form of a fact, which holds editors to the law of evidence."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from tayari.facts.models import Fact
from tayari.rules import evidence


class FactForm(WagtailAdminModelForm):
    """Refuses `verified` for a fact none of whose sources has the record of a look-up."""

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean()
        sources = told.get("sources") or []
        found = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in sources]
        if told.get("status") == Fact.Status.VERIFIED and not evidence.may_be_verified(found):
            self.add_error(
                "status",
                "A verified fact needs a source with the record of a look-up (address, day and excerpt): "
                "add one, or leave the fact a draft.",
            )
        return told
