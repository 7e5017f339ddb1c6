"""A picture that an editor drops, pastes or chooses at a desk: into the library, and from there into the post."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST
from wagtail.images.forms import get_image_form
from wagtail.images.widgets import AdminImageChooser
from wagtail.permissions import policy_registry

from tayari.articles.queries.pictures import shown
from tayari.live.at_desk import at_desk
from tayari.live.models import CoveragePage
from tayari.media.models import Picture

# Without HEIC, which phones make of their photographs unless they are asked for something else.
_KINDS = "image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml"


def _form(user: Any, *args: Any) -> Any:
    made = get_image_form(Picture, ("file", "credit", "licence"))
    form = made(*args, user=user, instance=Picture(uploaded_by_user=user), auto_id="new_picture_%s")
    form.fields["file"].widget.attrs = {"accept": _KINDS}
    words = [name for name in form.fields if name.startswith(("alt_", "decorative", "caption_"))]
    form.order_fields(["file", *words])
    return form


def _may_add(user: Any) -> bool:
    return bool(policy_registry.get_by_type(Picture).user_has_permission(user, "add"))


def offered(user: Any) -> dict[str, Any]:
    """The form of a new picture, for those who may add one to the library."""
    return {"picture_form": _form(user)} if _may_add(user) else {}


@require_POST
@at_desk
def add(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    """What its chooser at the desk shows, or what is wrong, by field."""
    if not _may_add(request.user):
        raise PermissionDenied
    form = _form(request.user, request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"wrong": form.errors}, status=400)
    picture = form.save()
    shown([picture], page.locale.language_code)
    return JsonResponse(AdminImageChooser().get_value_data_from_instance(picture))
