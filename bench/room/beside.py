"""What editors do while candidates sit: a rescore of closed sittings, and a load of a content pack, again and again.

In a process of its own: `python -m bench.room.beside rescore|load SECONDS`. Prints how often it was done.
"""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "tayari" / "demo" / "pack"


def rescore(until: float) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
    import django

    django.setup()
    from tayari.base import clock
    from tayari.mocks.actions import objections, rescoring
    from tayari.mocks.models import Printing

    printing, done = Printing.objects.get(), 0
    while time.time() < until:  # noqa: TID251 — not the site's time, the measurement's
        now = clock.now() + timedelta(milliseconds=done)
        question = printing.questions.get(number=1 + done % 40)
        objections.decide(question, policy="drop", key=[], reason={"en": "measured"}, by=None, now=now)
        run = rescoring.fill(rescoring.draft(printing, by=None, now=now), now=now)
        rescoring.apply(run, reason={"en": "measured"}, by=None, now=now)
        done += 1
    return done


def load(until: float) -> int:
    done = 0
    command = [sys.executable, "-P", "-m", "tayari.config.command", "content", "load", str(PACK), "--theirs"]
    while time.time() < until:  # noqa: TID251
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 (our own words)
        done += 1
    return done


if __name__ == "__main__":
    work = {"rescore": rescore, "load": load}[sys.argv[1]]
    sys.stdout.write(f"{work(time.time() + float(sys.argv[2]))}\n")  # noqa: TID251
