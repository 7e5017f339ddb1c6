"""Coverage and counts in words."""

from tayari.rules.lint.findings import Coverage

_WORDS = {
    "en": (
        "{sentences} sentences; {checkable} speak of what the facts know: {agree} agree, {contradict} contradict, "
        "{unknown} could not be judged. Silence is not agreement."
    ),
    "hi": (
        "{sentences} वाक्य; {checkable} उस विषय पर हैं जिसे तथ्य जानते हैं: {agree} मेल खाते हैं, {contradict} विरोध में हैं, "
        "{unknown} को परखा नहीं जा सका। मौन सहमति नहीं है।"
    ),
}


def coverage(counted: Coverage, language: str = "en") -> str:
    """How much could be judged, and that the rest was not."""
    return _WORDS.get(language, _WORDS["en"]).format(
        sentences=counted.sentences,
        checkable=counted.checkable,
        agree=counted.agree,
        contradict=counted.contradict,
        unknown=counted.unknown,
    )


def counts(levels: list[str]) -> str:
    """`2 errors, 1 warning, 3 of advice`, or that nothing was found."""
    if not levels:
        return "Nothing found."
    errors, warnings, advice = (levels.count(level) for level in ("error", "warning", "advice"))
    said = [f"{errors} error{'s' * (errors != 1)}" if errors else ""]
    said += [f"{warnings} warning{'s' * (warnings != 1)}" if warnings else "", f"{advice} of advice" if advice else ""]
    return ", ".join(part for part in said if part) + "."
