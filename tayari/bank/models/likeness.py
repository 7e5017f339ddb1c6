"""The marks by which questions that ask the same find each other, and searches that editors keep."""

from django.conf import settings
from django.db import models


class Mark(models.Model):
    """One of the few word pairs of a question in a language by which anything alike must be found; see doubles."""

    question = models.ForeignKey("bank.Question", on_delete=models.CASCADE, related_name="marks")
    language = models.CharField(max_length=8)
    value = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("language", "value"), name="bank_mark_value"),)

    def __str__(self) -> str:
        return f"{self.question_id} {self.language} {self.value}"


class SavedSearch(models.Model):
    """Filters of the list of questions under a name: an editor's own, or for everybody."""

    name = models.CharField(max_length=80)
    query = models.TextField(help_text="The listing's own address after the question mark.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    shared = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("owner", "name"), name="saved_search_name_once"),)

    def __str__(self) -> str:
        return self.name
