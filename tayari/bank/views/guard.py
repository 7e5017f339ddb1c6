"""Who may open the bank's own pages: whoever may change questions."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def editors_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm("bank.change_question"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
