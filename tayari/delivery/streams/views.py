"""A stream's address where no async front answers: what was missed, at once, and the browser asks again by itself."""

from django.http import HttpRequest, HttpResponse

from tayari.delivery.streams import answers, events, files, sources
from tayari.delivery.streams.answers import Asked
from tayari.delivery.streams.sources import Channel
from tayari.delivery.streams.stream import MOST_BEHIND, Stream

EVERY = 5000  # milliseconds


def plain(request: HttpRequest, **_named: str) -> HttpResponse:
    """GET /live/<slug>/events and what stands under it."""
    found = sources.split(request.path)
    asked = found and answers.asked(
        found, request.META.get("QUERY_STRING", ""), request.headers.get("Last-Event-ID", ""), request.method or "GET"
    )
    channel = asked.source.find(asked.base) if asked else None
    if not asked or channel is None:
        return HttpResponse("Nothing is followed at this address.", content_type="text/plain", status=404)
    return _file(asked, channel) if asked.rest else _missed(asked, channel)


def _missed(asked: Asked, channel: Channel) -> HttpResponse:
    news = asked.source.news(channel, asked.cursor.seq if asked.cursor else 0, MOST_BEHIND)
    if news is None or (not news.is_open and asked.cursor == news.newest):
        return HttpResponse(status=204)
    told = b""
    if asked.cursor and Stream(asked.source, channel, news).can_replay(asked.cursor):
        told = b"".join(events.frame(news.newest.epoch, event) for event in news.events)
    elif asked.cursor and (fresh := asked.source.fresh(channel)):
        told = events.reset(*fresh)
    headers = {name.decode(): value.decode() for name, value in answers.STREAM}
    return HttpResponse(events.retry(EVERY) + told, headers=headers)


def _file(asked: Asked, channel: Channel) -> HttpResponse:
    wanted = files.wanted(asked.rest, asked.epoch)
    news = asked.source.news(channel, wanted.first - 1 if wanted else 0, files.MOST if wanted else 0)
    if news and asked.rest == files.NEWEST:
        told, lifetime = files.newest(news.newest, news.first, is_open=news.is_open), files.FOR_A_MOMENT
    elif news and wanted and wanted.is_in(news.newest):
        told, lifetime = files.written(wanted, news.newest, news.events), wanted.lifetime(news.newest)
    else:
        return HttpResponse("There are no such events.", content_type="text/plain", status=404)
    return HttpResponse(told, content_type="application/json", headers={"Cache-Control": lifetime})
