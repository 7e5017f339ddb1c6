"""QTI 1.2: what the reader makes of quizzes of Canvas and of pools of Blackboard.

How Canvas writes is as gpoore/text2qti writes for it, how Blackboard does as in Moodle's sample of a Blackboard pool;
the questions are our own.
"""

from typing import Any

import pytest

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Found, Unreadable, qti12
from tests.rules.interchange.seen import PNG


def one(xml: str, **files: bytes) -> Found:
    space = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
    whole = f'<questestinterop xmlns="{space}"><assessment><section>{xml}</section></assessment></questestinterop>'
    return qti12.read([qti12.Source(tree(whole.encode(), name="quiz.xml"), files)]).found[0]


def text(words: str, kind: str = "text/html") -> str:
    return f'<material><mattext texttype="{kind}"><![CDATA[{words}]]></mattext></material>'


def condition(inside: str, score: str = "100", *feedback: str) -> str:
    setvar = f'<setvar action="Set" varname="SCORE">{score}</setvar>' if score else ""
    shown = "".join(f'<displayfeedback feedbacktype="Response" linkrefid="{name}"/>' for name in feedback)
    return f"<respcondition><conditionvar>{inside}</conditionvar>{setvar}{shown}</respcondition>"


def equal(words: str, response: str = "response1") -> str:
    return f'<varequal respident="{response}">{words}</varequal>'


def canvas(kind: str, stem: str, responses: str, scored: str, after: str = "") -> str:
    return (
        '<item ident="i1" title="Question"><itemmetadata><qtimetadata><qtimetadatafield>'
        f"<fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata>"
        f"</itemmetadata><presentation>{text(stem)}{responses}</presentation><resprocessing><outcomes>"
        '<decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
        f"{scored}</resprocessing>{after}</item>"
    )


def choices(*texts: str, cardinality: str = "Single", ident: str = "response1", before: str = "") -> str:
    told = "".join(f'<response_label ident="{at}00">{text(one)}</response_label>' for at, one in enumerate(texts, 1))
    head = f'<response_lid ident="{ident}" rcardinality="{cardinality}">{before}'
    return f"{head}<render_choice>{told}</render_choice></response_lid>"


def remark(name: str, words: str) -> str:
    return f'<itemfeedback ident="{name}"><flow_mat>{text(words)}</flow_mat></itemfeedback>'


FIELD = (
    '<response_str ident="response1" rcardinality="Single"><render_fib{}><response_label ident="answer1"/></render_fib>'
    "</response_str>"
)
CANVAS: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "one right with remarks": (
        canvas(
            "multiple_choice_question",
            "<p>Which <b>one</b>?</p>",
            choices("One", "Two"),
            condition(equal("100"), "", "100_fb") + condition(equal("200"), "100", "correct_fb"),
            remark("100_fb", "no") + remark("correct_fb", "good") + remark("general_fb", "In all"),
        ),
        {
            "kind": "single",
            "stem": {"en": "Which one?"},
            "options": [
                {"id": "a", "text": {"en": "One"}, "true": False, "why": {"en": "no"}},
                {"id": "b", "text": {"en": "Two"}, "true": True},
            ],
            "explanation": {"en": "In all"},
            "note": "Feedback when right: good",
        },
        [],
    ),
    "several": (
        canvas(
            "multiple_answers_question",
            "Which two?",
            choices("One", "Two", "Three", cardinality="Multiple"),
            condition(f"<and>{equal('100')}<not>{equal('200')}</not>{equal('300')}</and>"),
        ),
        {
            "kind": "multi-select",
            "stem": {"en": "Which two?"},
            "options": [
                {"id": "a", "text": {"en": "One"}, "true": True},
                {"id": "b", "text": {"en": "Two"}, "true": False},
                {"id": "c", "text": {"en": "Three"}, "true": True},
            ],
        },
        ["partial-marks"],
    ),
    "words": (
        canvas("short_answer_question", "Where?", FIELD.format(""), condition(equal("Delhi") + equal("New Delhi"))),
        {"kind": "short-answer", "stem": {"en": "Where?"}, "answer": {"accepted": ["Delhi", "New Delhi"]}},
        [],
    ),
    "a number": (
        canvas(
            "numerical_question",
            "How much?",
            FIELD.format(' fibtype="Decimal"'),
            condition(
                f'<or>{equal("3")}<and><vargte respident="response1">2.5</vargte>'
                '<varlte respident="response1">3.5</varlte></and></or>'
            ),
        ),
        {"kind": "numeric", "stem": {"en": "How much?"}, "answer": {"value": "3", "tolerance": "0.5"}},
        [],
    ),
    "true or false by the words of its choices": (
        canvas("true_false_question", "Is it?", choices("True", "False"), condition(equal("200"))),
        {"kind": "true-false", "stem": {"en": "Is it?"}, "answer": {"true": False}},
        [],
    ),
    "one gap whose accepted word stands as a choice": (
        canvas(
            "fill_in_multiple_blanks_question",
            "The bird is the [gap].",
            choices("word", ident="response_gap"),
            condition(equal("100", "response_word")),
        ),
        {"kind": "short-answer", "stem": {"en": "The bird is the [gap]."}, "answer": {"accepted": ["word"]}},
        [],
    ),
    "an essay": (
        canvas("essay_question", "Discuss.", FIELD.format(""), condition("<other/>", "")),
        {"kind": "descriptive", "stem": {"en": "Discuss."}},
        [],
    ),
    "no key": (
        canvas("multiple_choice_question", "Which?", choices("One", "Two"), condition("<other/>", "0")),
        {
            "kind": "single",
            "stem": {"en": "Which?"},
            "options": [{"id": "a", "text": {"en": "One"}}, {"id": "b", "text": {"en": "Two"}}],
        },
        ["no-key"],
    ),
}


