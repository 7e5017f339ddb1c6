"""Topics of the syllabus tree and the dated patterns of examinations."""

from django.db import models

from tayari.base.fields import TextsField


class Topic(models.Model):
    """A node of the syllabus tree, e.g. `gs2.ir.bilateral.us`; its id says where it hangs."""

    id = models.CharField(max_length=80, primary_key=True)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    name = TextsField(blank=False)
    position = models.PositiveIntegerField(help_text="Its place in a walk of the whole tree.")
    maps_to = models.ManyToManyField("self", symmetrical=True, blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.id} {self.name.get('en', '')}"


class Blueprint(models.Model):
    """An examination's pattern as dated, sourced, versioned data."""

    slug = models.SlugField(max_length=60)
    version = models.PositiveIntegerField(default=1)
    name = TextsField(blank=False)
    valid_from = models.CharField(max_length=10, blank=True)
    valid_to = models.CharField(max_length=10, blank=True)
    pattern = models.JSONField(
        help_text="Questions, marks, minutes, marking as exact fractions, navigation, languages."
    )
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("slug", "-version")
        constraints = (models.UniqueConstraint(fields=("slug", "version"), name="blueprint_one_row_a_version"),)

    def __str__(self) -> str:
        return f"{self.slug} v{self.version}"
