"""Takes an uploaded file into memory and no further: nothing of it is written, and what is too large is dropped."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from tayari.facts.readers.limits import MOST_BYTES


class InMemoryOnly(FileUploadHandler):
    """Keeps at most one byte more than the linter reads, so that its reader says that it is too much."""

    chunk_size = 64 * 1024

    def new_file(self, *arguments: Any, **told: Any) -> None:
        super().new_file(*arguments, **told)
        self._held = BytesIO()
        self._seen = 0
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._seen += len(raw_data)
        room = MOST_BYTES + 1 - self._held.tell()
        self._held.write(raw_data[: max(0, room)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._held.seek(0)
        return InMemoryUploadedFile(
            self._held, self.field_name, self.file_name or "", self.content_type, self._seen, self.charset
        )
