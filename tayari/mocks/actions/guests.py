"""What happens to sittings, extra time and objections when a guest becomes a member."""

from tayari.accounts.models import Person
from tayari.mocks.models import Accommodation, Objection, Sitting


def move_sittings(guest: Person, member: Person) -> int:
    """Give the member the guest's sittings and extra time; runs inside the merge's transaction."""
    granted = Accommodation.objects.filter(person=guest).update(person=member)
    return Sitting.objects.of(guest).update(person=member) + granted


def move_objections(guest: Person, member: Person) -> int:
    """Give the member the guest's objections; where both objected to one key, the member's stands."""
    theirs = Objection.objects.filter(person=member, withdrawn_at=None).values("question")
    for twice in Objection.objects.filter(person=guest, withdrawn_at=None, question__in=theirs):
        twice.withdrawn_at = twice.at
        twice.save(update_fields=["withdrawn_at"])
    return Objection.objects.filter(person=guest).update(person=member)
