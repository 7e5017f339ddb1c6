"""The desk of a coverage: one screen of the admin in which posts are written, published and corrected."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tayari.facts.linting import editing
from tayari.live import linting, pictures, queries, turns
from tayari.live.actions import desk as actions
from tayari.live.actions import drafts, order, posts
from tayari.live.actions.bindings import POST
from tayari.live.at_desk import at_desk, may
from tayari.live.models import CoveragePage, Draft, Post
from tayari.live.queries.desk import desk_posts
from tayari.live.writing import DeskForm, begun
from tayari.media.models import Picture
from tayari.rules.places import NoRoom

_LANGUAGES = dict(settings.LANGUAGES)


def _post(request: HttpRequest, page: CoveragePage) -> Post | None:
    """The post that is edited; none while a new one is written."""
    pk = request.GET.get("post", "")
    return get_object_or_404(Post, pk=pk, coverage_key=page.translation_key) if pk.isdecimal() else None


def _form(request: HttpRequest, page: CoveragePage, post: Post | None, *args: Any, **kwargs: Any) -> DeskForm:
    return DeskForm(*args, page=page, post=post, now=request.now, **kwargs)  # type: ignore[attr-defined]


@require_GET
def desks(request: HttpRequest) -> HttpResponse:
    """Which coverage? The only open one is opened at once."""
    may(request, "change")
    pages = list(queries.open_first(settings.LANGUAGE_CODE)[:100])
    is_open = [page for page in pages if page.state == CoveragePage.State.OPEN]
    if len(is_open) == 1 and "all" not in request.GET:
        return redirect("live_desk", is_open[0].pk)
    return render(request, "live/admin/desks.html", {"pages": pages})


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def desk(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    post = _post(request, page)
    if request.method == "POST":
        return _publish(request, page, post)
    initial, draft = _begun(request, page, post)
    stale = post if draft and post and draft.began_from != post.revision else None
    return _shown(request, page, post, _form(request, page, post, initial=initial), draft=draft, stale=stale)


def _begun(request: HttpRequest, page: CoveragePage, post: Post | None) -> tuple[dict[str, Any], Draft | None]:
    """What the form holds: the words as they are, under those that this editor has written and not published."""
    kept = Draft.objects.filter(coverage_key=page.translation_key, by=request.user, post=post).first()
    return begun(page, post) | (kept.values if kept else {}), kept


def _publish(request: HttpRequest, page: CoveragePage, post: Post | None) -> HttpResponse:
    may(request, "change" if post else "add")
    form = _form(request, page, post, request.POST)
    if not form.is_valid():
        return _shown(request, page, post, form, status=400)
    told = form.cleaned_data
    try:
        post = actions.publish(
            coverage_key=page.translation_key,
            post=post,
            said=form.said(),
            publish_at=told.get("publish_at"),
            began_from=told["began_from"],
            reason=told.get("reason", ""),
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
    except posts.Stale as refusal:
        _keep(request, page, post, form)
        # He sees the words as they are now: what he sends next begins from them.
        form.data = form.data.copy()
        form.data["began_from"] = str(refusal.post.revision)
        return _shown(request, page, refusal.post, form, stale=refusal.post, status=409)
    words = f"Post {post.number} is public." if post.out else f"It waits until {_clock(post.published_at)}."
    messages.success(request, words)
    return redirect("live_desk", page.pk)


def _clock(moment: Any) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y %H:%M %Z}"


def _keep(request: HttpRequest, page: CoveragePage, post: Post | None, form: DeskForm) -> Draft:
    began = request.POST.get("began_from", "")
    return drafts.keep(
        coverage_key=page.translation_key,
        post=post,
        began_from=int(began) if began.isdecimal() and len(began) < 9 else 0,
        values=form.raw(),
        by=request.user,
        now=request.now,  # type: ignore[attr-defined]
    )


def _shown(
    request: HttpRequest, page: CoveragePage, post: Post | None, form: DeskForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    query = f"?post={post.pk}" if post else ""
    addresses = {name: reverse(f"live_desk_{name}", args=[page.pk]) + query for name in ("draft", "lint")}
    context = {"page": page, "post": post, "form": form, "addresses": addresses, "dismiss": reverse("lint_dismiss")}
    context |= {"page_title": f"Desk: {page.title}", "posts": _listed(request, page)}
    context |= turns.offered(page, request.user, request.now)  # type: ignore[attr-defined]
    context |= pictures.offered(request.user)
    return render(request, "live/admin/desk.html", context | more, status=status)


def _listed(request: HttpRequest, page: CoveragePage) -> Any:
    return desk_posts(page, by=request.user, now=request.now)  # type: ignore[attr-defined]


@require_GET
@at_desk
def listing(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    """The posts alone, for the desk that was told of a change."""
    return render(request, "live/admin/desk_posts.html", {"page": page, "posts": _listed(request, page)})


@require_POST
@at_desk
def draft(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    """Keep what is being written, or throw it away."""
    post = _post(request, page)
    if request.POST.get("do") == "forget":
        drafts.forget(coverage_key=page.translation_key, post=post, by=request.user, now=request.now)  # type: ignore[attr-defined]
        return redirect("live_desk", page.pk)
    kept = _keep(request, page, post, _form(request, page, post, request.POST))
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"saved": f"{timezone.localtime(kept.saved_at):%H:%M:%S}"})
    return redirect(reverse("live_desk", args=[page.pk]) + (f"?post={post.pk}" if post else ""))


@require_POST
@at_desk
def act(request: HttpRequest, page: CoveragePage, post_pk: int) -> HttpResponse:
    """Pin, let go, move, or take down."""
    post = get_object_or_404(Post, pk=post_pk, coverage_key=page.translation_key)
    now = request.now  # type: ignore[attr-defined]
    said = ""
    match request.POST.get("do"):
        case "pin" | "unpin" as wanted:
            posts.pin(post, pinned=wanted == "pin", by=request.user, now=now)
            said = f"Post {post.number} is {'pinned' if wanted == 'pin' else 'pinned no more'}."
        case "up" | "down" as way:
            said = _moved(post, up=way == "up", by=request.user, now=now)
        case "take-down":
            may(request, "delete")
            posts.delete(post, by=request.user, now=now, reason=request.POST.get("reason", "")[:300])
            said = f"Post {post.number} was taken down."
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"said": said})
    messages.success(request, said)
    return redirect("live_desk", page.pk)


def _moved(post: Post, *, up: bool, by: Any, now: datetime) -> str:
    try:
        moved = order.move(post, up=up, by=by, now=now)
    except NoRoom as refusal:
        return str(refusal)
    return f"Post {post.number} was moved {'up' if up else 'down'}." if moved.place != post.place else "It stays there."


@require_http_methods(["GET", "POST"])
@at_desk
def lint(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    """GET: the kept draft on a page of its own. POST: the form as sent, as a piece of the desk."""
    post = _post(request, page)
    sent = request.method == "POST"
    told: Any = request.POST if sent else _begun(request, page, post)[0]
    looked = [found for code in _LANGUAGES if (found := _looked(request, page, post, told, code))]
    context = {"looked": looked, "inline": sent, "back": reverse("live_desk", args=[page.pk])}
    return render(request, "live/admin/desk_linted.html" if sent else "live/admin/desk_lint.html", context)


def _looked(request: HttpRequest, page: CoveragePage, post: Post | None, told: Any, code: str) -> Any:
    if not (words := told.get(f"text_{code}", "").strip()):
        return None
    now = request.now  # type: ignore[attr-defined]
    ref = post.ref if post else f"{page.ref or page.slug}.new"
    front = {"ref": ref, "title": told.get(f"title_{code}", ""), "published": timezone.localdate(now).isoformat()}
    chosen = str(told.get("picture") or "")
    picture = Picture.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    document = linting.document(front, words.replace("\r\n", "\n"), code, picture)
    return _LANGUAGES[code], editing.looked(POST, f"{ref}:{code}", document, now=now)
