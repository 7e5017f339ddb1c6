"""Filters of the list of questions that editors keep under a name."""

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tayari.bank.forms import SearchForm
from tayari.bank.models import SavedSearch
from tayari.bank.views.guard import editors_only

LIST = "wagtailsnippets_bank_question:list"


def kept_for(user: object) -> list[tuple[SavedSearch, str]]:
    """An editor's own searches and those of others that are for everybody, each with its address."""
    rows = SavedSearch.objects.filter(Q(owner=user) | Q(shared=True))  # type: ignore[misc]
    return [(row, f"{reverse(LIST)}?{row.query}") for row in rows]


@require_POST
@editors_only
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the filters in force under a name; the same name again replaces them."""
    form = SearchForm(request.POST)
    back = reverse(LIST)
    if not form.is_valid():
        messages.error(request, "A search needs a name.")
        return redirect(back)
    told = form.cleaned_data
    # Only what a list's address may hold: names and values, no place to go to.
    query = urlencode(
        [(name, value) for name, value in parse_qsl(told["query"]) if name not in {"p", "_w_filter_fragment"}]
    )
    SavedSearch.objects.update_or_create(
        owner=request.user, name=told["name"], defaults={"query": query, "shared": told["shared"]}
    )
    messages.success(request, f"The search “{told['name']}” is kept.")
    return redirect(f"{back}?{query}")


@require_POST
@editors_only
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own search away."""
    get_object_or_404(SavedSearch, pk=pk, owner=request.user).delete()
    messages.success(request, "The search is gone.")
    return redirect(LIST)
