"""What was loaded from which pack, to tell an editor's change from the pack's."""

from django.db import models


class LoadedItem(models.Model):
    """An item of a pack as it stood at its last load: `digest` is that of its canonical form."""

    pack = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    file = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "ref"), name="loaded_item_once"),)

    def __str__(self) -> str:
        return f"{self.kind}:{self.ref}"
