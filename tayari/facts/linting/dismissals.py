"""What was dismissed."""

from tayari.facts.models import Dismissal


def ids() -> frozenset[str]:
    """The findings that stay quiet. One query."""
    return frozenset(Dismissal.objects.values_list("finding", flat=True))
