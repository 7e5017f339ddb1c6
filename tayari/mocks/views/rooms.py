"""The exam room, its messages, and its plain form for browsers without JavaScript."""

import json
from uuid import UUID

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tayari.accounts import persons
from tayari.base.ids import new_code
from tayari.mocks import messages as wire
from tayari.mocks import passes, plans, replies, sealing
from tayari.mocks.actions import sittings
from tayari.mocks.models import Sitting
from tayari.mocks.queries import rooms
from tayari.rules.messages import Message

_MOST_DIGITS = 4


def mine(request: HttpRequest, ident: UUID, *, body: bool = True) -> Sitting:
    """The sitting of the person who asks; 404 for everybody else, so that not even its existence shows."""
    sitting = rooms.find(ident, persons.person_of(request), body=body)
    if sitting is None:
        raise Http404
    if sitting.closed_at is None and sittings.is_due(sitting, request.now):  # type: ignore[attr-defined]
        return sittings.close_if_due(ident, by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    return sitting


def _number(text: str) -> int | None:
    """The number of a question as an address or a form gives it; None for what is none."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


@never_cache
@require_safe
def room(request: HttpRequest, ident: UUID) -> HttpResponse:
    sitting = mine(request, ident, body=False)
    if sitting.closed_at is not None:
        return redirect("sitting_result", ident=ident)
    shown = rooms.room(sitting, now=request.now, asked=_number(request.GET.get("q", "")))  # type: ignore[attr-defined]
    wanted = request.GET.get("sealed")
    if wanted is not None and not _fits(sitting, shown, wanted):
        return redirect("sitting", ident=ident)
    show = request.GET.get("show", "")
    context = {
        "sealed": wanted,
        "orders": _orders(sitting, shown) if wanted else "",
        "room": shown,
        "pass": _pass(request, sitting),
        "show": show if show in shown.languages or show == "both" else "auto",
        "said": _SAID.get(request.GET.get("said", ""), lambda: "")(),
    }
    return render(request, "mocks/room.html", context)


def _fits(sitting: Sitting, shown: rooms.Room, wanted: str) -> bool:
    """Whether a browser that holds the sealed questions of this hash can put the room together from them: everything is
    open, and nothing is answered yet.
    """
    untouched = not (shown.ended or shown.answered or shown.flagged or shown.practice)
    if not untouched or shown.section is not None or shown.forward or not sitting.printing.paper.sealed:
        return False
    return sealing.seal(sitting.printing, get_language() or "en").hash == wanted


def _orders(sitting: Sitting, shown: rooms.Room) -> str:
    """The ids of the options of each question in this sitting's order, as JSON; nothing where they stand as printed."""
    if not plans.shuffling(sitting.printing).options:
        return ""
    return json.dumps({one.number: [option.id for option in one.options] for one in shown.questions})


_SAID = {
    "late": lambda: _("That answer came after the time for its question and was not taken."),
    "refused": lambda: _("That answer could not be taken. Choose one of the options."),
    "nothing": lambda: _("No option was chosen, so nothing was saved."),
}


def _body(request: HttpRequest) -> bytes:
    """What was sent, unless it is a form, which the guard against foreign forms has read already. Raises Unreadable."""
    if request.content_type != "application/json":
        raise wire.Unreadable("the body is JSON; send it as application/json")
    return request.body


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def messages(request: HttpRequest, ident: UUID) -> JsonResponse:
    """Takes a batch of one client's messages and says what became of each. A GET only asks, and writes nothing."""
    person = persons.person_of(request)
    if person is None:
        return JsonResponse({"error": "unknown sitting"}, status=404)
    now = request.now  # type: ignore[attr-defined]
    try:
        if request.method == "POST":
            batch = wire.read(_body(request))
            applied = sittings.apply(ident, batch.client, batch.messages, by=person, now=now)
        else:
            batch = wire.read_question(request.GET.dict())
            applied = sittings.asked(mine(request, ident, body=False))
    except (RequestDataTooBig, wire.TooLong):
        return JsonResponse({"error": wire.TOO_LONG}, status=413)
    except wire.Unreadable as problem:
        return JsonResponse({"error": str(problem)}, status=400)
    except (sittings.SittingUnknown, Http404):
        return JsonResponse({"error": "unknown sitting"}, status=404)
    response = JsonResponse(replies.reply(batch, applied, token=lambda: get_token(request), now=now))
    _renew_pass(request, response, applied.sitting)
    return response


def _pass(request: HttpRequest, sitting: Sitting) -> str:
    """What lets this page send its messages by the lane; nothing where there is none."""
    now = request.now  # type: ignore[attr-defined]
    return passes.issue(sitting.pk, sitting.person_id, request.COOKIES, now=now) if settings.LANES else ""


def _renew_pass(request: HttpRequest, response: HttpResponse, sitting: Sitting) -> None:
    """Whose pass is no longer worth anything came this way for it, and gets a new one."""
    given, now = request.headers.get(passes.HEADER, ""), request.now  # type: ignore[attr-defined]
    if given and passes.holder(given, sitting.pk, request.COOKIES, now=now) is None:
        response[passes.HEADER] = _pass(request, sitting)


@never_cache
@require_POST
def respond(request: HttpRequest, ident: UUID) -> HttpResponse:
    """One step of the plain form: save, clear or flag, and perhaps go on to the next question."""
    sitting = mine(request, ident, body=False)
    if sitting.closed_at is not None:
        return redirect("sitting_result", ident=ident)
    number, then = _number(request.POST.get("question", "")), request.POST.get("then", "stay")
    if number is None:
        raise Http404
    sent = _form_messages(sitting, number, then, request.POST)
    # A press of a button is never a replay: it has a client of its own, and counts when it arrives.
    client = sittings.FORM_CLIENT + new_code(16)
    applied = sittings.apply(ident, client, sent, by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    said = next((ack.status for ack in applied.acks if ack.status in {"late", "refused"}), "")
    if not sent:
        said = "nothing"
    target = sent[-1].question if sent and sent[-1].kind == "visited" else number
    query = f"?q={target}" + (f"&said={said}" if said else "")
    show = request.POST.get("show", "")
    return redirect(
        reverse("sitting", args=[ident]) + query + (f"&show={show}" if show.isalpha() and show != "auto" else "")
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, ident: UUID, number: int) -> HttpResponse:
    """Asks once more, then leaves the open section before its time is over. Another section leads back to the room."""
    sitting = mine(request, ident, body=False)
    if sitting.closed_at is not None:
        return redirect("sitting_result", ident=ident)
    shown = rooms.room(sitting, now=request.now)  # type: ignore[attr-defined]
    section = next((one for one in shown.sections if one.number == number and one.may_leave), None)
    if section is None:
        return redirect("sitting", ident=ident)
    if request.method != "POST":
        return render(request, "mocks/leaving.html", {"room": shown, "section": section})
    left = Message(1, "left", section.bubbles[0].number)
    client = sittings.FORM_CLIENT + new_code(16)
    sittings.apply(ident, client, [left], by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    return redirect("sitting", ident=ident)


def _form_messages(sitting: Sitting, number: int, then: str, form: QueryDict) -> list[Message]:
    """What pressing a button of the plain form means."""
    kinds: list[tuple[str, int]] = []
    options = _answer(form)
    confidence = form.get("confidence") or None
    if then in {"clear", "flag", "unflag"}:
        kinds.append(({"clear": "cleared", "flag": "flagged", "unflag": "unflagged"}[then], number))
    if options and then != "clear":
        kinds.append(("answered", number))
    elif then != "clear" and form.get("had"):
        # The page showed an answer and was sent without: every box was emptied, or the field.
        kinds.append(("cleared", number))
    if then == "next":
        following = rooms.following(sitting, number)
        if following is not None:
            kinds.append(("visited", following))
    return [
        Message(seq, kind, question, *((options, 0, confidence) if kind == "answered" else ()))
        for seq, (kind, question) in enumerate(kinds, start=1)
    ]


def _answer(form: QueryDict) -> tuple[str, ...]:
    """The chosen options, or what was typed as the only entry."""
    typed = form.get("text", "").strip()
    return (typed[: wire.MOST_LETTERS],) if typed else tuple(form.getlist("options"))
