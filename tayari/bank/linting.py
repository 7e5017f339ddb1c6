"""Questions as the linter reads them: what they say may be false, what explains it may not."""

from collections.abc import Iterator

from django.urls import reverse

from tayari.bank.actions.questions import HOLDER
from tayari.bank.models import Question, QuestionVersion
from tayari.base.packfiles import dump_yaml
from tayari.facts.linting.published import Published
from tayari.facts.readers import packs
from tayari.rules.lint.document import Document


def document(version: QuestionVersion) -> Document:
    """A version as its pack's file would have it; lines are those of that YAML."""
    return packs.question(f"{version.question.ref}.yaml", dump_yaml(version.content))


def published() -> Iterator[Published]:
    """The newest version of every question that is not retired."""
    questions = Question.objects.exclude(state=Question.State.RETIRED).prefetch_related("versions")
    for question in questions.order_by("ref").iterator(50):
        versions = sorted(question.versions.all(), key=lambda version: version.number)
        if versions:
            address = reverse("question_preview", args=[question.ref])
            yield Published(HOLDER, question.ref, question.ref, address, document(versions[-1]))
