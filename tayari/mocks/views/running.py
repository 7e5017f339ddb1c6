"""Gives running sittings more time or less, in the admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tayari.mocks.actions import extensions
from tayari.mocks.forms.extensions import ExtensionForm
from tayari.mocks.models import Paper
from tayari.mocks.queries import running


@never_cache
@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits a paper now, and a form that changes the time of all or of one."""
    if not request.user.has_perm("mocks.add_extension"):
        raise PermissionDenied
    paper = get_object_or_404(Paper, pk=pk)
    now = request.now  # type: ignore[attr-defined]
    room = running.running(paper, now=now, named=request.GET.get("q", ""))
    form = ExtensionForm(request.POST or None, room=room)
    if form.is_valid():
        try:
            said = _extend(paper, form, by=request.user, now=now)
        except extensions.NotExtended as refusal:
            form.add_error(None, f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.")
        else:
            messages.success(request, said)
            return redirect(request.get_full_path())
    context = {"paper": paper, "room": room, "form": form, "named": request.GET.get("q", "")}
    return render(request, "mocks/admin/running.html", context)


def _extend(paper: Paper, form: ExtensionForm, *, by: Any, now: Any) -> str:
    """Do what the form says and tell what was done."""
    told = {**form.told(), "by": by, "now": now}
    length = f"{form.cleaned_data['minutes']:+g} min"
    if form.cleaned_data["sitting"]:
        sitting = extensions.extend_one(form.cleaned_data["sitting"], **told)
        return f"{length} for {str(sitting.pk)[:8]}: it now ends at {sitting.deadline_at:%H:%M:%S} UTC."
    count = extensions.extend_all(paper, **told)
    return f"{length} for all {count} who sit it now."
