"""Makes the full-text index of whichever database this is."""

from django.db import migrations

# M* keeps Devanagari vowel signs inside words; the default would cut संविधान at each of them.
_SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS discovery_index USING fts5(title, body, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '+#'\")"
)


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(_SQLITE)
    else:
        schema_editor.execute("ALTER TABLE discovery_searchdocument ADD COLUMN IF NOT EXISTS terms tsvector")
        schema_editor.execute("CREATE INDEX IF NOT EXISTS discovery_terms ON discovery_searchdocument USING gin (terms)")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE IF EXISTS discovery_index")
    else:
        schema_editor.execute("ALTER TABLE discovery_searchdocument DROP COLUMN IF EXISTS terms")


class Migration(migrations.Migration):
    dependencies = [("discovery", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
