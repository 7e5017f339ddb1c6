"""Who may open the papers' own pages in the admin: whoever may change papers."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def papers_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm("mocks.change_paper"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
