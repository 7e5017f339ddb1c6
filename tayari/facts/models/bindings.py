"""What is bound to a fact and must be looked at when it changes."""

from django.db import models


class Binding(models.Model):
    """A place in a holder that rests on a fact, as it read at `revision_seen`.

    `holder_type` is an app label and model (`articles.articlepage`), `holder_ref` its stable ref, `place` where in it
    (`key-facts#2`, `statement:s1`), `words` what stands there. Rewritten whenever the holder is saved.
    """

    fact = models.ForeignKey("facts.Fact", on_delete=models.CASCADE, related_name="bindings")
    revision_seen = models.PositiveIntegerField()
    holder_type = models.CharField(max_length=60)
    holder_ref = models.CharField(max_length=160)
    place = models.CharField(max_length=160)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ("holder_type", "holder_ref", "language", "id")
        indexes = (models.Index(fields=("holder_type", "holder_ref")),)

    def __str__(self) -> str:
        return f"{self.holder_type}:{self.holder_ref} {self.place}"


class QueryBinding(models.Model):
    """A place in a holder that rests on whatever facts answer what it asks: about `subject`, by `predicate`, or both.

    A new fact that answers it makes the place stale although the place never named it.
    """

    subject = models.ForeignKey("facts.Entity", on_delete=models.CASCADE, null=True, blank=True, related_name="asked")
    predicate = models.ForeignKey(
        "facts.Predicate", on_delete=models.CASCADE, null=True, blank=True, related_name="asked"
    )
    holder_type = models.CharField(max_length=60)
    holder_ref = models.CharField(max_length=160)
    place = models.CharField(max_length=160)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ("holder_type", "holder_ref", "language", "id")
        indexes = (models.Index(fields=("holder_type", "holder_ref")),)
        constraints = (
            models.CheckConstraint(
                name="query_asks_something",
                condition=models.Q(subject__isnull=False) | models.Q(predicate__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder_type}:{self.holder_ref} {self.place}?"