@pytest.mark.parametrize("name", CANVAS)
def test_a_quiz_of_canvas(name: str) -> None:
    xml, content, said = CANVAS[name]
    found = one(xml)

    assert found.content == {"schema": "tayari-question/1", **content}
    assert [finding.rule for finding in found.findings] == said


def pairs(found: Found) -> dict[str, str]:
    assert found.content is not None
    told = {row["id"]: row["text"]["en"] for side in found.content["lists"].values() for row in side}
    return {told[left]: told[right] for left, right in found.content["matches"].items()}


def test_a_match_of_canvas() -> None:
    responses = "".join(
        choices("Delhi", "Tokyo", "Rome", ident=f"response_{name}", before=text(name)) for name in ("India", "Japan")
    )
    scored = condition(equal("100", "response_India"), "50") + condition(equal("200", "response_Japan"), "50")
    found = one(canvas("matching_question", "Match.", responses, scored))

    assert pairs(found) == {"India": "Delhi", "Japan": "Tokyo"}
    assert found.content is not None
    assert [row["text"]["en"] for row in found.content["lists"]["right"]] == ["Delhi", "Rome", "Tokyo"]


def formatted(words: str) -> str:
    return (
        '<flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension>'
        f'<mat_formattedtext type="HTML"><![CDATA[{words}]]></mat_formattedtext></mat_extension></material></flow>'
    )


def blackboard(kind: str, stem: str, responses: str, scored: str, right: str = "") -> str:
    block = f'<flow class="RIGHT_MATCH_BLOCK">{right}</flow>' if right else ""
    return (
        f"<item><itemmetadata><bbmd_questiontype>{kind}</bbmd_questiontype></itemmetadata><presentation>"
        f'<flow class="Block"><flow class="QUESTION_BLOCK">{formatted(stem)}</flow>'
        f'<flow class="RESPONSE_BLOCK">{responses}</flow>{block}</flow></presentation><resprocessing><outcomes>'
        f'<decvar maxvalue="1.0" varname="SCORE"/></outcomes>{scored}</resprocessing></item>'
    )


def test_a_pool_of_blackboard() -> None:
    labels = "".join(
        f'<flow_label><response_label ident="{name}">{text(name, "text/plain")}</response_label></flow_label>'
        for name in ("true", "false")
    )
    lid = f'<response_lid ident="response" rcardinality="Single"><render_choice>{labels}</render_choice></response_lid>'
    truth = one(blackboard("True/False", "<p>It is.</p>", lid, condition(equal("false", "response"), "SCORE.max")))
    gap = '<response_str ident="response"><render_fib rows="1"/></response_str>'
    words = one(blackboard("Fill in the Blank", "Where?", gap, condition(equal("Delhi"), "", "correct")))

    assert truth.content is not None
    assert (truth.content["stem"], truth.content["answer"]) == ({"en": "It is."}, {"true": False})
    assert words.content is not None
    assert words.content["answer"] == {"accepted": ["Delhi"]}


