"""What search finds: one document a thing and language, with its words already cut into terms."""

from django.db import models


class SearchDocument(models.Model):
    """A thing that search may show. `title_terms` and `body_terms` are `discovery.terms`, space-separated."""

    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=160)
    language = models.CharField(max_length=8)
    url = models.CharField(max_length=400)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True, help_text="Plain text, for the snippet.")
    title_terms = models.TextField()
    body_terms = models.TextField()
    date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "ref", "language"), name="search_document_once"),)

    def __str__(self) -> str:
        return f"{self.kind}:{self.ref} {self.language}"
