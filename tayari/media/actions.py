"""Pictures kept by what stands above: the file and the row with everything that a page needs of it."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile

from tayari.media.models import Picture


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def put(picture: Picture, name: str, content: bytes) -> None:
    """Give the picture its file; the row is the caller's to save."""
    picture.file.save(name, ContentFile(content), save=False)
    picture.original_name, picture.content_digest = name[-200:], digest(content)
    picture.width, picture.height = round(picture.file.width), round(picture.file.height)
    picture._set_image_file_metadata()
    picture.file.close()


def keep(*, ref: str, name: str, content: bytes, alternative: str, by: Any) -> Picture:
    """A picture under a ref that is free. Where it cannot be stored its file is gone again."""
    picture = Picture(ref=ref, title=(alternative or name)[:255], alt={"en": alternative or name}, uploaded_by_user=by)
    put(picture, name, content)
    try:
        picture.save()
    except Exception:
        picture.file.storage.delete(picture.file.name)
        raise
    return picture
