"""A post can have a picture."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial"), ("live", "0004_place")]

    operations = [
        migrations.AddField(
            model_name="post",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="media.picture",
            ),
        ),
    ]
