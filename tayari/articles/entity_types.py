"""What each type of entity is called in the page's language."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from tayari.facts.models import Entity

_WORDS: dict[str, Callable[[], str]] = {
    Entity.Type.MECHANISM: lambda: _("Mechanism"),
    Entity.Type.AGREEMENT: lambda: _("Agreement"),
    Entity.Type.ORGANISATION: lambda: _("Organisation"),
    Entity.Type.PERSON: lambda: _("Person"),
    Entity.Type.OFFICE: lambda: _("Office"),
    Entity.Type.PLACE: lambda: _("Place"),
    Entity.Type.COUNTRY: lambda: _("Country"),
    Entity.Type.EVENT: lambda: _("Event"),
    Entity.Type.EXERCISE: lambda: _("Exercise"),
    Entity.Type.SCHEME: lambda: _("Scheme"),
    Entity.Type.CONCEPT: lambda: _("Concept"),
    Entity.Type.LAW: lambda: _("Law"),
    Entity.Type.CASE: lambda: _("Case"),
    Entity.Type.MISSION: lambda: _("Mission"),
    Entity.Type.REPORT: lambda: _("Report"),
}


def type_words(kind: str) -> str:
    """`Mechanism`, in Hindi `तंत्र`; the type itself when it has no words yet."""
    return _WORDS[kind]() if kind in _WORDS else kind
