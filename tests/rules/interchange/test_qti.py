"""QTI 2 and 3: what the reader makes of items as other programs write them.

The elements are those of 1EdTech's public examples (github.com/1EdTech/qti-examples); the questions are our own.
"""

from typing import Any

import pytest

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Found, Unreadable, qti
from tayari.rules.interchange.qti.names import third
from tests.rules.interchange.seen import PNG, rules

MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'


def item(declared: str, body: str, after: str = MATCH, head: str = 'identifier="x1" title="A title"') -> str:
    return (
        f'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" {head}>'
        f'<responseDeclaration identifier="RESPONSE" {declared}</responseDeclaration>'
        f'<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
        f"<itemBody>{body}</itemBody>{after}</assessmentItem>"
    )


def right(cardinality: str, base: str, *values: str, more: str = "") -> str:
    told = "".join(f"<value>{one}</value>" for one in values)
    return f'cardinality="{cardinality}" baseType="{base}"><correctResponse>{told}</correctResponse>{more}'


def choices(*texts: str, head: str = 'maxChoices="1"', prompt: str = "Which?") -> str:
    told = "".join(f'<simpleChoice identifier="c{at}">{text}</simpleChoice>' for at, text in enumerate(texts, start=1))
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" {head}><prompt>{prompt}</prompt>{told}</choiceInteraction>'
    )


def one(xml: str, **files: bytes) -> Found:
    return qti.read([qti.Item("items/x.xml", tree(xml.encode(), name="x.xml"), files)]).found[0]


GAP = '<p>The House sits in <textEntryInteraction responseIdentifier="RESPONSE"/> today.</p>'
ITEMS: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "one right, its reason inside the choice": (
        item(
            right("single", "identifier", "c2"),
            "<p>Look.</p>" + choices("One", '<p>Two</p><feedbackInline identifier="c2">yes</feedbackInline>'),
        ),
        {
            "kind": "single",
            "stem": {"en": "Look.\n\nWhich?"},
            "options": [
                {"id": "a", "text": {"en": "One"}, "true": False},
                {"id": "b", "text": {"en": "Two"}, "true": True, "why": {"en": "yes"}},
            ],
        },
        [],
    ),
    "shares alone": (
        item(
            'cardinality="multiple" baseType="identifier"><mapping><mapEntry mapKey="c1" mappedValue="1"/>'
            '<mapEntry mapKey="c3" mappedValue="1"/><mapEntry mapKey="c2" mappedValue="-1"/></mapping>',
            choices("One", "Two", "Three", head='maxChoices="0"'),
        ),
        {
            "kind": "multi-select",
            "stem": {"en": "Which?"},
            "options": [
                {"id": "a", "text": {"en": "One"}, "true": True},
                {"id": "b", "text": {"en": "Two"}, "true": False},
                {"id": "c", "text": {"en": "Three"}, "true": True},
            ],
        },
        ["partial-marks"],
    ),
    "right is none of the choices": (
        item(right("single", "identifier", "c9"), choices("One", "Two")),
        {
            "kind": "single",
            "stem": {"en": "Which?"},
            "options": [{"id": "a", "text": {"en": "One"}}, {"id": "b", "text": {"en": "Two"}}],
        },
        ["key-out-of-range"],
    ),
    "true or false": (
        item(
            right("single", "identifier", "false"),
            '<choiceInteraction responseIdentifier="RESPONSE"><prompt>It is.</prompt>'
            '<simpleChoice identifier="true">True</simpleChoice>'
            '<simpleChoice identifier="false">False</simpleChoice></choiceInteraction>',
        ),
        {"kind": "true-false", "stem": {"en": "It is."}, "answer": {"true": False}},
        [],
    ),
    "words in a gap": (
        item(
            right(
                "single",
                "string",
                "Delhi",
                more='<mapping><mapEntry mapKey="Delhi" mappedValue="2"/><mapEntry mapKey="New Delhi" mappedValue="2"/>'
                '<mapEntry mapKey="Agra" mappedValue="1"/></mapping>',
            ),
            GAP,
        ),
        {
            "kind": "short-answer",
            "stem": {"en": "The House sits in _____ today."},
            "answer": {"accepted": ["Delhi", "New Delhi"]},
        },
        ["partial-marks"],
    ),
    "a number within bounds": (
        item(
            right("single", "float", "3.14"),
            "<p>How much?</p><p><textEntryInteraction responseIdentifier='RESPONSE'/></p>",
            '<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.01 0.01">'
            '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseIf></responseCondition>'
            "</responseProcessing>",
        ),
        {"kind": "numeric", "stem": {"en": "How much?"}, "answer": {"value": "3.14", "tolerance": "0.01"}},
        [],
    ),
    "an order": (
        item(
            right("ordered", "identifier", "c3", "c1", "c2"),
            choices("One", "Two", "Three").replace("choiceInteraction", "orderInteraction"),
        ),
        {
            "kind": "chronology",
            "stem": {"en": "Which?"},
            "items": [
                {"id": "i1", "text": {"en": "One"}},
                {"id": "i2", "text": {"en": "Two"}},
                {"id": "i3", "text": {"en": "Three"}},
            ],
            "choices": [["i3", "i1", "i2"]],
        },
        ["order-without-dates"],
    ),
    "an essay with what its markers see": (
        item(
            'cardinality="single" baseType="string">',
            "<p>Discuss.</p><rubricBlock view='scorer'><p>Three points</p></rubricBlock>"
            "<rubricBlock view='candidate'><p>In 250 words</p></rubricBlock>"
            "<extendedTextInteraction responseIdentifier='RESPONSE'/>",
            "",
        ),
        {
            "kind": "descriptive",
            "stem": {"en": "Discuss.\n\nIn 250 words"},
            "points": [{"id": "m1", "text": {"en": "Three points"}}],
        },
        [],
    ),
    "its own scoring": (
        item(
            right("single", "identifier", "c1"),
            choices("One", "Two"),
            "<responseProcessing><setOutcomeValue identifier='SCORE'><baseValue>1</baseValue></setOutcomeValue>"
            "</responseProcessing>",
        ),
        {
            "kind": "single",
            "stem": {"en": "Which?"},
            "options": [
                {"id": "a", "text": {"en": "One"}, "true": True},
                {"id": "b", "text": {"en": "Two"}, "true": False},
            ],
        },
        ["custom-scoring"],
    ),
}


