"""What a reader sees when a page is missing or something broke."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Kept free of the database: it may be what broke."""
    return render(request, "500.html", status=500)
