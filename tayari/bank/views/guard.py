"""Who may open the bank's own pages: whoever may change questions, and what makes new ones wants that right too."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def _only(*permissions: str) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.has_perms(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


editors_only = _only("bank.change_question")
importers_only = _only("bank.add_question", "bank.change_question")
