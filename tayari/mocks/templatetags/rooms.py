"""Questions and bubbles where the room's page has them."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from tayari.mocks import booklets
from tayari.mocks.queries.rooms import RoomQuestion
from tayari.mocks.queries.sheets import SheetBubble

register = template.Library()


@register.simple_tag(takes_context=True)
def room_question(context: Context, question: RoomQuestion) -> SafeString:
    return booklets.question(context["room"], question, show=context["show"], token=str(context["csrf_token"]))


@register.simple_tag
def sheet_bubble(one: SheetBubble) -> SafeString:
    return booklets.bubble(one)
