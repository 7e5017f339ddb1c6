"""Choosers of entities and facts in the admin, and one that gives a fact's ref and can record a new fact."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.telepath import register as register_telepath
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser as generic
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser, BaseChooserAdapter
from wagtail.snippets.views import chooser as snippets

from tayari.facts.forms import NewFactForm
from tayari.facts.models import Fact
from tayari.facts.queries import finding, speak


class _FindForm(BaseFilterForm):  # type: ignore[misc]
    """One field for the words; how they are looked for is the form's own."""

    q = forms.CharField(
        label="Any name, alias or acronym",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "2+2, COMCASA, संवाद …"}),
    )

    def found(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        raise NotImplementedError

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        words = self.cleaned_data.get("q") or ""
        if words:
            self.is_searching, self.search_query = True, words
        return self.found(objects, words)


class EntityFindForm(_FindForm):
    def found(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return finding.entities(rows, words)


class FactFindForm(_FindForm):
    def found(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return finding.facts(rows.spoken(), words)  # type: ignore[attr-defined]


class EntityChooseView(snippets.ChooseView):  # type: ignore[misc]
    filter_form_class = EntityFindForm


class EntityResultsView(snippets.ChooseResultsView):  # type: ignore[misc]
    filter_form_class = EntityFindForm


class EntityChooserViewSet(snippets.SnippetChooserViewSet):  # type: ignore[misc]
    """Entities by any of their names."""

    choose_view_class = EntityChooseView
    choose_results_view_class = EntityResultsView


def sentence(fact: Fact) -> str:
    """The fact as a line of a list."""
    return f"{speak(fact, 'en').sentence} ({fact.ref}, {fact.status})"


class _Sentences:
    """A column that says each fact."""

    filter_form_class = FactFindForm

    @property
    def columns(self) -> list[Column]:
        title: Any = self.title_column  # type: ignore[attr-defined]
        title.accessor = sentence
        return [title]


class FactChooseView(_Sentences, generic.ChooseView):  # type: ignore[misc]
    """The list and, beside it, the form of a new fact."""


class FactResultsView(_Sentences, generic.ChooseResultsView):  # type: ignore[misc]
    """The list alone."""


class _ByRef:
    """What is chosen is told by its ref, which is how texts and packs name a fact."""

    def get_object_id(self, instance: Fact) -> str:
        return instance.ref

    def get_display_title(self, instance: Fact) -> str:
        return sentence(instance)

    def get_chosen_response_data(self, item: Fact) -> dict[str, Any]:
        """With what the fact says of its subject, in each language, for a citation of it."""
        told: dict[str, Any] = super().get_chosen_response_data(item)  # type: ignore[misc]
        return {**told, "words": {code: speak(item, code).object_words for code, _ in settings.LANGUAGES}}


class FactChosenView(_ByRef, generic.ChosenView):  # type: ignore[misc]
    """The answer when one was chosen."""


class FactChosenMultipleView(_ByRef, generic.ChosenMultipleView):  # type: ignore[misc]
    """The answer when several were chosen."""


class FactCreateView(_ByRef, generic.CreateView):  # type: ignore[misc]
    """The answer when a new fact was recorded: a draft, for whoever verifies it."""

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_creation_form_kwargs(), "for_user": self.request.user}


class FactRefWidget(BaseChooser):  # type: ignore[misc]
    """Chooses a fact and holds its ref."""

    model = Fact
    icon = "doc-full"
    choose_one_text = "Choose a fact, or record one"
    choose_another_text = "Choose another fact"
    chooser_modal_url_name = "fact_ref_chooser:choose"

    def get_instance(self, value: Any) -> Fact | None:
        if value is None or isinstance(value, Fact):
            return value
        return Fact.objects.spoken().filter(ref=value).first()

    def get_value_data_from_instance(self, instance: Fact) -> dict[str, Any]:
        told: dict[str, Any] = super().get_value_data_from_instance(instance)
        return {**told, "id": instance.ref}

    def get_display_title(self, instance: Fact) -> str:
        return sentence(instance)


class FactRefChooserViewSet(ChooserViewSet):  # type: ignore[misc]
    """Facts by the names of their subjects and objects; the second tab records one."""

    model = Fact
    icon = "doc-full"
    choose_one_text = "Choose a fact"
    per_page = 15
    choose_view_class = FactChooseView
    choose_results_view_class = FactResultsView
    chosen_view_class = FactChosenView
    chosen_multiple_view_class = FactChosenMultipleView
    create_view_class = FactCreateView
    creation_form_class = NewFactForm
    creation_tab_label = "Record a fact"
    create_action_label = "Record as a draft"
    register_widget = False


register_telepath(BaseChooserAdapter(), FactRefWidget)