def in_third(xml: str) -> str:
    """The same item in the names of version 3."""
    root = tree(xml.encode(), name="x.xml")
    html = {"p", "div", "span", "img", "br", "math"}
    names = {node.tag.rpartition("}")[2] for node in root.iter()} - html
    for name in sorted(names, key=len, reverse=True):
        for before, after in (("<", " "), ("<", ">"), ("<", "/"), ("</", ">")):
            xml = xml.replace(f"{before}{name}{after}", f"{before}qti-{third(name)}{after}")
    for name in {key for node in root.iter() for key in node.attrib}:
        xml = xml.replace(f" {name}=", f" {third(name)}=")
    return xml


@pytest.mark.parametrize("convert", [str, in_third], ids=["2.2", "3.0"])
@pytest.mark.parametrize("name", ITEMS)
def test_items(name: str, convert: Any) -> None:
    xml, content, said = ITEMS[name]
    found = one(convert(xml))

    assert found.content == {"schema": "tayari-question/1", **content, "note": "Title: A title\nNumber: x1"}
    assert rules(found) == said


def test_a_match() -> None:
    told = [
        "".join(f'<simpleAssociableChoice identifier="{one}">{one}!</simpleAssociableChoice>' for one in side)
        for side in ("ABC", "ZYXW")
    ]
    pairs = "".join(f"<simpleMatchSet>{side}</simpleMatchSet>" for side in told)
    found = one(
        item(
            right("multiple", "directedPair", "A Y", "B X", "C Z"),
            f"<matchInteraction responseIdentifier='RESPONSE'><prompt>Match.</prompt>{pairs}</matchInteraction>",
        )
    )

    assert found.content is not None
    said = {row["id"]: row["text"]["en"] for side in found.content["lists"].values() for row in side}
    assert {said[left]: said[right] for left, right in found.content["matches"].items()} == {
        "A!": "Y!",
        "B!": "X!",
        "C!": "Z!",
    }
    assert "W!" in said.values()


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Words.</p>", "description"),
        ("<hotspotInteraction responseIdentifier='RESPONSE'/>", "unknown-type"),
        (GAP + GAP, "several-interactions"),
    ],
)
def test_what_no_kind_holds_is_listed(body: str, rule: str) -> None:
    found = one(item(right("single", "identifier", "c1"), body))

    assert (found.content, [(each.level, each.rule) for each in found.findings]) == (None, [("error", rule)])
    assert found.where == "question 1 (A title)"


