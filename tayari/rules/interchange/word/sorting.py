"""What was gathered, sorted: stem, statements, line above the options, options and key, each by language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tayari.plain.texts import Texts
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.word import keying, lists
from tayari.rules.interchange.word.codes import label as sign
from tayari.rules.interchange.word.keying import Key, Said
from tayari.rules.interchange.word.lines import plain
from tayari.rules.interchange.word.markers import FURNITURE
from tayari.rules.interchange.word.raw import Group, Passage, Raw
from tayari.rules.interchange.word.sheets import Sheet
from tayari.rules.interchange.word.tongues import BOTH, apart, complementary, languages, spoken, switched, texts

_LISTED = re.compile(r"consider|following|statements?|निम्नलिखित|कथन|विचार", re.IGNORECASE)


@dataclass(slots=True)
class Sorted:
    """`entries` are statements with their labels, `left` and `right` two lists, `pairs` what stands side by side."""

    raw: Raw
    stem: Texts = field(default_factory=dict)
    ask: Texts = field(default_factory=dict)
    entries: list[tuple[str, Texts]] = field(default_factory=list)
    left: list[tuple[str, Texts]] = field(default_factory=list)
    right: list[tuple[str, Texts]] = field(default_factory=list)
    pairs: list[tuple[Texts, Texts]] = field(default_factory=list)
    options: list[Texts] = field(default_factory=list)
    key: Key = field(default_factory=Key)
    said: list[Said] = field(default_factory=list)
    typed: str = ""
    explanation: Texts = field(default_factory=dict)
    passage: Texts = field(default_factory=dict)
    split: bool = False

    @property
    def languages(self) -> set[str]:
        return set(self.stem) | {code for option in self.options for code in option}

    @property
    def whole(self) -> str:
        """All that it asks, for looking for words."""
        return " ".join([*self.stem.values(), *self.ask.values()])


def sort(raw: Raw) -> Sorted:
    """Sort one gathered question; its key is decided later, when all that is said of it is known."""
    found = Sorted(raw)
    options = _option_groups(raw)
    only = _only(raw, options)
    _place_words(found, options, only)
    _place_entries(found, [group for group in raw.groups if group not in options], only)
    lists.place(found, raw.sheets, only)
    if options:
        _place_options(found, options, only)
    _answers(found, only)
    found.explanation = {**_texts(found, (line.text for line in raw.explanation), only), **found.explanation}
    if raw.passage:
        found.passage = _passage(raw.passage)
    return found


def _passage(passage: Passage) -> Texts:
    words = [line.text for line in passage.lines]
    told = spoken(words)
    return texts(words, told.pop() if len(told) == 1 else "")[0]


def _option_groups(raw: Raw) -> list[Group]:
    """The last lettered list, with its double in the other language; a numbered list where nothing is lettered."""
    lettered = [group for group in raw.groups if group.kind == "letter" and len(group.entries) > 1]
    if lettered:
        last = lettered[-1]
        numbered = [group for group in raw.groups if group.kind in {"number", "roman"}]
        if (
            len(lettered) == 1
            and last.style[:1] == "A"
            and numbered
            and raw.groups.index(numbered[-1]) > raw.groups.index(last)
        ):
            return [numbered[-1]] if len(numbered) > 1 else []
        return [*_doubles(lettered, last), last]
    numbered = [group for group in raw.groups if group.kind == "number" and len(group.entries) > 1]
    if not numbered or numbered[-1] is not raw.groups[-1]:
        return []
    listed = any(_LISTED.search(line.text) for line in raw.lines)
    others = [group for group in raw.groups if group is not numbered[-1]]
    asked = bool(raw.lines) and "?" in raw.lines[-1].text
    if raw.parts[-1] is numbered[-1] and (others or raw.sheets or asked or not listed):
        return [*_doubles(numbered, numbered[-1]), numbered[-1]]
    return []


def _doubles(groups: list[Group], last: Group) -> list[Group]:
    return [
        group for group in groups[-2:-1]
        if len(group.entries) == len(last.entries) and complementary(group.words, last.words)
    ]  # fmt: skip


def _only(raw: Raw, options: list[Group]) -> str:
    """The language of a question that has but one."""
    said = spoken(line.text for line in raw.lines)
    words = " ".join(" ".join(group.words) for group in raw.groups)
    if said == {"hi"} and not options:
        return "hi"
    if said == {"hi"}:
        texts_of = [apart(text)[0] for group in options for text in group.words]
        return "" if sum(len(one) > 1 for one in texts_of) * 2 > len(texts_of) else "hi"
    return "en" if said == {"en"} and "hi" not in languages(words) else ""


def _texts(found: Sorted, lines: Iterable[str], only: str) -> Texts:
    said, split = texts(lines, only)
    found.split = found.split or split
    return said


def _place_words(found: Sorted, options: list[Group], only: str) -> None:
    """Lines before a language's list are the stem, those after it the line above the options."""
    stem: list[str] = []
    ask: list[str] = []
    begun: set[str] = set()
    for part in found.raw.parts:
        if isinstance(part, Group):
            if part not in options and len(part.entries) > 1:
                spoke = languages(" ".join(part.words))
                begun |= {language_of(" ".join(part.words))} if spoke else {"en", "hi"}
            elif part not in options:
                stem += [line.text for entry in part.entries for line in (entry.head, *entry.more)]
        elif isinstance(part, Sheet):
            begun |= {"en", "hi"}
        elif not FURNITURE.fullmatch(part.text):
            told = {only} if only else {code for code in apart(part.text)[0] if code != BOTH} or {"en"}
            (ask if told & begun and stem else stem).append(part.text)
    found.stem, found.ask = _texts(found, stem, only), _texts(found, ask, only)
    if not found.stem:
        found.stem, found.ask = found.ask, {}


