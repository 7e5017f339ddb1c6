"""What every page of Wagtail's admin gets from us: a face for Hindi."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def hindi() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("ui/css/admin.css"))
