"""What the lane is measured beside, on the same front and server: `python -m bench.saves.endpoints PORT`.

`/stripped/<sitting>` reads the same body and writes one row in the same group commit: no pass, no rule, no clock.
`/plain/<sitting>` is what one would write first: a view with Django's middleware and `update_or_create`.
"""

import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
import django
from django.conf import settings

_models: dict[str, Any] = {}  # there is none before Django is set up
_UPSERT = (
    "INSERT INTO bench_answer (sitting, question, options) VALUES (%s, %s, %s) "
    "ON CONFLICT (sitting, question) DO UPDATE SET options = excluded.options"
)


def upsert(rows: Sequence[tuple[str, int, str]]) -> list[bool]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.executemany(_UPSERT, rows)
    return [True] * len(rows)


class Stripped:
    """The lane without its law."""

    def __init__(self) -> None:
        from tayari.delivery.batches import process

        self.carrier = process.carrier()

    def opener(self, scope: Any) -> Any:
        return partial(self.answer, scope) if scope["path"].startswith("/stripped/") else None

    async def begin(self) -> None:
        await self.carrier.begin()

    def end(self) -> None:
        self.carrier.end()

    async def close(self) -> None:
        await self.carrier.drain(1)

    async def answer(self, scope: Any, receive: Any, send: Any) -> None:
        from tayari.delivery.lanes import answers, asked

        told = json.loads(await asked.body(asked.headers(scope), receive, 131_072))
        [message] = told["messages"]
        row = (scope["path"].rpartition("/")[2], message["question"], json.dumps(message["options"]))
        await self.carrier.carry(upsert, row)
        await answers.say(send, 200, {"acks": [{"seq": message["seq"], "status": "saved"}]}, [])


def plain(request: Any, ident: str) -> Any:
    from django.http import JsonResponse

    [message] = json.loads(request.body)["messages"]
    _models["answer"].objects.update_or_create(
        sitting=ident, question=message["question"], defaults={"options": json.dumps(message["options"])}
    )
    return JsonResponse({"acks": [{"seq": message["seq"], "status": "saved"}]})


def main(port: int) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "Csrf" not in name]
    django.setup()
    from django.core.wsgi import get_wsgi_application
    from django.db import models
    from django.urls import path

    from tayari.base import clock
    from tayari.delivery import server
    from tayari.delivery.batches import process

    class Answer(models.Model):
        sitting = models.TextField()
        question = models.IntegerField()
        options = models.TextField()

        class Meta:
            app_label, managed, db_table = "bench", False, "bench_plain"

    _models["answer"] = Answer
    globals()["urlpatterns"] = [path("plain/<ident>", plain)]
    process.fork()
    server.schedules.jobs = lambda: []
    background = server.Background("bench", clock.now)
    server.serve(
        get_wsgi_application(),
        host="127.0.0.1",
        port=port,
        plain=False,
        background=background,
        ready=lambda: (sys.stdout.write("ready\n"), sys.stdout.flush()),
        lanes=[Stripped()],
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
