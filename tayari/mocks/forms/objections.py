"""What a candidate fills in to object to a key."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tayari.rules import objections as law
from tayari.rules.objections import Cited


class ObjectionForm(forms.Form):
    """A claim, the options that are right instead, why, and the sources that the paper asks for and one more."""

    claim = forms.ChoiceField(
        label=gettext_lazy("What is wrong"),
        widget=forms.RadioSelect,
        choices=(
            ("key", gettext_lazy("Another option is right")),
            ("several", gettext_lazy("More than one option is right")),
            ("none", gettext_lazy("No option is right")),
            ("words", gettext_lazy("The words mislead")),
            ("translation", gettext_lazy("The two languages do not say the same")),
        ),
    )
    suggested = forms.MultipleChoiceField(
        label=gettext_lazy("What is right instead"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=law.LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("In one or two sentences: what the question says, and what your sources say."),
    )

    def __init__(self, *args: Any, options: Mapping[str, str], needed: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needed, self.rows = needed, min(law.MOST_SOURCES, max(needed, 1) + 1)
        if options:
            self.fields["suggested"].choices = list(options.items())  # type: ignore[attr-defined]
        else:
            del self.fields["suggested"]
        for number in range(1, self.rows + 1):
            must = number <= needed
            said = {"n": number}
            self.fields[f"publisher_{number}"] = forms.CharField(
                label=_("Source %(n)d: publisher") % said, max_length=law.LONGEST_NAME, required=must
            )
            self.fields[f"title_{number}"] = forms.CharField(
                label=_("Source %(n)d: title, and the page or paragraph") % said,
                max_length=law.LONGEST_NAME,
                required=must,
            )
            self.fields[f"url_{number}"] = forms.CharField(
                label=_("Source %(n)d: link") % said, max_length=500, required=False
            )

    def sources(self) -> list[Cited]:
        told = self.cleaned_data
        return [
            Cited(*(told.get(f"{name}_{number}", "") for name in ("publisher", "title", "url")))
            for number in range(1, self.rows + 1)
        ]

    def refuse(self, problem: law.NotEvidence) -> None:
        """Say at the form what the rule said."""
        said = {
            "url": _("A link begins with https:// and names a site."),
            "source": _("Each source needs its publisher and its title."),
            "words": _("Say why."),
            "claim": _("Choose what is wrong, and options that there are."),
            "sources": ngettext(
                "This paper asks for %(n)d source, and no more than five.",
                "This paper asks for %(n)d different sources, and no more than five.",
                problem.needed,
            )
            % {"n": problem.needed},
        }
        self.add_error(None, said[problem.field])


class DecisionForm(forms.Form):
    """What becomes of a key. Keys are letters, `B` or `A, C`; several keys that each count stand apart with a slash."""

    policy = forms.ChoiceField(
        choices=(
            ("none", "The key stays"),
            ("corrected", "Another key"),
            ("second", "Any of several keys"),
            ("all", "Marks to all"),
            ("attempters", "Marks to all who answered"),
            ("drop", "Drop, and rescale the rest to the full marks"),
            ("derived", "The key that the facts give"),
        )
    )
    keys = forms.CharField(required=False, max_length=200, label="Key")
    reason_en = forms.CharField(max_length=600, label="Public reason (English)")
    reason_hi = forms.CharField(required=False, max_length=600, label="Public reason (हिन्दी)")

    def told(self, options: Iterable[str]) -> list[list[str]]:
        """Every key that was named: option ids where the question has options, else the text as it is."""
        lettered = set(options)
        parts = [part.strip() for part in self.cleaned_data["keys"].split("/") if part.strip()]
        return [[_option(one, lettered) for one in part.split(",") if one.strip()] for part in parts]

    def reason(self) -> dict[str, str]:
        told = {"en": self.cleaned_data["reason_en"], "hi": self.cleaned_data["reason_hi"]}
        return {code: words.strip() for code, words in told.items() if words.strip()}


def _option(text: str, lettered: set[str]) -> str:
    text = text.strip()
    return text.lower() if lettered else text


class ReasonForm(forms.Form):
    """A public reason in each language; the English one is needed."""

    reason_en = forms.CharField(max_length=600, label="Public reason (English)")
    reason_hi = forms.CharField(required=False, max_length=600, label="Public reason (हिन्दी)")

    def reason(self) -> dict[str, str]:
        return {code: words for code in ("en", "hi") if (words := self.cleaned_data[f"reason_{code}"].strip())}