def test_pictures_of_the_package_are_kept() -> None:
    body = (
        "<p>See <img src='../images/a%20map.png' alt='A map'/> and <object data='b.png' type='image/png'>B</object></p>"
    )
    reading = qti.read(
        [
            qti.Item(
                "items/x.xml",
                tree(item(right("single", "identifier", "c1"), body + choices("One", "Two")).encode(), name="x"),
                {"images/a map.png": PNG},
            )
        ]
    )

    assert [(each.name, each.alternative) for each in reading.pictures] == [("a map.png", "A map")]
    assert rules(reading.found[0]) == ["picture", "picture-missing"]


def test_both_languages_of_our_own_files() -> None:
    words = '<span xml:lang="en" class="multilang">Which?</span><br/><span xml:lang="hi" class="multilang">कौन?</span>'
    found = one(item(right("single", "identifier", "c1"), f"<div>{words}</div>" + choices("1", "2", prompt="")))

    assert found.content is not None
    assert found.content["stem"] == {"en": "Which?", "hi": "कौन?"}
    assert found.content["options"][0]["text"] == {"en": "1", "hi": "1"}


def test_a_package_without_items_is_refused() -> None:
    with pytest.raises(Unreadable):
        qti.read([])


def test_an_interaction_of_the_files_own_is_one_and_named() -> None:
    own = '<customInteraction responseIdentifier="RESPONSE"><portableCustomInteraction/></customInteraction>'

    found = one(item(right("single", "string", "x"), own))

    assert [(told.rule, "customInteraction" in told.message) for told in found.findings] == [("unknown-type", True)]


def test_a_button_for_a_hint_is_no_answer_and_what_it_shows_is_kept() -> None:
    shown = (
        '<feedbackBlock identifier="solution" outcomeIdentifier="F" showHide="show"><p>Because.</p></feedbackBlock>'
        '<p><endAttemptInteraction responseIdentifier="HINT" title="Hint"/></p>'
    )

    found = one(item(right("single", "identifier", "c2"), choices("One", "Two") + shown))

    assert found.content and found.content["stem"] == {"en": "Which?"}
    assert found.content["note"].endswith("Feedback (solution): Because.")


def test_what_is_drawn_anew_for_each_person_is_not_imported() -> None:
    drawn = item(right("single", "float", "3"), GAP).replace(
        "<itemBody>", '<templateDeclaration identifier="A" cardinality="single" baseType="integer"/><itemBody>'
    )

    found = one(drawn)

    assert found.content is None and rules(found) == ["unknown-type"]


def test_rounding_is_told() -> None:
    rounded = (
        '<responseProcessing><responseCondition><responseIf><equalRounded figures="3"><variable identifier="RESPONSE"/>'
        '<correct identifier="RESPONSE"/></equalRounded></responseIf></responseCondition></responseProcessing>'
    )

    assert rules(one(item(right("single", "float", "7.389"), GAP, rounded))) == ["custom-scoring"]


def test_a_text_in_a_file_of_its_own_goes_with_its_question() -> None:
    asked = item(right("single", "identifier", "c2"), choices(*"ABCD")).replace(
        "<itemBody>", '<assessmentStimulusRef identifier="s" href="../texts/river.xml" title="River"/><itemBody>'
    )
    text = tree(b"<assessmentStimulus><stimulusBody><p>Rivers flow.</p></stimulusBody></assessmentStimulus>", name="s")

    there, gone = (
        qti.read([qti.Item("items/x.xml", tree(asked.encode(), name="x.xml"), {}, files.get)]).found[0]
        for files in ({"texts/river.xml": text}, {})
    )

    assert there.content and there.content["kind"] == "passage"
    assert there.content["passage"]["text"] == {"en": "Rivers flow."}
    assert gone.content and gone.content["kind"] == "single" and rules(gone) == ["passage-left"]


def test_words_that_stand_before_the_interaction_and_in_its_prompt_are_said_once() -> None:
    found = one(
        item(
            right("single", "identifier", "c2"),
            "<p>Which?</p>" + choices("One", "Two"),
            head='title="x1" identifier="x1"',
        )
    )

    assert found.content and found.content["stem"] == {"en": "Which?"} and found.content["note"] == "Number: x1"
