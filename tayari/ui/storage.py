"""Static files with hashed names, compressed ahead; ES module imports follow the hashes, CSS imports are inlined."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'^@import url\("(?P<path>[^":]+\.css)"\);[^\S\n]*$', re.MULTILINE)
_NOT_FOR_READERS = re.compile(r"/\*.*?\*/\s*|(?<=\n)[ \n]+", re.DOTALL)
_BUNDLES = ("ui/css/ui.css",)


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Hashed and compressed. A bundle, a style sheet of `@import` lines, becomes one file: one request a page."""

    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """The hashed name; the plain one while nothing was ever collected (tests, first steps)."""
        return super().stored_name(name) if self.hashed_files else name

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Inline the bundles, then hash and compress."""
        if not dry_run:
            for name in _BUNDLES:
                if name in paths:
                    self._inline(name, *paths[name])
                    paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _inline(self, name: str, source: Any, path: str) -> None:
        def content(match: re.Match[str]) -> str:
            with self.open(str(PurePosixPath(name).parent / match["path"])) as imported:
                return str(imported.read().decode("utf-8"))

        # From the source and not from the collected copy, which an earlier run already inlined.
        with source.open(path) as file:
            text = file.read().decode("utf-8")
        self.delete(name)
        # Comments and indentation are for us; a reader on a slow line is spared them.
        sent = _NOT_FOR_READERS.sub("", _IMPORT.sub(content, text))
        self.save(name, ContentFile(sent.encode("utf-8")))
