"""Pictures and documents: Wagtail's, with alt text in every language, a credit and a licence."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from tayari.base.fields import TextsField


class Picture(AbstractImage):
    """A picture with an alternative text in English; without any it only decorates (`forms.PictureForm`)."""

    ref = models.SlugField(max_length=120, unique=True, null=True, blank=True)
    alt = TextsField(blank=False, help_text='What a person who cannot see it should know: {"en": "…", "hi": "…"}')
    caption = TextsField()
    credit = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=60, blank=True)
    localised = models.JSONField(
        default=dict, blank=True, help_text="Other language's twin of a picture with words in it: {'hi': picture id}"
    )
    original_name = models.CharField(max_length=200, blank=True, editable=False)
    content_digest = models.CharField(max_length=64, blank=True, editable=False, help_text="SHA-256 of the file.")

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence", "ref")

    def __str__(self) -> str:
        return self.title

    @property
    def decorates(self) -> bool:
        """Whether it tells nothing: readers who cannot see it hear nothing of it."""
        return not any(self.alt.values())

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> ContentFile:
        """As Wagtail does it, without the temporary file that it leaves open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    @property
    def default_alt_text(self) -> str:
        return str(self.alt.get("en", "")) or self.title


class PictureRendition(AbstractRendition):
    """A size of a picture, made when the page is published."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta(AbstractRendition.Meta):
        constraints = (
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_a_spec"),
        )


class File(AbstractDocument):
    """A document that readers may download."""

    licence = models.CharField(max_length=60, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "licence")
