"""Questions and bubbles where the room's page has them."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from tayari.mocks import booklets
from tayari.mocks.queries.sheets import SheetBubble

register = template.Library()


@register.simple_tag(takes_context=True)
def room_questions(context: Context) -> SafeString:
    return booklets.questions(context["room"], show=context["show"], token=str(context["csrf_token"]))


@register.simple_tag
def sheet_bubbles(some: Sequence[SheetBubble]) -> SafeString:
    return booklets.bubbles(some)
