"""Gives the questions there are the columns that their newest version tells, and says who put their topics there."""

from django.db import migrations

from tayari.base.packing import untranslated
from tayari.rules import kinds
from tayari.rules.kinds.wording import LANGUAGES
from tayari.rules.questions import doubles


def fill(apps, schema_editor):
    question_model, mark = apps.get_model("bank", "Question"), apps.get_model("bank", "Mark")
    topic = apps.get_model("bank", "QuestionTopic")
    for question in question_model.objects.all():
        topic.objects.bulk_create(topic(question=question, topic_id=one.pk) for one in question.topics.all())
        version = question.versions.order_by("-number").first()
        if version is None:
            question.live = False
            question.save()
            continue
        asked = kinds.parse(version.content)
        question.content = version.content
        question.languages = [
            code for code in LANGUAGES if code in asked.head.stem and not untranslated(version.content, code)
        ]
        question.first_published_at = question.last_published_at = version.at
        question.save()
        mark.objects.bulk_create(
            mark(question=question, language=code, value=value)
            for code in LANGUAGES
            for value in sorted(set(doubles.marks(doubles.told(asked, code))))
        )


class Migration(migrations.Migration):

    dependencies = [("bank", "0002_review_and_origin")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
