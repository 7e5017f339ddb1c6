"""Posts in Wagtail's admin, and their desk."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from tayari.base import clock
from tayari.live import pictures, turns, views
from tayari.live.actions import posts
from tayari.live.forms import LANGUAGES, STALE, PostForm
from tayari.live.models import CoveragePage, Post


class TakeDownView(DeleteView):
    """A post is taken down, not erased: its place says so and its number stays its own."""

    def delete_action(self) -> None:
        posts.delete(self.object, by=self.request.user, now=clock.now())


class PostEditView(EditView):
    """What somebody else changed while the form was checked is not overwritten; the words stay in the form."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[no-any-return]
        except posts.Stale:
            form.add_error(None, STALE)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)  # type: ignore[no-any-return]


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
    edit_view_class = PostEditView
    edit_handler = ObjectList(
        [
            FieldPanel("began_from"),
            FieldPanel("coverage"),
            FieldPanel("kind"),
            MultiFieldPanel(
                [FieldPanel(f"{name}_{code}") for code in LANGUAGES for name in ("title", "text")], heading="Words"
            ),
            MultiFieldPanel(
                [FieldPanel("happened"), FieldPanel("edition_date"), FieldPanel("author"), FieldPanel("pinned")],
                heading="When and by whom",
            ),
            FieldPanel("picture"),
            FieldPanel("topics"),
            FieldPanel("sources"),
        ],
        base_form_class=PostForm,
    )


register_snippet(PostViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("live/desk/", views.desks, name="live_desks"),
        path("live/<int:page_id>/desk/", views.desk, name="live_desk"),
        path("live/<int:page_id>/desk/posts/", views.listing, name="live_desk_posts"),
        path("live/<int:page_id>/desk/draft/", views.draft, name="live_desk_draft"),
        path("live/<int:page_id>/desk/lint/", views.lint, name="live_desk_lint"),
        path("live/<int:page_id>/desk/picture/", pictures.add, name="live_desk_picture"),
        path("live/<int:page_id>/desk/edition/", turns.next_edition, name="live_desk_edition"),
        path("live/<int:page_id>/desk/digest/", turns.digest, name="live_desk_digest"),
        path("live/<int:page_id>/desk/<int:post_pk>/", views.act, name="live_desk_act"),
    ]


class DeskItem(MenuItem):
    """For those who may change posts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("live.change_post"))


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    return DeskItem("Live desk", reverse("live_desks"), icon_name="edit", order=215)


@hooks.register("register_page_header_buttons")
def button_of_page(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific_deferred, CoveragePage) and user.has_perm("live.change_post"):
        yield Button("Desk", reverse("live_desk", args=[page.pk]), icon_name="edit", priority=5)


@hooks.register("register_snippet_listing_buttons")
def button_of_post(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Post) and user.has_perm("live.change_post"):
        pages = CoveragePage.objects.filter(translation_key=snippet.coverage_key).order_by("locale_id")
        for pk in pages.values_list("pk", flat=True)[:1]:
            yield Button("Desk", f"{reverse('live_desk', args=[pk])}?post={snippet.pk}", icon_name="edit", priority=5)
