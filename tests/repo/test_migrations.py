"""Models and migrations say the same."""

from io import StringIO

import pytest
from django.core.management import call_command


def test_no_model_has_changed_without_a_migration(db: None) -> None:
    out = StringIO()

    try:
        call_command("makemigrations", "--check", "--dry-run", verbosity=1, stdout=out, skip_checks=True)
    except SystemExit:
        pytest.fail(out.getvalue())
