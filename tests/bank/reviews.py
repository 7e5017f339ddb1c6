"""The review that a new site has, made again where another test emptied the database."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from tayari.bank.models import Question, ReviewTask


def review() -> Workflow:
    """Language check, then fact check; for questions."""
    question = ContentType.objects.get_for_model(Question)
    held = WorkflowContentType.objects.filter(content_type=question).first()
    if held:
        return held.workflow
    workflow = Workflow.objects.create(name="Question review")
    for order, state in enumerate(("language-check", "fact-check")):
        task = ReviewTask.objects.create(name=state, state=state)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowContentType.objects.create(workflow=workflow, content_type=question)
    return workflow
