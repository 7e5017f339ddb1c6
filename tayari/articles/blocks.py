"""The typed parts of an article and the blocks inside them."""

from wagtail import blocks

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


class TimelineBlock(blocks.StructBlock):
    """Dated facts, drawn in order of date."""

    title = blocks.CharBlock()
    facts = blocks.ListBlock(blocks.CharBlock(label="Fact ref"))

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
    text = blocks.TextBlock()

    class Meta:
        icon = "openquote"


class ContentBlock(blocks.StreamBlock):
    """What a part is made of."""

    text = blocks.TextBlock(
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
