"""Posts in Wagtail's admin."""

from typing import ClassVar

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet

from tayari.base import clock
from tayari.live.actions import posts
from tayari.live.forms import LANGUAGES, PostForm
from tayari.live.models import Post


class TakeDownView(DeleteView):
    """A post is taken down, not erased: its place says so and its number stays its own."""

    def delete_action(self) -> None:
        posts.delete(self.object, by=self.request.user, now=clock.now())


class PostViewSet(SnippetViewSet):
    """Write, edit and take down posts; every change is numbered for those who follow along."""

    model = Post
    icon = "comment"
    menu_label = "Live posts"
    menu_order = 220
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["number", "ref", "kind", "published_at", "edited_at", "deleted_at"]
    list_filter: ClassVar[list[str]] = ["kind"]
    ordering: ClassVar[list[str]] = ["-published_at", "-number"]
    copy_view_enabled = False
    inspect_view_enabled = False
    delete_view_class = TakeDownView
    edit_handler = ObjectList(
        [
            FieldPanel("coverage"),
            FieldPanel("kind"),
            MultiFieldPanel(
                [FieldPanel(f"{name}_{code}") for code in LANGUAGES for name in ("title", "text")], heading="Words"
            ),
            MultiFieldPanel(
                [FieldPanel("happened"), FieldPanel("edition_date"), FieldPanel("author"), FieldPanel("pinned")],
                heading="When and by whom",
            ),
            FieldPanel("topics"),
            FieldPanel("sources"),
        ],
        base_form_class=PostForm,
    )


register_snippet(PostViewSet)
