"""From blocks to questions: read, gathered, sorted, joined with their doubles and keys, shaped, and judged."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tayari.rules.interchange.reading import Finding, Found, Reading
from tayari.rules.interchange.word import keying, keylists, layout, tables
from tayari.rules.interchange.word.blocks import Block, Table
from tayari.rules.interchange.word.gathering import Gathered, Gatherer
from tayari.rules.interchange.word.judging import confidence, judge
from tayari.rules.interchange.word.lines import lines
from tayari.rules.interchange.word.passages import Passages
from tayari.rules.interchange.word.shaping import shape
from tayari.rules.interchange.word.sheets import sheet
from tayari.rules.interchange.word.sorting import Sorted, sort
from tayari.rules.interchange.word.splitting import parts
from tayari.rules.interchange.word.tongues import texts
from tayari.rules.interchange.word.twins import joined


def read(blocks: Sequence[Block]) -> Reading:
    """The questions of a document, each with how sure the reading is and why."""
    streams = layout.Streams()
    for block in blocks:
        if isinstance(block, Table):
            layout.place(sheet(block), streams)
        else:
            streams.main += [part for line in lines(block) for part in parts(line)]
    main, side = Gatherer(streams.main).gather(), Gatherer(streams.side).gather()
    questions = joined([sort(raw) for raw in (*main.questions, *side.questions)])
    told = _keys(questions, [*streams.keys, *main.keys, *side.keys])
    ours = tables.read(streams.records)
    found = (*(_found(one) for one in sorted(questions, key=lambda one: one.raw.place)), *ours.found)
    if not found:
        words = "No question was found: none begins with a number, and no table names its fields."
        told.append(Finding("the file", "warning", "nothing-found", words))
    return Reading(found, (*told, *ours.findings, *_outside(main), *_outside(side)))


def _keys(questions: Sequence[Sorted], keys: Sequence[keylists.Key]) -> list[Finding]:
    """Give each question what the key lists say of it; a list that cannot be told apart gives nothing and is told."""
    told: list[Finding] = []
    asked = Counter(one.raw.number for one in questions)
    by_number: dict[str, list[keylists.Key]] = {}
    for key in keys:
        by_number.setdefault(key.number, []).append(key)
    for number, found in by_number.items():
        holders = [one for one in questions if one.raw.number == number]
        if not holders:
            words = f"The key list names question {number}, which was not found."
            told.append(Finding(f"paragraph {found[0].place}", "warning", "key-without-question", words))
        elif asked[number] == 1:
            _give(holders[0], found)
        elif len(found) == len(holders):
            for one, key in zip(holders, found, strict=True):
                _give(one, [key])
        else:
            words = f"Number {number} stands {asked[number]} times and its key {len(found)} times; no key was taken."
            told.append(Finding(f"paragraph {found[0].place}", "warning", "key-list-unclear", words))
    return told


def _give(one: Sorted, keys: Sequence[keylists.Key]) -> None:
    for key in keys:
        if said := keying.listed(key.label):
            one.said.append(said)
        words = " ".join(line.text for line in key.explanation or ())
        if key.explanation and not any(keying.repeats(words, option.values()) for option in one.options):
            one.explanation = {**texts(line.text for line in key.explanation)[0], **one.explanation}
            one.raw.source += key.explanation


def _found(one: Sorted) -> Found:
    raw = one.raw
    one.key = keying.decide(one.said, len(one.options))
    content = shape(one)
    judge(one, content)
    findings = tuple({(told.rule, told.message): told for told in raw.findings}.values())
    source = "\n".join(line.source for line in raw.source if line.source)
    return Found(raw.where, source, content, raw.number, confidence(findings), findings)


def _outside(gathered: Gathered) -> list[Finding]:
    """What belongs to no question, told with its beginning, so that nothing is lost unseen."""
    found = [*_attached(gathered.passages), *_left(gathered.passages)]
    rest = [line for line in gathered.outside if line.text.strip()]
    rest += [line for one in gathered.passages.left for line in one.lines]
    if rest:
        quoted = ", ".join(f"“{_short(line.text)}”" for line in rest[:3])
        count = f"{len(rest)} lines stand" if len(rest) > 1 else "A line stands"
        words = f"{count} outside questions and {'were' if len(rest) > 1 else 'was'} not brought in: {quoted}."
        found.append(Finding(f"paragraph {rest[0].place}", "advice", "outside", words))
    for table in gathered.sheets:
        words = f"A table outside questions was not brought in: “{_short(table.text)}”."
        found.append(Finding(f"paragraph {table.place}", "warning", "table-outside", words))
    return found


def _attached(passages: Passages) -> Iterator[Finding]:
    for one in passages.attached:
        first, *more = one.numbers
        told = f"questions {', '.join([first, *more])}" if more else f"question {first}"
        said = f", and its directions stay behind: “{_short(one.directions[0].text)}”" if one.directions else ""
        words = f"The passage “{_short(one.lines[0].text)}” came in with {told}{said}."
        yield Finding(f"paragraph {one.place}", "advice", "passage-attached", words)


def _left(passages: Passages) -> Iterator[Finding]:
    for one in passages.left:
        begins = _short((one.directions or one.lines)[0].text) if one.directions or one.lines else "A passage"
        if one.crowded:
            why = f"{len(one.numbers)} questions follow and the file does not say which of them are answered from it"
        elif one.lines:
            why = "no question that follows can be one of it"
        else:
            why = "no passage follows it"
        words = f"“{begins}” stands before questions and was not brought in, since {why}; give it to its questions."
        yield Finding(f"paragraph {one.place}", "warning", "passage-left", words)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) < 61 else f"{words[:57]}…"
