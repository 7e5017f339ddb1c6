import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """AlterField would copy the whole table on SQLite; the index goes by its name, the same on both databases."""

    dependencies = [("mocks", "0007_shares_of_sections")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    'DROP INDEX IF EXISTS "mocks_sittingevent_sitting_id_616b8047"',
                    'CREATE INDEX "mocks_sittingevent_sitting_id_616b8047" ON "mocks_sittingevent" ("sitting_id")',
                )
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="sittingevent",
                    name="sitting",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="mocks.sitting",
                    ),
                )
            ],
        )
    ]
