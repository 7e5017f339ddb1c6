"""Fills the measurement's site, in a process of its own: `python -m bench.room.filling QUESTIONS CLOSED`."""

import os
import sys
from datetime import timedelta


def main(questions: int, closed: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    from bench import rescore
    from tayari.base import clock
    from tayari.syllabus.actions import topics
    from tests.factories import papers

    topics.load(now=clock.now())
    printing = papers.printing(questions, paper_ms=24 * 3_600_000, published_at=clock.now() - timedelta(hours=1))
    rescore.SITTINGS = closed
    rescore.fill_sittings(printing)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
