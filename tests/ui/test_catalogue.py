"""The catalogue finds what is translatable, survives writing and reading, and compiles to what gettext reads."""

import gettext
import io

from tayari.ui import catalogue
from tayari.ui.catalogue import Entry, Message


def test_messages_of_a_template_are_found_in_all_their_forms() -> None:
    text = (
        '{% translate "One" %}{% translate "Two" context "way" %}{% blocktranslate with x=y %}Three {{ x }}'
        "{% endblocktranslate %}{% blocktranslate count n=z %}{{ n }} day{% plural %}{{ n }} days"
        "{% endblocktranslate %}"
        '{% include "x.html" with title=_("Four") %}'
    )

    assert set(catalogue.in_template(text)) == {
        Message("One"),
        Message("Two", context="way"),
        Message("Three %(x)s"),
        Message("%(n)s day", "%(n)s days"),
        Message("Four"),
    }


def test_messages_of_a_module_are_found() -> None:
    text = 'gettext("A")\nngettext("%(n)d b", "%(n)d bs", n)\npgettext("c", "D")\nother("E")\ngettext(name)\n'

    assert set(catalogue.in_python(text)) == {
        Message("A"),
        Message("%(n)d b", "%(n)d bs"),
        Message("D", context="c"),
    }


ENTRIES = {
    Message('Say "no"\nor yes'): Entry(["“नहीं”\nया हाँ"], ["a.html", "b.py"]),
    Message("%(n)s day", "%(n)s days"): Entry(["%(n)s दिन", "%(n)s दिन"], ["a.html"]),
    Message("Two", context="way"): Entry(["दो"], [], "Django"),
    Message("Three"): Entry([""], ["c.html"]),
}


def test_writing_and_reading_changes_nothing() -> None:
    text = catalogue.write(ENTRIES, "Language: hi\n")

    assert catalogue.read(text) == ENTRIES


def test_the_compiled_file_is_what_gettext_reads() -> None:
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"

    read = gettext.GNUTranslations(io.BytesIO(catalogue.compiled(ENTRIES, header)))

    assert read.gettext('Say "no"\nor yes') == "“नहीं”\nया हाँ"
    assert read.ngettext("%(n)s day", "%(n)s days", 3) == "%(n)s दिन"
    assert read.pgettext("way", "Two") == "दो"
    assert read.gettext("Three") == "Three"


def test_what_lacks_a_form_is_untranslated() -> None:
    assert catalogue.untranslated(ENTRIES, [*ENTRIES, Message("New")]) == [Message("Three"), Message("New")]
