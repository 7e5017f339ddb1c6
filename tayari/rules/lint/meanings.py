"""What each rule of the linter is about, in one line: for help, for reports and for SARIF."""

from collections.abc import Mapping

from tayari.rules.lint.pages.judging import RULES

_OF_FACTS = {
    "fact.date": "A day, month or year that the facts contradict.",
    "fact.ordinal": "A number in a row of editions that the facts contradict.",
    "fact.place": "A place or seat that the facts contradict.",
    "fact.person": "Somebody who did not hold the office or take part, as the facts have it.",
    "fact.office": "An office that somebody did not hold on that day, or not from or until then.",
    "fact.acronym": "An acronym with words that it is not short for, or a name with another's acronym.",
    "fact.ambiguous-acronym": "An acronym that several subjects share, and the text does not say which is meant.",
    "fact.effect": "Something credited with what another does, or with what it is known not to do.",
    "fact.count": "A number of members, aircraft, years or rupees that the facts contradict.",
    "fact.tense": "Something over told as present or to come, or something to come told as over.",
    "fact.order": "A wrong before, after or latest, by the days of both.",
    "fact.relation": "Something that the facts say of another subject, or of another object.",
}


def meanings() -> Mapping[str, str]:
    """Every rule that is known, with its line."""
    of_page = {name: (rule.__doc__ or name).split("\n")[0] for name, rule in RULES.items()}
    return {**_OF_FACTS, **of_page}