def test_a_match_of_blackboard_keeps_its_right_list_apart() -> None:
    lefts = "".join(
        f'<flow class="Block">{formatted(name)}<response_lid ident="{name}"><render_choice><flow_label>'
        f'<response_label ident="{name}1"/><response_label ident="{name}2"/></flow_label></render_choice>'
        "</response_lid></flow>"
        for name in ("India", "Japan")
    )
    rights = "".join(f'<flow class="Block">{formatted(name)}</flow>' for name in ("Tokyo", "Delhi"))
    scored = condition(equal("India2", "India"), "", "correct") + condition(equal("Japan1", "Japan"), "", "correct")

    assert pairs(one(blackboard("Matching", "Match.", lefts, scored, rights))) == {"India": "Delhi", "Japan": "Tokyo"}


@pytest.mark.parametrize(
    ("kind", "responses", "rule"),
    [
        ("text_only_question", "", "description"),
        ("file_upload_question", "", "unknown-type"),
        ("multiple_dropdowns_question", choices("A") + choices("B"), "unknown-type"),
        ("ordering_question", choices("A", "B", cardinality="Ordered"), "unknown-type"),
    ],
)
def test_what_no_kind_holds_is_listed(kind: str, responses: str, rule: str) -> None:
    found = one(canvas(kind, "Words.", responses, ""))

    assert (found.content, [(each.level, each.rule) for each in found.findings]) == (None, [("error", rule)])
    assert "Words." in found.source


def test_pictures_are_found_by_the_end_of_their_path() -> None:
    stem = '<p>See <img src="$IMS-CC-FILEBASE$/Uploaded%20Media/a%20map.png" alt="A map"></p>'
    xml = canvas("multiple_choice_question", stem, choices("One", "Two"), condition(equal("100")))
    found = one(xml, **{"web_resources/Uploaded Media/a map.png": PNG})

    assert found.content is not None
    assert found.content["stem"] == {"en": "See [picture: a map.png]"}
    assert [finding.rule for finding in found.findings] == ["picture"]


def test_a_file_without_items_is_refused() -> None:
    with pytest.raises(Unreadable):
        qti12.read([])


def test_what_is_answered_on_a_picture_is_not_imported_and_sounds_are_told() -> None:
    marked = choices("", "").replace("render_choice", "render_hotspot")
    heard = choices("One", "Two").replace("</mattext>", '</mattext><mataudio uri="a.wav"/>', 1)

    on_picture = one(canvas("", "Where?", marked, condition(equal("100"))))
    with_sound = one(canvas("", "Which?", heard, condition(equal("100"))))

    assert on_picture.content is None and "on a picture" in on_picture.findings[0].message
    assert with_sound.content and [told.rule for told in with_sound.findings] == ["dropped-media"]


def test_without_a_declared_most_the_best_answer_is_right() -> None:
    xml = canvas("multiple_choice_question", "Which?", choices("One", "Two"), condition(equal("200"), "10.00"))

    found = one(xml.replace(' maxvalue="100" minvalue="0"', ""))

    assert found.content and [row["true"] for row in found.content["options"]] == [False, True]


def test_a_text_of_its_own_goes_with_the_questions_that_name_it() -> None:
    label = "<fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>t1</fieldentry>"
    beside = canvas("text_only_question", "<p>Rivers carry silt.</p>", "", "").replace('ident="i1"', 'ident="t1"')
    asked = canvas("multiple_choice_question", "What?", choices(*"ABCD"), condition(equal("200")))
    essay = canvas("essay_question", "Discuss.", FIELD.format(""), condition("<other/>", ""))
    named = (asked + essay).replace("</qtimetadata>", f"<qtimetadatafield>{label}</qtimetadatafield></qtimetadata>")
    root = tree(f"<questestinterop>{beside}{named}</questestinterop>".encode(), name="x")

    first, second = qti12.read([qti12.Source(root)]).found

    assert first.content and first.content["passage"]["text"] == {"en": "Rivers carry silt."}
    assert (first.content["kind"], first.findings) == ("passage", ())
    assert [told.rule for told in second.findings] == ["passage-left"]
    assert "Rivers carry silt." in second.source
