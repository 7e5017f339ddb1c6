import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('bank', '0006_imports'),
        ('media', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='importedpicture',
            name='made',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.picture'),
        ),
        migrations.AddField(
            model_name='importedpicture',
            name='ref',
            field=models.CharField(blank=True, max_length=120),
        ),
    ]
