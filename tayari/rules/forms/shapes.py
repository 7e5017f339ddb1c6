"""For each kind the fields of its form, and the head that all kinds share."""

from collections.abc import Mapping

from tayari.rules.forms.fields import Field, Group, Node, Rows
from tayari.rules.kinds import KINDS
from tayari.rules.kinds.data import OPERATIONS
from tayari.rules.kinds.descriptive import DIRECTIVES
from tayari.rules.kinds.location import DIRECTIONS
from tayari.rules.kinds.reading import DIFFICULTIES

_ROMAN = ("I", "II", "III")
_LETTERS = ("a", "b", "c", "d", "e", "f")


def _offered(*values: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, value.replace("-", " ")) for value in values)


_TEXT = Field("text", "Words")
_WHY = Field("why", "Why it is right or wrong", help="One or two sentences, with the correct fact where it is wrong.")
_TRUTH = Field("truth", "True or false", "truth")
_FACTS = Field("facts", "Facts that show it", "refs", finds="fact")
_SAID = (_TEXT, _TRUTH, _WHY)


def _statements(least: int, most: int, labels: tuple[str, ...] = ()) -> Rows:
    return Rows("statements", "Statements", "statement", _SAID, least, most, "s", labels)


def _options(least: int = 4, most: int = 4) -> Rows:
    return Rows("options", "Options", "option", _SAID, least, most, "letters", _LETTERS, usual=4)


def _pairs() -> Rows:
    nodes = (Field("left", "Left"), Field("right", "Right"), _TRUTH, _WHY)
    return Rows("pairs", "Pairs", "pair", nodes, 3, 5, "p")


def _items(*between: Field) -> Rows:
    return Rows("items", "Items", "item", (_TEXT, *between, _FACTS, _WHY), 3, 5, "i")


def _sets(of: str) -> Field:
    return Field("choices", "Choices", "sets", f"Four different sets of {of}; together they name each of them.", of=of)


_ORDERS = Field("choices", "Choices", "orders", "Four different orders of the items' ids: i2, i1, i3.")
_EXPLAINED = Field("explains_why", "Why it explains, or does not")
_ANSWER = (_TRUTH, _WHY)
_LIST = (Field("id", "Id", "line"), _TEXT)
_NUMBER = Field("value", "Value", "number")

