"""A picture's title and ref: by the ref texts and packs name it."""

import secrets
from typing import Any

from django.utils.text import slugify


def name(picture: Any) -> None:
    """Give it a title and a ref where it has none; it is not saved."""
    if not picture.title:
        told = picture.caption.get("en") or picture.alt.get("en") or picture.original_name.rpartition(".")[0]
        picture.title = (told or "picture")[:255]
    if not picture.ref:
        ref = slugify(picture.title)[:100] or "picture"
        taken = type(picture).objects.filter(ref=ref).exists()
        picture.ref = f"{ref}-{secrets.token_hex(3)}" if taken else ref
