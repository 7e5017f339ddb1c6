"""Something new in the admin is saved when its editor says so, and not by itself while it is being written."""

from typing import Any

from django.http import HttpRequest
from wagtail.snippets.views.snippets import CreateView


class OnceView(CreateView):  # type: ignore[misc]
    """Saved by itself as well, the new thing would meet itself: its ref would be taken when the editor saves."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False
