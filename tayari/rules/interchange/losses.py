"""What a format leaves behind, counted over a whole file so that a few lines say it before anything is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tayari.rules.interchange.reading import Finding, Level

_ONE, _MANY = "one question", "{count} questions"
# What is counted, in the order in which it is told. `{of}` is how many questions, `{what}` which language or fields.
_COUNTED: Mapping[str, tuple[Level, str]] = {
    "other-language": ("warning", "{of} without {what}: written in the language that there is"),
    "lost-language": ("warning", "{format} does not carry the {what} of {of}"),
    "lost-explanations": ("warning", "{format} does not carry the explanations of {of}"),
    "lost-kind": (
        "warning",
        "{format} does not carry the parts of {of}; all that is printed becomes text with options",
    ),
    "lost-figures": ("warning", "{format} does not carry the equations and pictures of {of}; their words stay"),
    "lost-pictures": ("warning", "{format} does not carry the pictures of {of}; their names stay"),
    "lost-choices": ("warning", "{format} does not carry the answer codes of {of}"),
    "lost-points": ("warning", "{format} does not carry the model answer of {of}"),
    "lost-unit": ("warning", "{format} does not carry the unit of the answer of {of}"),
    "no-key": ("warning", "{of} without a key: other programs may refuse that"),
    "lost-facts": ("advice", "{format} does not carry the facts that {of} rest on"),
    "lost-details": ("advice", "{format} does not carry details of {of} ({what})"),
}


@dataclass(slots=True)
class Losses:
    """`format` is the format's name as people write it."""

    format: str
    made: list[Finding] = field(default_factory=list)
    counted: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def count(self, rule: str, ref: str, what: str = "") -> None:
        """One more question that loses something; `what` says which (a language, the name of a field)."""
        refs = self.counted.setdefault((rule, what), [])
        if ref not in refs:
            refs.append(ref)

    def count_details(self, ref: str, told: Mapping[str, Any]) -> None:
        """Count each of these fields that says something."""
        for what, said in told.items():
            if said:
                self.count("lost-details", ref, what)

    def forget(self, ref: str) -> None:
        """The question is left out as a whole; what it would have lost counts no more."""
        for refs in self.counted.values():
            if ref in refs:
                refs.remove(ref)

    def leave_out(self, ref: str, why: Exception) -> None:
        self.forget(ref)
        self.say("error", "not-written", ref, f"{self.format} cannot hold it: {why}")

    def remark(self, rule: str, message: str) -> None:
        """Something that concerns the file as a whole."""
        self.made.append(Finding("the whole file", "advice", rule, message))

    def two_languages(self) -> None:
        words = "both languages stand in one text; Moodle shows one of them when its filter for that is on"
        self.remark("two-languages", words)

    def say(self, level: Level, rule: str, ref: str, message: str) -> None:
        self.made.append(Finding(f"question {ref}", level, rule, message))

    def found(self) -> tuple[Finding, ...]:
        """What keeps a question out first, then the counts."""
        order = list(_COUNTED)
        counts = {key: refs for key, refs in self.counted.items() if refs}
        details = sorted({what for rule, what in counts if rule == "lost-details"})
        refs = [ref for what in details for ref in counts.pop(("lost-details", what))]
        if refs:
            counts["lost-details", ", ".join(details)] = list(dict.fromkeys(refs))
        told = sorted(counts, key=lambda key: (order.index(key[0]), key[1]))
        return (*self.made, *(self._counted(rule, what, counts[rule, what]) for rule, what in told))

    def _counted(self, rule: str, what: str, refs: list[str]) -> Finding:
        level, told = _COUNTED[rule]
        of = _ONE if len(refs) == 1 else _MANY.format(count=len(refs))
        where = f"question {refs[0]}" + (f" and {len(refs) - 1} more" if len(refs) > 1 else "")
        return Finding(where, level, rule, told.format(format=self.format, of=of, what=what))
