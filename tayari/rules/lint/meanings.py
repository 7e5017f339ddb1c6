"""What each rule of the linter is about, in one line: for help, for reports and for SARIF."""

from collections.abc import Mapping

from tayari.rules.lint.pages.judging import RULES

_OF_FACTS = {
    "fact.date": "A day, month or year that the facts contradict.",
    "fact.ordinal": "A number in a row of editions that the facts contradict.",
    "fact.place": "A place or seat that the facts contradict.",
    "fact.person": "Somebody who did not hold the office or take part, as the facts have it.",
    "fact.relation": "Something that the facts say of another subject, or of another object.",
}


def meanings() -> Mapping[str, str]:
    """Every rule that is known, with its line."""
    of_page = {name: (rule.__doc__ or name).split("\n")[0] for name, rule in RULES.items()}
    return {**_OF_FACTS, **of_page}
