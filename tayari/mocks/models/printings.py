"""A frozen paper: question versions, marking over one denominator, clocks and bodies."""

from django.db import models


class Printing(models.Model):
    """What sittings sit. Nothing in it changes; a correction is the next printing.

    `denominator` turns every mark into an integer. `plan` is what the clocks and the messages need of it, small:
    `mocks.plans` writes and reads it. `body` holds, by number, what a candidate may see before the end:
    no truth, no key, no reason. `scoring` is what the sum of the marks needs beyond them: sections of which some
    answers count, their names and qualifying marks; `mocks.marking` writes and reads it.
    """

    paper = models.ForeignKey("mocks.Paper", on_delete=models.PROTECT, related_name="printings")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    denominator = models.PositiveIntegerField()
    paper_ms = models.PositiveIntegerField(null=True, blank=True)
    question_ms = models.PositiveIntegerField(null=True, blank=True)
    navigation = models.CharField(max_length=10)
    marking = models.JSONField()
    languages = models.JSONField()
    plan = models.JSONField(default=dict)
    scoring = models.JSONField(default=dict)
    body = models.JSONField()
    body_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("paper", "-number")
        constraints = (models.UniqueConstraint(fields=("paper", "number"), name="printing_number_once"),)

    def __str__(self) -> str:
        return f"{self.paper} printing {self.number}"


class PrintingQuestion(models.Model):
    """One question of a printing, with its marks as integers over the printing's denominator."""

    printing = models.ForeignKey(Printing, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField()
    version = models.ForeignKey("bank.QuestionVersion", on_delete=models.PROTECT, related_name="printed")
    right = models.IntegerField()
    wrong = models.IntegerField()
    blank = models.IntegerField()
    partial = models.IntegerField(default=0, help_text="For each right option where several are to be marked.")
    weights = models.JSONField(default=dict, help_text="Marks of single options, by id.")
    section = models.PositiveSmallIntegerField(default=1)
    counted = models.BooleanField(default=True)

    class Meta:
        ordering = ("printing", "number")
        constraints = (models.UniqueConstraint(fields=("printing", "number"), name="printing_question_once"),)

    def __str__(self) -> str:
        return f"{self.printing_id} {self.number}"


class PrintingKey(models.Model):
    """The key that a printing's question is marked by; the newest row holds. Append-only."""

    class Standing(models.TextChoices):
        PROVISIONAL = "provisional", "provisional"
        FINAL = "final", "final"

    question = models.ForeignKey(PrintingQuestion, on_delete=models.PROTECT, related_name="keys")
    key = models.JSONField()
    also = models.JSONField(default=list, help_text="Further keys of which any is right.")
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.PROVISIONAL)
    policy = models.CharField(max_length=20, default="derived")
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("question", "-at", "-id")

    def __str__(self) -> str:
        return f"{self.question} {self.key}"