def _place_entries(found: Sorted, groups: list[Group], only: str) -> None:
    groups = [group for group in groups if len(group.entries) > 1]
    lettered = [group for group in groups if group.kind == "letter"]
    numbered = [group for group in groups if group.kind in {"number", "roman"}]
    if lettered and numbered and len(lettered) + len(numbered) == len(groups):
        found.left, found.right = _merged(found, lettered, only), _merged(found, numbered, only)
    elif groups:
        found.entries = _merged(found, groups, only)


def _merged(found: Sorted, groups: list[Group], only: str) -> list[tuple[str, Texts]]:
    """The entries of lists, a list and its double in the other language as one."""
    rows: list[tuple[str, Texts]] = []
    for number, group in enumerate(groups):
        told = [(_label(group, at), _texts(found, entry.lines, only)) for at, entry in enumerate(group.entries)]
        if number and len(told) == len(groups[0].entries) and complementary(groups[0].words, group.words):
            rows = [(name, {**said, **more}) for (name, said), (_, more) in zip(rows, told, strict=True)]
        else:
            rows += told
    return rows


def _label(group: Group, at: int) -> str:
    entry = group.entries[at]
    return entry.marker.label.upper() if entry.marker.kind == "letter" else sign(str(entry.marker.place + 1))


def _place_options(found: Sorted, groups: list[Group], only: str) -> None:
    count = max(entry.marker.place for group in groups for entry in group.entries) + 1
    options: list[Texts] = [{} for _ in range(min(count, 12))]
    ticks: set[int] = set()
    switches = not only and _switch(groups)
    for group in groups:
        for entry in group.entries:
            bare = [keying.ticked(switched(words) if switches else words) for words in entry.lines]
            at = entry.marker.place
            if any(tick for _, tick in bare) or _is_starred(entry.head.text[: entry.marker.end]):
                ticks.add(at)
            if at < len(options):
                options[at] = {**options[at], **_texts(found, (words for words, _ in bare), only)}
    found.options = options
    look, several = keying.by_look(groups)
    if ticks:
        found.said.append(Said("look", tuple(sorted(ticks))))
    if look:
        found.said.append(Said("look", tuple(sorted(look))))
    if several and found.said:
        found.raw.say("advice", "marks-on-several", "Several options stand out in the file.")


def _switch(groups: list[Group]) -> bool:
    """Whether each option is said in one script and then in the other, with nothing between."""
    words = [line for group in groups for entry in group.entries for line in entry.lines if languages(line)]
    return bool(words) and all(switched(line) != line for line in words)


def _is_starred(label: str) -> bool:
    return bool(set(label) & set("*✓✔☑"))


def _answers(found: Sorted, only: str) -> None:
    """What the answer lines say; words that name no option are the answer itself, or go to the explanation."""
    for line in found.raw.answers:
        said = _named(line.text, found.options)
        if said is None:
            found.typed = " ".join(part for part in (found.typed, line.text.strip()) if part)
            continue
        found.said.append(said)
        named = [at for at, option in enumerate(found.options) if keying.repeats(said.rest, option.values())]
        if named:
            found.said.append(Said("answer", tuple(named)))
        elif said.rest:
            found.explanation = {**_texts(found, [said.rest], only), **found.explanation}
    if found.typed and any(said.by == "answer" for said in found.said):
        found.raw.explanation.insert(0, plain(found.typed, found.raw.place))
        found.typed = ""


def _named(words: str, options: list[Texts]) -> Said | None:
    """What an answer's words name, by the options' letters or their words in either language."""
    for code in ("en", "hi") if options else ():
        if said := keying.answered(words, [option.get(code, "") for option in options]):
            return said
    return None
