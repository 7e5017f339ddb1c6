"""`/check/`: anybody holds a text against the facts. Nothing of it is stored: no session, no cookie, no log, no row."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tayari.base.problems import Unusable
from tayari.base.rates import Rate, address_of
from tayari.facts.forms import CheckForm
from tayari.facts.linting import checking
from tayari.facts.linting.shown import shown
from tayari.facts.linting.uploads import InMemoryOnly
from tayari.facts.readers.limits import MOST_BYTES
from tayari.rules.lint.formats import sayings

# A classroom behind one address can check its pages; a program cannot keep a server busy.
RATE = Rate("check", most=30, every=timedelta(minutes=10))
_FORM_AROUND_FILE = 100_000
View = Callable[[HttpRequest], HttpResponse]


def _in_memory(view: View) -> View:
    """Before anything reads the request: an upload goes into memory only."""

    @wraps(view)
    def prepared(request: HttpRequest) -> HttpResponse:
        request.upload_handlers = [InMemoryOnly(request)]
        return view(request)

    return prepared


# Nothing changes by a check, and a token would need a cookie.
@csrf_exempt
@_in_memory
@never_cache
@sensitive_post_parameters("text")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form; on POST the text with its findings beside the words."""
    if request.method != "POST":
        return _page(request, CheckForm(initial={"as_of": timezone.localdate(_now(request)), "language": ""}))
    wait = RATE.wait(address_of(request), now=_now(request))
    if wait:
        response = _page(request, CheckForm(), status=429, wait_minutes=-(-wait // 60))
        response["Retry-After"] = str(wait)
        return response
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + _FORM_AROUND_FILE:
        return _page(request, CheckForm(), status=413, problem=_too_large())
    try:
        form = CheckForm(request.POST, request.FILES)
    except (RequestDataTooBig, TooManyFieldsSent, MultiPartParserError):
        return _page(request, CheckForm(), status=413, problem=_too_large())
    return _result(request, form) if form.is_valid() else _page(request, form, status=400)


def _result(request: HttpRequest, form: CheckForm) -> HttpResponse:
    told = form.cleaned_data
    now = _now(request)
    try:
        if told["file"]:
            document = checking.read(told["file"].name, told["file"].read(), told["language"])
        else:
            document = checking.read_pasted(_("The text"), told["text"], told["language"])
    except Unusable as error:
        return _page(request, form, status=400, problem=str(error))
    as_of = told["as_of"] or timezone.localdate(now)
    report = checking.checked(document, as_of=as_of, language=told["language"], now=now)
    coverage = sayings.coverage(report.coverage, get_language() or "en")
    return _page(request, form, view=shown(document, report), coverage=coverage, as_of=as_of)


def _page(request: HttpRequest, form: CheckForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "facts/check.html", {"form": form, **context}, status=status)


def _too_large() -> str:
    return _("This is more than the linter reads at once: up to 5 MB and 500,000 characters. Split it.")


def _now(request: HttpRequest) -> Any:
    return request.now  # type: ignore[attr-defined]
