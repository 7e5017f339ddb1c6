"""How a paper's questions share out over topics and kinds, and whether they are what a blueprint counts."""

from collections.abc import Iterable, Mapping

from tayari.rules.questions.papers import Asked


def shares(weights: Mapping[str, int], count: int) -> dict[str, int]:
    """`count` shared out by weight, whole numbers that sum to it: largest remainders first, then in the order given.

    The method of A. Hamilton, 1792.
    """
    whole = sum(weights.values())
    if not whole:
        return {}
    exact = {name: divmod(weight * count, whole) for name, weight in weights.items()}
    left = count - sum(floor for floor, _ in exact.values())
    order = sorted(exact, key=lambda name: -exact[name][1])
    return {name: floor + (name in order[:left]) for name, (floor, _) in exact.items()}


def against(pattern: Mapping[str, object], count: int, chosen: Iterable[Asked]) -> list[str]:
    """What a selection breaks of a blueprint's counts: questions of the paper, options of a question."""
    found = []
    if pattern.get("questions") and pattern["questions"] != count:
        found.append(f"the blueprint has {pattern['questions']} questions, not {count}")
    options = pattern.get("options_per_question")
    for question, derived in chosen if options else ():
        if len(derived.options) != options:
            found.append(f"{question.head.ref} has {len(derived.options)} options and the blueprint {options}")
    return found
