"""The typed parts of an article and the blocks inside them."""

from typing import Any

from django import forms
from wagtail import blocks

from tayari.facts.choosers import FactRefWidget
from tayari.facts.citing import CitingText

PARTS = (
    ("key-facts", "Key facts"),
    ("background", "Background"),
    ("actors", "Actors"),
    ("outcomes", "Outcomes"),
    ("significance", "Significance"),
    ("challenges", "Challenges"),
    ("connections", "Connections"),
    ("way-forward", "Way forward"),
)


class FactRefBlock(blocks.FieldBlock):
    """A fact chosen by any name, or recorded on the spot. Its value is the ref, as in packs."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.field = forms.CharField(required=required, help_text=help_text, widget=FactRefWidget())
        super().__init__(**kwargs)

    def get_form_state(self, value: Any) -> Any:
        return self.field.widget.get_value_data(value)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As the line of text that it is in the database."""
        return "wagtail.blocks.CharBlock", [], {"label": "Fact ref"}

    class Meta:
        icon = "doc-full"


class CitingTextBlock(blocks.TextBlock):
    """Markdown, with a button that cites a fact."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field_options["widget"] = CitingText()

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As the text that it is in the database."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.TextBlock", args, kwargs


class TimelineBlock(blocks.StructBlock):
    """Dated facts, drawn in order of date: those named, and those about an entity."""

    title = blocks.CharBlock()
    about = blocks.CharBlock(
        required=False,
        default="",
        label="Entity ref",
        help_text="Every dated, verified fact about this entity stands in it, also one that is recorded later.",
    )
    facts = blocks.ListBlock(FactRefBlock(label="Fact ref"), default=[])

    class Meta:
        icon = "date"


class OrganisationsBlock(blocks.StructBlock):
    """Entities as compact cards."""

    title = blocks.CharBlock()
    entities = blocks.ListBlock(blocks.CharBlock(label="Entity ref"))

    class Meta:
        icon = "group"


class PictureBlock(blocks.StructBlock):
    """A picture with its caption and alternative text from the media library."""

    ref = blocks.CharBlock(label="Picture ref")

    class Meta:
        icon = "image"


class PositionBlock(blocks.StructBlock):
    """A statement attributed to whoever made it; it never feeds a key."""

    by = blocks.CharBlock()
    source = blocks.CharBlock(required=False, label="Source ref")
    text = CitingTextBlock()

    class Meta:
        icon = "openquote"


class ContentBlock(blocks.StreamBlock):
    """What a part is made of."""

    text = CitingTextBlock(
        icon="pilcrow", help_text="Markdown. Cite a fact as [words](fact:REF); link as [words](https://…)."
    )
    timeline = TimelineBlock()
    organisations = OrganisationsBlock()
    picture = PictureBlock()
    position = PositionBlock()


class PartBlock(blocks.StructBlock):
    """One typed part with its own heading."""

    part = blocks.ChoiceBlock(choices=PARTS)
    title = blocks.CharBlock()
    content = ContentBlock()

    class Meta:
        icon = "list-ul"