SHAPES: Mapping[str, tuple[Node, ...]] = {
    "single": (Field("negative", "Asks which is not so", "flag"), _options(2, 6)),
    "two-statements": (_statements(2, 2),),
    "combinations": (_statements(3, 6), _sets("statements")),
    "how-many": (_statements(3, 5),),
    "list-how-many": (Rows("list", "List", "item", _SAID, 3, 5, "i"),),
    "pairs-how-many": (_pairs(),),
    "pairs-combinations": (_pairs(), _sets("pairs")),
    "reasoning": (_statements(2, 2, _ROMAN), Field("explains", "II explains I", "yes-no"), _EXPLAINED),
    "reasoning-three": (
        _statements(3, 3, _ROMAN),
        Group(
            "explains",
            "Which explains I",
            (Field("II", "II explains I", "yes-no"), Field("III", "III explains I", "yes-no")),
        ),
        _EXPLAINED,
    ),
    "chronology": (
        _items(Field("date", "Date", "line", "As exact as it is known: 2018-09-06, 2018-09 or 2018.")),
        _ORDERS,
    ),
    "location": (
        Field("direction", "Direction", "choice", options=_offered(*DIRECTIONS)),
        _items(Field("degrees", "Degrees", "number", "Latitude or longitude as a decimal: 28.61.")),
        _ORDERS,
    ),
    "match": (
        Group(
            "lists",
            "Lists",
            (
                Rows("left", "List I", "left", _LIST, 3, 5, "", ("A", "B", "C", "D", "E")),
                Rows("right", "List II", "right", _LIST, 3, 6, "", ("1", "2", "3", "4", "5", "6")),
            ),
        ),
        Field("matches", "What goes with what", "code", "A-2, B-1, C-3"),
        _FACTS,
        Field("why", "Why"),
        Field("choices", "Choices", "codes", "Four different codes, one of them the right one."),
    ),
    "passage": (
        Group(
            "passage",
            "Passage",
            (
                Field("ref", "Ref of the set", "line", "Questions on one passage name the same."),
                _TEXT,
                Field("read_back", "Languages read back against the English", "refs", "hi, once somebody did so."),
            ),
        ),
        _options(),
    ),
    "data": (
        Group(
            "table",
            "Table",
            (
                Field("ref", "Ref of the set", "line", "Questions on one table name the same."),
                Field("caption", "Caption"),
                Rows("columns", "Columns", "column", (*_LIST, Field("unit", "Unit", "line")), 2, 8, ""),
                Rows("rows", "Rows", "row", (*_LIST, Field("values", "Values", "values", "c1=12.5, c2=3")), 2, 12, ""),
            ),
        ),
        Group(
            "compute",
            "What is asked of the table",
            (
                Field("operation", "Operation", "choice", options=_offered(*OPERATIONS)),
                Field("column", "Column's id", "line"),
                Field("rows", "Ids of the rows that matter", "refs", "Empty for all."),
            ),
        ),
        Rows("options", "Options", "option", (_TEXT, _NUMBER, Field("why", "Why")), 4, 4, "letters", _LETTERS),
    ),
    "multi-select": (_options(2, 6),),
    "numeric": (
        Group(
            "answer",
            "Answer",
            (_NUMBER, Field("tolerance", "Tolerance", "number"), Field("unit", "Unit", "line"), *_ANSWER),
        ),
    ),
    "true-false": (Group("answer", "The stem is the statement", _ANSWER),),
    "short-answer": (
        Group("answer", "Answer", (Field("accepted", "Accepted answers", "lines", "One a line."), *_ANSWER)),
    ),
    "descriptive": (
        Field("directive", "Directive", "choice", options=_offered(*DIRECTIVES)),
        Field("marks", "Marks", "number"),
        Field("word_limit", "Word limit", "number"),
        Rows("points", "Points of a model answer", "point", (_TEXT, _FACTS, _WHY), 1, 20, "p"),
    ),
}

PROVENANCES = (
    ("own", "own"),
    ("drafted", "drafted from facts"),
    ("imported", "imported"),
    ("past-paper", "past paper, by reference"),
)

FIRST: tuple[Node, ...] = (
    Field("ref", "Ref", "line", "A stable name such as q.beca; it stays once the question is published."),
    Field("stem", "Stem"),
)
LAST: tuple[Node, ...] = (
    Field("ask", "Line above the options", help="Empty for the line that papers print for this kind."),
    Field("explanation", "Closing remark", help="Added to the reasons of the options."),
    Field("topics", "Topics", "refs", finds="topic"),
    Field("difficulty", "Difficulty, as believed", "choice", options=_offered(*DIFFICULTIES)),
    Field("as_of", "As of", "line", "The day as of which the key holds: 2026-11-22."),
    Field("exam", "Examination", "line", "Such as UPSC CSE Prelims."),
    Field("pattern", "Pattern", "line", "A blueprint of the syllabus, such as upsc-gs1.", finds="pattern"),
    Field("provenance", "Where it comes from", "choice", options=PROVENANCES),
    Field("source", "Source", "line", "Of what is imported; of a past paper the examination, year, paper and number."),
    Field("licence", "Licence", "line", "Such as CC-BY-SA-4.0."),
    Field("note", "Note for editors", "line"),
)
KIND_NAMES: Mapping[str, str] = {name: name.replace("-", " ") for name in KINDS}


def shape(kind: str) -> tuple[Node, ...]:
    """The whole form of a kind, from the ref to the note. Raises KeyError for a kind that there is not."""
    return (*FIRST, *SHAPES[kind], *LAST)
