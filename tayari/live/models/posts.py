"""Posts as numbered rows, and the numbered events that changed them."""

from typing import Self

from django.conf import settings
from django.db import models

from tayari.base.fields import TextsField


class Posts(models.QuerySet["Post"]):
    """Posts, and those of them that readers may know of."""

    def public(self) -> Self:
        """Published and not taken down."""
        return self.filter(out=True, deleted_at=None)


class Post(models.Model):
    """One numbered entry, in all languages. `happened` is ISO text: a date, or a moment when a source gives it."""

    class Kind(models.TextChoices):
        UPDATE = "update", "update"
        KEY_EVENT = "key-event", "key event"
        BREAKING = "breaking", "breaking"
        CORRECTION = "correction", "correction"
        SUMMARY = "summary", "summary"

    coverage_key = models.UUIDField(db_index=True, help_text="The coverage's translation_key.")
    ref = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    place = models.FloatField(
        default=0, editable=False, help_text="Where it stands among the others: its number, unless it was moved."
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.UPDATE)
    edition = models.ForeignKey("live.Edition", on_delete=models.PROTECT, null=True, blank=True, related_name="posts")
    title = TextsField()
    text = TextsField(blank=False, help_text="Markdown, with citations.")
    happened = models.CharField(max_length=32, blank=True)
    published_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    out = models.BooleanField(default=True, db_index=True, help_text="Whether its time to be published has come.")
    pinned = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(
        default=1, editable=False, help_text="How often its words were changed, from 1."
    )
    author = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    picture = models.ForeignKey("media.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    topics = models.ManyToManyField("syllabus.Topic", blank=True, related_name="posts")
    sources = models.ManyToManyField("facts.Source", blank=True, related_name="posts")

    class Meta:
        ordering = ("coverage_key", "-number")
        constraints = (
            models.UniqueConstraint(fields=("coverage_key", "number"), name="post_number_once"),
            models.UniqueConstraint(fields=("coverage_key", "ref"), name="post_ref_once"),
        )

    objects = Posts.as_manager()

    def __str__(self) -> str:
        return f"{self.ref}"

    @property
    def moved_to(self) -> str:
        """Its place as it is written down; "" where its number says where it stands."""
        return "" if self.place == self.number else repr(self.place)


class Stream(models.Model):
    """The numbering of a coverage's events. `first` is the oldest that can still be told; another epoch counts anew."""

    coverage_key = models.UUIDField(unique=True)
    epoch = models.CharField(max_length=16)
    newest = models.PositiveIntegerField(default=0)
    first = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.epoch}.{self.newest}"


class PostEvent(models.Model):
    """A change to a coverage, numbered in the transaction that made it. `said` is the post as it was then."""

    class Kind(models.TextChoices):
        CREATED = "created", "created"
        EDITED = "edited", "edited"
        DELETED = "deleted", "deleted"
        PINNED = "pinned", "pinned"
        UNPINNED = "unpinned", "unpinned"
        MOVED = "moved", "moved"
        PAGE = "page", "the page around the posts"

    coverage_key = models.UUIDField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, null=True, blank=True, related_name="events")
    said = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ("coverage_key", "seq")
        constraints = (models.UniqueConstraint(fields=("coverage_key", "seq"), name="post_event_seq_once"),)

    def __str__(self) -> str:
        return f"{self.coverage_key} {self.seq} {self.kind}"
