"""Topics, days, entities and corrections."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from tayari.facts.models import Entity
from tayari.site.queries import corrections as corrected
from tayari.site.queries import days, entities
from tayari.site.queries import topics as tree
from tayari.syllabus.models import Topic


def _language() -> str:
    return get_language() or "en"


def topics(request: HttpRequest) -> HttpResponse:
    nodes = tree.tree(_language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/topics.html", {"nodes": nodes})


def topic(request: HttpRequest, topic_id: str) -> HttpResponse:
    found = get_object_or_404(Topic, pk=topic_id)
    view = tree.topic(found, _language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/topic.html", {"view": view})


def today(request: HttpRequest) -> HttpResponse:
    """Today in the site's time zone, at its own address."""
    return redirect(days.address(timezone.localdate(request.now)))  # type: ignore[attr-defined]


def day(request: HttpRequest, year: str, month: str, number: str) -> HttpResponse:
    """A day that has not come, or that no calendar has, is not found."""
    try:
        wanted = date(int(year), int(month), int(number))
    except ValueError as error:
        raise Http404 from error
    if wanted > timezone.localdate(request.now):  # type: ignore[attr-defined]
        raise Http404
    view = days.day(wanted, _language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/day.html", {"view": view})


def entity(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Entity, slug=slug)
    view = entities.entity(found, _language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/entity.html", {"entity": found, "view": view})


def corrections(request: HttpRequest) -> HttpResponse:
    lines = corrected.corrections(_language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/corrections.html", {"lines": lines})
