"""Model fields of no domain: words in several languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tayari.plain.graphemes import nfc


def only_texts(value: Any) -> None:
    """Raise ValidationError unless `value` maps language codes to words."""
    if not isinstance(value, dict) or any(
        not isinstance(code, str) or not isinstance(words, str) for code, words in value.items()
    ):
        raise ValidationError('Write words by language, for example {"en": "New Delhi", "hi": "नई दिल्ली"}.')


class TextsField(models.JSONField):
    """Words by language code, `{"en": …, "hi": …}`, kept in NFC without empty entries."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, only_texts]

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            value = {code: nfc(words) for code, words in value.items() if isinstance(words, str) and words}
        return super().get_prep_value(value)
