"""The review that every site begins with: a check of the language, then one of the facts. Editors may change it."""

from django.db import migrations

NAME = "Question review"
STEPS = (("Language check", "language-check"), ("Fact check", "fact-check"))


def establish(apps, schema_editor):
    content_type = apps.get_model("contenttypes", "ContentType")
    workflow_model, step = apps.get_model("wagtailcore", "Workflow"), apps.get_model("wagtailcore", "WorkflowTask")
    groups = list(apps.get_model("auth", "Group").objects.filter(name__in=("Editors", "Moderators")))
    kind, _ = content_type.objects.get_or_create(app_label="bank", model="reviewtask")
    workflow = workflow_model.objects.create(name=NAME, active=True)
    for order, (name, state) in enumerate(STEPS):
        task = apps.get_model("bank", "ReviewTask").objects.create(
            name=f"{NAME}: {name.lower()}", content_type=kind, active=True, state=state
        )
        task.groups.set(groups)
        step.objects.create(workflow=workflow, task_id=task.pk, sort_order=order)
    question, _ = content_type.objects.get_or_create(app_label="bank", model="question")
    apps.get_model("wagtailcore", "WorkflowContentType").objects.create(workflow=workflow, content_type=question)


class Migration(migrations.Migration):

    dependencies = [
        ("bank", "0004_attributed_topics"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(establish, migrations.RunPython.noop)]
