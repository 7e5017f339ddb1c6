"""An empty site of a measurement's own: a migrated SQLite database in a temporary folder, in this process."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def site() -> Iterator[Path]:
    """The site's folder, which goes with the block. Once a process: Django is set up for it."""
    with tempfile.TemporaryDirectory(prefix="tayari-bench-") as kept:
        folder = Path(kept)
        (folder / "tayari.toml").write_text('secret = "for-a-measurement-only"\n', encoding="utf-8")
        os.environ |= {"TAYARI_DATA": kept, "DJANGO_SETTINGS_MODULE": "tayari.config.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        yield folder
