"""The step of Wagtail's workflow that a question passes on its way to ready."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from wagtail.models import AbstractGroupApprovalTask

from tayari.bank import judging
from tayari.bank.models.questions import Question


class ReviewTask(AbstractGroupApprovalTask):
    """A check by a group of people. While it lasts, the question is in the state that the step names."""

    state = models.CharField(
        max_length=20,
        choices=[(state.value, state.label) for state in (Question.State.LANGUAGE_CHECK, Question.State.FACT_CHECK)],
        help_text="The state a question is in while somebody does this.",
    )

    admin_form_fields: ClassVar[list[str]] = [*AbstractGroupApprovalTask.admin_form_fields, "state"]

    class Meta:
        verbose_name = "Question check"

    def get_actions(self, obj: Any, user: Any) -> Sequence[tuple[str, str, bool]]:
        """As any approval; but what the bank would refuse cannot be approved."""
        actions: Sequence[tuple[str, str, bool]] = super().get_actions(obj, user)
        if actions and judging.refusal(obj.content):
            return [action for action in actions if action[0] != "approve"]
        return actions

    @classmethod
    def get_description(cls) -> str:
        return "Members of the chosen groups check a question; it shows the state chosen here meanwhile"
