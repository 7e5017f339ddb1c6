"""Posts that are there stand where their numbers say."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def by_number(apps: Any, editor: Any) -> None:
    apps.get_model("live", "Post").objects.update(place=F("number"))


class Migration(migrations.Migration):
    dependencies = [("live", "0003_desk")]

    operations = [
        migrations.AddField(
            model_name="post",
            name="place",
            field=models.FloatField(
                default=0,
                editable=False,
                help_text="Where it stands among the others: its number, unless it was moved.",
            ),
        ),
        migrations.RunPython(by_number, migrations.RunPython.noop),
    ]
