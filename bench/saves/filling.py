"""Fills the measurement's site with sittings under way: `python -m bench.saves.filling SITTINGS`.

Prints a line each: the sitting, its guest's cookie, its pass.
"""

import os
import sys


def main(count: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tayari.config.settings"
    import django

    django.setup()
    from django.core import signing
    from django.db import connection, transaction

    from tayari.accounts import persons
    from tayari.base import clock
    from tayari.mocks import passes
    from tayari.mocks.actions import starts
    from tayari.mocks.models import Printing
    from tests.factories import papers

    printing, now = Printing.objects.select_related("paper").get(), clock.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_answer (sitting TEXT, question INT, options TEXT, PRIMARY KEY (sitting, question))"
        )
        cursor.execute("CREATE TABLE bench_plain (id INTEGER PRIMARY KEY, sitting TEXT, question INT, options TEXT)")
        cursor.execute("CREATE UNIQUE INDEX bench_plain_one ON bench_plain (sitting, question)")
    with transaction.atomic():
        for _ in range(count):
            person = papers.person()
            sitting = starts.start(printing=printing, person=person, language="en", now=now)
            # Half-way through: what is read and written with each answer has its usual size.
            answered = {str(number): [["a"], number * 1000, False, None, True, 19_000, None] for number in range(1, 51)}
            sitting.responses = {**sitting.responses, "questions": answered, "events": 50}
            sitting.save(update_fields=["responses"])
            cookie = signing.dumps(str(person.pk), salt=persons._SALT)
            given = passes.issue(sitting.pk, person.pk, {persons.COOKIE: cookie}, now=now)
            sys.stdout.write(f"{sitting.pk} {cookie} {given}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
