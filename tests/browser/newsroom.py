"""A demonstration site whose coverage changes at a word: a process of its own that serves and does what it is told.

Each line of its input is JSON, each line of its output answers one.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.served import ROOT
from tests.factories.ports import free_port


class Newsroom:
    """The site of `folder`; it can be killed and opened again at the same port."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.open()

    def open(self) -> None:
        unwanted = {"DATABASE_URL", "TAYARI_DATA", "DJANGO_SETTINGS_MODULE"}
        environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        command = [sys.executable, "-P", "-m", "tests.browser.newsroom", str(self.folder), str(self.port)]
        self.log = (self.folder / "newsroom.log").open("a", encoding="utf-8")
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        self._answer()

    def tell(self, what: str, **how: Any) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"what": what, **how}) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError((self.folder / "newsroom.log").read_text(encoding="utf-8")[-3000:])
        return json.loads(line)

    def kill(self) -> None:
        """As a machine that loses its power."""
        self.process.kill()
        self._gone()

    def close(self) -> None:
        self.process.terminate()
        self._gone()

    def _gone(self) -> None:
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout, self.log):
            if pipe is not None:
                pipe.close()


@contextmanager
def newsroom(folder: Path) -> Iterator[Newsroom]:
    made = Newsroom(folder)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.close()


class _Desk:
    """Carries out what it is told, as an editor would."""

    def __init__(self) -> None:
        from tests.factories import pages

        self.page = _coverage() or pages.coverage("Talks as they go", slug="as-they-go", opened="2026-11-23")
        self.random = random.Random(7)  # noqa: S311

    def post(self, words: str, **values: Any) -> int:
        from tayari.base import clock
        from tayari.live.actions import posts

        made = posts.create(
            coverage_key=self.page.translation_key, text={"en": words}, by=None, now=clock.now(), **values
        )
        return made.number

    def edit(self, number: int, words: str) -> None:
        from tayari.base import clock
        from tayari.live.actions import posts

        posts.edit(self._at(number), text={"en": words}, by=None, now=clock.now())

    def delete(self, number: int) -> None:
        from tayari.base import clock
        from tayari.live.actions import posts

        posts.delete(self._at(number), by=None, now=clock.now())

    def pin(self, number: int, pinned: bool = True) -> None:
        from tayari.base import clock
        from tayari.live.actions import posts

        posts.pin(self._at(number), pinned=pinned, by=None, now=clock.now())

    def move(self, number: int, up: bool = True) -> None:
        from tayari.base import clock
        from tayari.live.actions import order

        order.move(self._at(number), up=up, by=None, now=clock.now())

    def many(self, events: int) -> dict[str, Any]:
        """So many random events, most of them posts; gives what the page has to show in the end."""
        for _ in range(events):
            self._one()
        return self.all()

    def _one(self) -> None:
        from tayari.live.models import Post

        held = list(Post.objects.filter(coverage_key=self.page.translation_key, deleted_at=None).order_by("number"))
        act = self.random.random()
        if act < 0.5 or len(held) < 3:
            self.post(f"Words {self.random.random():.6f}")
        elif act < 0.72:
            self.edit(self.random.choice(held).number, f"Other words {self.random.random():.6f}")
        elif act < 0.8:
            self.move(self.random.choice(held).number, up=self.random.random() < 0.5)
        elif act < 0.87:
            self.delete(self.random.choice(held).number)
        else:
            chosen = self.random.choice(held)
            self.pin(chosen.number, not chosen.pinned)

    def all(self) -> dict[str, Any]:
        from tayari.live.models import Post
        from tayari.live.queries.events import newest

        rows = Post.objects.filter(coverage_key=self.page.translation_key)
        ordered = sorted(rows, key=lambda row: (not (row.pinned and row.deleted_at is None), -row.place))
        return {
            "cursor": str(newest(self.page.translation_key)),
            "posts": [[row.number, "" if row.deleted_at else row.text["en"]] for row in ordered],
        }

    def shut(self) -> None:
        """Close the coverage."""
        self._turn("closed", "2026-11-23")

    def reopen(self) -> None:
        """Have the coverage go on, for whoever comes next."""
        self._turn("open", "")

    def _turn(self, state: str, closed: str) -> None:
        page = _coverage()
        assert page is not None
        page.state, page.closed = state, closed
        page.save_revision().publish()

    def _at(self, number: int) -> Any:
        from tayari.live.models import Post

        return Post.objects.get(coverage_key=self.page.translation_key, number=number)


def _coverage() -> Any:
    from tayari.live.models import CoveragePage

    return CoveragePage.objects.filter(slug="as-they-go").first()


def _answer_lines() -> None:
    from django.db import connection

    desk = _Desk()
    for line in sys.stdin:
        told = json.loads(line)
        answer = getattr(desk, told.pop("what"))(**told)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    connection.close()


def _main() -> None:
    import threading

    from tayari.config import serving
    from tayari.config.opening import open_site

    folder = open_site(Path(sys.argv[1]))

    def ready() -> None:
        sys.stdout.write("null\n")
        sys.stdout.flush()
        threading.Thread(target=_answer_lines, daemon=True).start()

    serving.prepare(folder, lambda: None)
    serving.run(folder, serving.Address("127.0.0.1", int(sys.argv[2])), plain=False, ready=ready)


if __name__ == "__main__":
    _main()
