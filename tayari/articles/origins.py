"""Where an imported article came from, told to its editor on the article's form."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.admin.panels import Panel

from tayari.audit.models import Entry

IMPORTED = "articles.import"


@dataclass(frozen=True, slots=True)
class Origin:
    """The page that a draft was made of, as its import recorded it; what was not known is empty.

    `published` and `author` are what the page said of itself, `saved` the last change of the file that was read.
    """

    at: datetime
    by: str
    file: str
    url: str
    published: str
    author: str
    saved: str
    digest: str
    findings: int


def origin(kind: str, pk: int) -> Origin | None:
    """Of the page `pk` of model `kind` (`articles.articlepage`); None when it was not imported. One query."""
    row = Entry.objects.filter(action=IMPORTED, target=f"{kind}:{pk}").select_related("by").first()
    if row is None:
        return None
    told = row.data.get("provenance", {})
    words = {name: str(told.get(name) or "") for name in ("file", "url", "published", "author", "saved")}
    return Origin(
        at=row.at,
        by=str(row.by or ""),
        digest=str(told.get("sha256") or "")[:12],
        findings=len(row.data.get("findings", ())),
        **words,
    )


class OriginPanel(Panel):
    """What the import recorded; only on the form of an article that was imported."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/origin_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            found = self.instance
            self.origin = origin(found._meta.label_lower, found.pk) if found.pk else None

        def is_shown(self) -> bool:
            return self.origin is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "origin": self.origin}
