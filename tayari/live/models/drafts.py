"""What an editor is writing: kept on the server until it is published or thrown away."""

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """One editor's unfinished post, or unfinished edit of one; readers never see it. `values` are the form's fields."""

    coverage_key = models.UUIDField(help_text="The coverage's translation_key.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey("live.Post", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    began_from = models.PositiveIntegerField(default=0, help_text="The post's revision; 0 for a new post.")
    values = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("coverage_key", "pk")
        constraints = (
            models.UniqueConstraint(fields=("by", "post"), name="draft_of_an_edit_once"),
            models.UniqueConstraint(
                fields=("by", "coverage_key"), condition=models.Q(post=None), name="draft_of_a_new_post_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.coverage_key} {self.post or 'new'}"
