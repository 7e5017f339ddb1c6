"""Who may open the fact base's own pages in the admin: those who may change facts."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def editors_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm("facts.change_fact"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
