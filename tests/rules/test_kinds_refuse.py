"""What a question cannot be, and what its author is told to do."""

import copy
from typing import Any

import pytest

from tayari.rules import kinds
from tests.rules.contents import CHOICES, both, chronology, match, pairs, reasoning, single, statement, statements


def changed(content: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The content with the value at a dotted path replaced."""
    content = copy.deepcopy(content)
    at: Any = content
    *steps, last = path.split(".")
    for step in steps:
        at = at[int(step)] if step.isdigit() else at[step]
    at[int(last) if last.isdigit() else last] = value
    return content


S = single(True, False, False, False)
C = statements("combinations", True, True, False, choices=CHOICES)

REFUSALS = [
    (single(True, False, True, False), "two options are right: a and c; exactly one may be, so reword the rest"),
    (single(False, False, False, False), "no option is right: not one of the four is true"),
    (single(True, True, True, True, negative=True, ask=both("not नहीं")), "not one of the four is false"),
    (changed(S, "options.1.text", both("text  A!")), "options a and b say the same"),
    (changed(S, "options.1.text", both("All of the above")), "option b lumps others together"),
    (changed(S, "options.1.id", "x"), "the options' ids are a, b, c, d in this order; 'x' stands for b"),
    (changed(S, "options", S["options"][:1]), "options: has 1 entries; this kind takes 2 to 6"),
    (changed(S, "options.0.why", {}), "option a: why has no English text; write en:"),
    (changed(S, "options.0.facts", []), "option a says true: true without facts:"),
    (changed(S, "options.0.claim", ["a", "b", "c"]), "option a has both claim: and true:; keep one"),
    (changed(S, "options.0.true", None), "option a has no claim: and no true:"),
    (changed(S, "options.0.true", "yes"), "option a: true: is 'yes'; write true or false"),
    (changed(S, "options.0.because", "x"), "option a has 'because', which is not known here"),
    (changed(S, "negative", True), r"it is negative, but the stem \((en|hi)\) has no “not”"),
    (changed(S, "key", "a"), "the question has 'key', which is not known here"),
    (changed(S, "kind", "essay"), "there is no kind 'essay'; the kinds are single, two-statements"),
    (changed(S, "schema", "tayari-question/9"), "the schema 'tayari-question/9' is not known"),
    (changed(S, "stem", {"hi": "केवल"}), "stem has no English text"),
    (changed(S, "as_of", "2026-13-01"), "as_of '2026-13-01' is not a day; write 2026-11-22"),
    (changed(S, "difficulty", "brutal"), "difficulty 'brutal' is not one of easy, medium, hard"),
    (changed(C, "choices.1", ["s1", "s2"]), "choices a and b name the same statements; change one"),
    (changed(C, "choices.1", []), "choice b names no statement"),
    (changed(C, "choices.1", ["s9"]), "choice b names 's9', which is no statement of it"),
    (changed(C, "choices", [["s1"], ["s2"], ["s1", "s2"]]), "choices: is four lists of statement ids"),
    (changed(C, "choices", [["s1"], ["s2"], ["s1", "s2"], ["s2", "s1"]]), "choices c and d name the same statements"),
    (
        statements("combinations", True, False, False, choices=CHOICES),
        "no option is right: exactly 1 of the statements hold; add that as a choice or change a statement",
    ),
    (
        statements("combinations", True, True, False, True, choices=CHOICES),
        "statement 4 stands in no choice; use it or take it out",
    ),
    (changed(C, "statements.1", statement("s1")), "statements 1 and 2 say the same"),
    (
        statements("how-many", False, False, False, False),
        "all four statements are false: a how-many of four has no option for none; "
        "make one true, leave three, or choose combinations",
    ),
    (statements("how-many", True, True), "statements: has 2 entries; this kind takes 3 or 4 or 5"),
    (pairs(False, False, False, False), "all four pairs are false"),
    (changed(pairs(True, True, True), "pairs.1.left", both("Left 1")), "the left sides of pairs 1 and 2 say the same"),
    (reasoning(False, False, False), "both statements are false, and no option says so"),
    (reasoning(True, False, True), "explains: true, but one of the statements is false"),
    (changed(reasoning(True, True, True), "explains", None), "explains: is missing"),
    (chronology("2018", "2018-09-06", "2020"), "2018 and 2018-09-06 are not exact enough; record a more exact date"),
    (chronology("2018-09-06", "2018-09-06", "2020"), "items 1 and 2 cannot be ordered: they fall on one day"),
    (chronology("2018-13", "2019", "2020"), "item 1: '2018-13' has no month 13"),
    (
        chronology(
            "2016", "2018", "2020", choices=[["i1", "i2"], ["i2", "i1", "i3"], ["i3", "i2", "i1"], ["i1", "i3", "i2"]]
        ),
        "choice a is not an order of all items; name each once: i1, i2, i3",
    ),
    (chronology("2019", "2020", "2016"), "no option is right: the order is 3 – 1 – 2; add it as a choice"),
    (match(matches={"A": "3", "B": "1", "C": "2"}), "no option is right: the matches are A-3, B-1, C-2"),
    (match(matches={"A": "2", "B": "2", "C": "3"}), "matches: uses one entry of the right list twice"),
    (match(matches={"A": "9", "B": "2", "C": "3"}), "matches: names '9', which is not in the right list"),
    (match(facts=[]), "matches: stands without facts:"),
]


@pytest.mark.parametrize(("content", "said"), REFUSALS)
def test_it_is_refused_with_the_reason_and_the_way_out(content: dict[str, Any], said: str) -> None:
    with pytest.raises(kinds.Refused, match=f"^q\\.x: .*{said}"):
        kinds.derive(kinds.parse(content), {})


def test_a_question_without_ref_is_named_so() -> None:
    with pytest.raises(kinds.Refused, match=r"^a question without ref: the ref ''"):
        kinds.parse({**S, "ref": ""})
