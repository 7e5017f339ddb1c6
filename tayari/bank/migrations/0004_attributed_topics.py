"""Topics of a question are read through the rows that say who put them there."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("bank", "0003_fill"), ("syllabus", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="question", name="topics"),
        migrations.AddField(
            model_name="question",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="questions", through="bank.QuestionTopic", to="syllabus.topic"
            ),
        ),
    ]
