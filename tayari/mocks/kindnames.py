"""What a kind of question is called on pages, in the page's language."""

from django.utils.translation import gettext as _


def kind_words(kind: str) -> str:
    """`how-many` as "How many are correct"; a kind without a name is shown by its id."""
    return {
        "single": _("One of four"),
        "two-statements": _("Two statements"),
        "combinations": _("Which are correct"),
        "how-many": _("How many are correct"),
        "pairs-how-many": _("How many pairs"),
        "pairs-combinations": _("Which pairs"),
        "reasoning": _("Statement I and II"),
        "reasoning-three": _("Statement I, II and III"),
        "chronology": _("Order in time"),
        "match": _("Match the lists"),
        "list-how-many": _("How many of a list"),
        "location": _("Places on a map"),
        "passage": _("Passage"),
        "data": _("Table or chart"),
        "multi-select": _("Several are right"),
        "numeric": _("A number"),
        "true-false": _("True or false"),
        "short-answer": _("A few words"),
    }.get(kind, kind)
