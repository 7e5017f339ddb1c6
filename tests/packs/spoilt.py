"""What can be wrong in a pack, each with what is said of it."""

from collections.abc import Callable
from pathlib import Path

from .support import change

Spoil = Callable[[Path], None]


def swap(file: str, old: str, new: str) -> Spoil:
    return lambda pack: change(pack, file, old, new)


def append(file: str, text: str) -> Spoil:
    def spoil(pack: Path) -> None:
        path = pack / file
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return spoil


def put(file: str, content: str | bytes) -> Spoil:
    def spoil(pack: Path) -> None:
        path = pack / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return spoil


FACTS, QUESTIONS, PAPER = "facts/f.tsv", "questions/both.yaml", "papers/first.yaml"
ARTICLE, POST = "articles/first-2-plus-2.en.md", "coverage/first-edition/posts/p1.en.md"
COVERAGE = "coverage/first-edition/coverage.yaml"
POSITIONS, DOSSIER = "positions/said.yaml", "dossiers/tables.yaml"

CASES: dict[str, tuple[Spoil, list[str]]] = {
    "unknown predicate": (
        swap(FACTS, "f.disputed\twashington\tseats", "f.disputed\twashington\tchairs"),
        [
            "facts/f.tsv:9: error: f.disputed: there is no predicate 'chairs'; "
            "add it to predicates/ or use one, e.g. held_in, held_on, purpose, seats"
        ],
    ),
    "month thirteen in an object": (
        swap(FACTS, "held_on\t2018-09-06", "held_on\t2020-13"),
        ["facts/f.tsv:2: error: f.on: '2020-13' has no month 13; months run from 01 to 12"],
    ),
    "month thirteen in an interval": (
        swap(FACTS, "2019-07\t", "2020-13\t"),
        ["facts/f.tsv:7: error: f.seats-now: valid_from: '2020-13' has no month 13; months run from 01 to 12"],
    ),
    "an interval that ends before it begins": (
        swap(FACTS, "2018\t2019-06", "2020\t2019-06"),
        ["facts/f.tsv:6: error: f.seats: it ends on 2019-06 before it begins on 2020"],
    ),
    "a precision that is not that of the dates": (
        swap(FACTS, "2019-06\tyear", "2019-06\tday"),
        ["facts/f.tsv:6: error: f.seats: precision is 'day', and its least exact date is exact to a year"],
    ),
    "an object of another type": (
        swap(FACTS, "held_in\tnew-delhi", "held_in\tfirst-edition"),
        ["facts/f.tsv:3: error: f.in: the object of held_in is place, and first-edition is of type event"],
    ),
    "not a quantity": (
        swap(FACTS, "1300 seats", "many seats"),
        [
            "facts/f.tsv:7: error: f.seats-now: 'many seats' is not a quantity; "
            "write an amount and a unit, for example 31 aircraft"
        ],
    ),
    "verified without a look-up": (
        swap(FACTS, "\tdisputed\ts.book", "\tverified\ts.book"),
        [
            "facts/f.tsv:9: error: f.disputed: is verified but no source has the record of a look-up "
            "(url, looked_up, excerpt); make it draft"
        ],
    ),
    "an address without its look-up": (
        append("sources/s.tsv", "s.bare\tA site\tA page\t2019\ten\tno\thttps://example.org/x\t\t\n"),
        [
            "sources/s.tsv:5: error: s.bare: url, looked_up and excerpt go together: "
            "an address stands only with the record of a look-up"
        ],
    ),
    "an address that is none": (
        swap("sources/s.tsv", "https://example.org/news", "javascript:alert(1)"),
        ["sources/s.tsv:3: error: s.paper: its url is 'javascript:alert(1)'; it begins with https:// or http://"],
    ),
    "two refs alike": (
        append("entities/who.yaml", "- ref: new-delhi\n  type: place\n  name: {en: Delhi, hi: दिल्ली}\n"),
        ["entities/who.yaml:14: error: new-delhi: stands twice; the first is in entities/who.yaml:7"],
    ),
    "two refs with one address": (
        append("entities/who.yaml", "- ref: new.delhi\n  type: place\n  name: {en: Delhi, hi: दिल्ली}\n"),
        ["entities/who.yaml:14: error: new.delhi: its address would be that of new-delhi; choose another ref"],
    ),
    "no ref": (
        append("entities/who.yaml", "- type: place\n  name: {en: Delhi, hi: दिल्ली}\n"),
        ["entities/who.yaml:14: error: has no ref"],
    ),
    "a ref with other letters": (
        append("entities/who.yaml", "- ref: ../etc\n  type: place\n  name: {en: Delhi, hi: दिल्ली}\n"),
        [
            "entities/who.yaml:14: error: ../etc: its ref may hold lower-case letters, digits, hyphens, dots "
            "and underscores only"
        ],
    ),
    "a name that is not by language": (
        swap("entities/who.yaml", 'name: {en: "Washington"}', "name: Washington"),
        [
            "entities/who.yaml:11: error: washington: has no name in English",
            'entities/who.yaml:11: error: washington: name should be words by language, such as {en: "…", hi: "…"}',
        ],
    ),
    "a field that nothing reads": (
        swap("entities/who.yaml", 'acronyms: ["2+2"]', 'acronym: ["2+2"]'),
        [
            "entities/who.yaml:1: error: first-edition: has 'acronym', which nothing reads; "
            "correct the name or take it out"
        ],
    ),
    "two right options": (
        swap(QUESTIONS, "claim: [first-edition, held_on, 2018-09-07]", "claim: [first-edition, held_on, 2018-09]"),
        ["questions/both.yaml:17: error: q.day: "],
    ),
    "a claim whose object is no entity": (
        swap(QUESTIONS, "held_in, new-delhi]", "held_in, new-dehli]"),
        ["questions/both.yaml:1: error: q.places: s1 claims 'new-dehli', and there is no such entity"],
    ),
    "a fact that may not feed a key": (
        swap(QUESTIONS, "claim: [first-edition, held_on, 2019]", "true: false\n      facts: [f.weak]"),
        [
            "questions/both.yaml:1: error: q.places: 2: the fact f.weak may not feed a key: it needs one official source "
        ],
    ),
    "a question on a fact that is not there": (
        swap(QUESTIONS, "claim: [first-edition, held_on, 2019]", "true: false\n      facts: [f.nowhere]"),
        ["questions/both.yaml:1: error: q.places: s2 rests on 'f.nowhere', and there is no such fact"],
    ),
    "a question of an unknown kind": (
        swap(QUESTIONS, "kind: two-statements", "kind: riddle"),
        ["questions/both.yaml:1: error: q.places: there is no kind 'riddle'; the kinds are "],
    ),
    "totals that do not add up": (
        swap(PAPER, "count: 2", "count: 3"),
        ["papers/first.yaml:1: error: first-edition-test: count says 3 and 2 questions are listed"],
    ),
    "a paper with an unknown question": (
        swap(PAPER, "[q.places, q.day]", "[q.places, q.dayy]"),
        ["papers/first.yaml:1: error: first-edition-test: there is no question 'q.dayy'"],
    ),
    "a paper on years that have not come": (
        swap(PAPER, 'title: {en: "', 'title: {en: "1947–2928: '),
        ["papers/first.yaml:1: error: first-edition-test: its title covers 1947–2928, which was not over in 2026"],
    ),
    "a mark that is no fraction": (
        swap(PAPER, "wrong: -2/3", "wrong: a third"),
        ["papers/first.yaml:1: error: first-edition-test: marking wrong is 'a third'; write a fraction such as -2/3"],
    ),
    "a clock that cannot be read": (
        swap(PAPER, "{paper: 2 min}", "{paper: soon}"),
        ["papers/first.yaml:1: error: first-edition-test: needs a clock such as {paper: 30 min} or {question: 19 s}"],
    ),
    "a clock for each question and free navigation": (
        swap(PAPER, "{paper: 2 min}", "{question: 19 s}"),
        ["papers/first.yaml:1: error: first-edition-test: a clock for each question needs navigation: forward"],
    ),
    "a slug that is no address": (
        swap(PAPER, "slug: first-2-plus-2", "slug: First 2+2"),
        [
            "papers/first.yaml:1: error: first-edition-test: slug is 'First 2+2'; "
            "use lower-case letters, digits and hyphens"
        ],
    ),
    "a picture without alt text": (
        swap("pictures/pictures.yaml", 'en: "Two chairs on each side of a table.", ', ""),
        [
            "pictures/pictures.yaml:1: error: two-tables: has no alt text in English; "
            "say what a person who cannot see it should know"
        ],
    ),
    "a picture that decorates and says something": (
        swap("pictures/pictures.yaml", "  credit: Tayari\n", "  credit: Tayari\n  decorative: true\n"),
        ["pictures/pictures.yaml:1: error: two-tables: is decorative and has alt text; one of the two"],
    ),
    "a post with a picture that is not there": (
        swap(POST, "picture: two-tables", "picture: chairs"),
        [
            "coverage/first-edition/posts/p1.en.md:2: error: brief/p1: there is no picture 'chairs'",
            "coverage/first-edition/posts/p1.hi.md:2: error: picture is 'two-tables', and 'chairs' in " + POST,
        ],
    ),
    "a picture without its file": (
        swap("pictures/pictures.yaml", "file: tables.svg", "file: chairs.svg"),
        ["pictures/pictures.yaml:1: error: two-tables: there is no file pictures/chairs.svg"],
    ),
    "a file outside the pack": (
        swap("pictures/pictures.yaml", "file: tables.svg", "file: ../pack.yaml"),
        ["pictures/pictures.yaml:1: error: two-tables: there is no file pictures/../pack.yaml"],
    ),
    "a picture that is none": (
        put("pictures/tables.svg", "no picture at all"),
        ["pictures/pictures.yaml:1: error: two-tables: tables.svg cannot be read as a picture; save it again"],
    ),
    "an unknown fact in a text": (
        swap(ARTICLE, "fact:f.purpose", "fact:f.nothing"),
        ["articles/first-2-plus-2.en.md:29: error: there is no fact 'f.nothing'"],
    ),
    "an unknown fact in a block": (
        swap(ARTICLE, "facts: [f.on, f.in]", "facts: [f.on, f.nothing]"),
        ["articles/first-2-plus-2.en.md:25: error: there is no fact 'f.nothing'"],
    ),
    "an unknown fact in the summary": (
        swap(ARTICLE, "[New Delhi](fact:f.in)", "[New Delhi](fact:f.nothing)"),
        ["articles/first-2-plus-2.en.md:2: error: there is no fact 'f.nothing'"],
    ),
    "a link to nothing": (
        swap(ARTICLE, "article:a.capital", "article:a.nowhere"),
        ["articles/first-2-plus-2.en.md:21: error: there is no article 'a.nowhere' to link to"],
    ),
    "a heading without its part": (
        swap(ARTICLE, "## background: Why it began", "## Why it began"),
        [
            "articles/first-2-plus-2.en.md:28: error: heading 'Why it began' should be `## part: title`, the part one of "
        ],
    ),
    "a block that there is not": (
        swap(ARTICLE, "```timeline", "```timelime"),
        ["articles/first-2-plus-2.en.md:23: error: there is no block 'timelime'; blocks are "],
    ),
    "a block that is not closed": (
        swap("articles/capital.en.md", "entities: [new-delhi]\n```", "entities: [new-delhi]"),
        ["articles/capital.en.md:16: error: the organisations block is not closed by a line ```"],
    ),
    "a block whose facts are no list": (
        swap(ARTICLE, "facts: [f.on, f.in]", "facts: f.on"),
        ["articles/first-2-plus-2.en.md:23: error: facts of the timeline block should be a list such as "],
    ),
    "a block that is not YAML": (
        swap(ARTICLE, "facts: [f.on, f.in]", "facts: [f.on, f.in"),
        ["articles/first-2-plus-2.en.md:26: error: the timeline block is not valid YAML: "],
    ),
    "a heading that repeats a caption": (
        swap(ARTICLE, "## background: Why it began", "## background: Two ministers from each side"),
        ["articles/first-2-plus-2.en.md:2: error: a.first:en: The caption “Two ministers from each side” is also "],
    ),
    "a day that is none": (
        swap(ARTICLE, "facts_as_of: 2026-11-21", "facts_as_of: 2026-11-31"),
        [
            "articles/first-2-plus-2.en.md:2: error: a.first:en: facts_as_of is '2026-11-31'; write the day, as 2026-11-22"
        ],
    ),
    "no front matter": (
        put("articles/x.en.md", "Just words.\n"),
        ["articles/x.en.md:1: error: has no front matter: begin with a line ---, then `ref: …`, then a line ---"],
    ),
    "a name without a language": (
        put("articles/x.md", "---\nref: x\n---\n"),
        ["articles/x.md: error: the name should end in its language, as .en.md or .hi.md"],
    ),
    "a series with an unknown article": (
        swap("series/year.yaml", "article: a.capital", "article: a.nowhere"),
        ["series/year.yaml:1: error: ir-365: there is no article 'a.nowhere'"],
    ),
    "an unknown fact in a post": (
        swap(POST, "fact:f.on", "fact:f.nothing"),
        ["coverage/first-edition/posts/p1.en.md:13: error: there is no fact 'f.nothing'"],
    ),
    "two posts with one number": (
        swap("coverage/first-edition/posts/p2.en.md", "number: 2", "number: 1"),
        ["coverage/first-edition/posts/p2.en.md:2: error: brief/p2: has number 1, and so has brief/p1"],
    ),
    "a post that says another thing in Hindi": (
        swap("coverage/first-edition/posts/p1.hi.md", "kind: key-event", "kind: update"),
        ["coverage/first-edition/posts/p1.hi.md:2: error: kind is 'update', and 'key-event' in " + POST],
    ),
    "a post of an edition that is not there": (
        swap("coverage/first-edition/posts/p2.en.md", "number: 2", "number: 2\nedition: 2026-11-30"),
        ["coverage/first-edition/posts/p2.en.md:2: error: brief/p2: its coverage has no edition '2026-11-30'"],
    ),
    "closed without a day": (
        swap(COVERAGE, "closed: 2026-11-22\n", ""),
        ["coverage/first-edition/coverage.yaml:1: error: brief: is closed and does not say when"],
    ),
    "bad YAML": (
        swap("entities/who.yaml", 'name: {en: "Washington"}', 'name: {en: "Washington"'),
        ["entities/who.yaml:14: error: is not valid YAML: "],
    ),
    "braces that are a key": (
        swap("entities/who.yaml", 'name: {en: "Washington"}', "name: {{en: x}: y}"),
        ["entities/who.yaml:13: error: is not valid YAML: a key must be a name; put quotes around text with { or ["],
    ),
    "a key that stands twice": (
        swap("entities/who.yaml", '  type: place\n  name: {en: "Washington"}', "  type: place\n  type: event"),
        ["entities/who.yaml:13: error: is not valid YAML: 'type' stands twice"],
    ),
    "a control character": (
        put("entities/more.yaml", '- ref: x\n  name: {en: "a\x07"}\n'),
        ["entities/more.yaml:2: error: holds a character that is no text (U+0007); take it out"],
    ),
    "an empty file": (put("entities/more.yaml", ""), ["entities/more.yaml:1: error: is empty"]),
    "a list of words": (
        put("entities/more.yaml", "- one\n- two\n"),
        [
            "entities/more.yaml:1: error: should be a mapping such as `ref: …`",
            "entities/more.yaml:2: error: should be a mapping such as `ref: …`",
        ],
    ),
    "a column missing": (
        swap(FACTS, "\tprecision\t", "\texactness\t"),
        ["facts/f.tsv:1: error: has no column 'precision'; the columns are ref subject predicate object "],
    ),
    "a column that nothing reads": (
        swap("translations/hi.tsv", "ref\tfield\ttext", "ref\tfield\ttext\tby"),
        ["translations/hi.tsv:1: error: has a column 'by' that nothing reads; the columns are ref field text, "],
    ),
    "too many cells": (
        append("translations/hi.tsv", "f.on\tobject\ta\tb\n"),
        ["translations/hi.tsv:4: error: has 4 cells where the header has 3"],
    ),
    "not UTF-8": (
        put("facts/more.tsv", "ref\tनाम".encode("utf-16")),
        ["facts/more.tsv: error: is not UTF-8 text; save it as UTF-8"],
    ),
    "a position that nobody holds": (
        swap(POSITIONS, '  attributed_to: {en: "A book", hi: "एक पुस्तक"}\n', ""),
        [
            "positions/said.yaml:11: error: p.outlook: is attributed to nobody: give a holder (an entity) or "
            "attributed_to in English"
        ],
    ),
    "a verified position without a look-up": (
        append(POSITIONS, "  status: verified\n"),
        ["positions/said.yaml:11: error: p.outlook: is verified but no source has the record of a look-up"],
    ),
    "a kind of position that there is not": (
        swap(POSITIONS, "kind: outlook", "kind: rumour"),
        ["positions/said.yaml:11: error: p.outlook: kind 'rumour' is none of position, interest, analysis, challenge"],
    ),
    "a position of month thirteen": (
        swap(POSITIONS, "stated_on: 2018-09-06", "stated_on: 2018-13"),
        ["positions/said.yaml:1: error: p.host: stated_on: '2018-13' has no month 13; months run from 01 to 12"],
    ),
    "a dossier of unknown entities": (
        swap(DOSSIER, "institutions: [new-delhi]", "institutions: [a-room]"),
        [
            "dossiers/tables.yaml:1: error: d.tables: institutions of washington: there is no entity 'a-room'; "
            "add it to entities/"
        ],
    ),
    "an entity twice in a list of a dossier": (
        swap(DOSSIER, "concepts: [first-edition]", "concepts: [washington, washington]"),
        ["dossiers/tables.yaml:1: error: d.tables: concepts: washington stands twice"],
    ),
    "a topic of a dossier that is not in the syllabus": (
        swap(DOSSIER, "pre.gs1.ir", "gs9.nothing"),
        ["dossiers/tables.yaml:1: error: d.tables: there is no topic 'gs9.nothing' in the syllabus"],
    ),
    "another schema": (
        swap("pack.yaml", "tayari-pack/1", "tayari-pack/9"),
        ["pack.yaml:1: error: pack.yaml: its schema must be tayari-pack/1, not 'tayari-pack/9'"],
    ),
}
