"""What a text claims, held against the demo pack's facts; each rule by its documented name."""

import pytest

from tests.rules.lint.contents import judged

# Words of the finding, what should stand there, the rule, and the text.
WRONG = [
    ("fact.place", "New Delhi", "Washington", "The second India–US 2+2 was held in New Delhi on 18 December 2019."),
    ("fact.ordinal", "third", "second", "The third India–US 2+2 was held in Washington on 18 December 2019."),
    ("fact.ordinal", "sixth", "fifth", "The sixth India–US 2+2 was held in New Delhi on 10 November 2023."),
    ("fact.ordinal", "second", "first", "COMCASA was signed at the second 2+2 in September 2018."),
    ("fact.ordinal", "तीसरा", "दूसरा", "भारत–अमेरिका 2+2 संवाद का तीसरा संस्करण 18 दिसंबर 2019 को हुआ।"),
    ("fact.date", "19 December 2019", "18 December 2019", "The second India–US 2+2 met on 19 December 2019."),
    ("fact.date", "Dec. 19, 2019", "Dec. 18, 2019", "The second India–US 2+2 was held on Dec. 19, 2019."),
    ("fact.date", "2019", "2020", "LEMOA was signed in 2016, COMCASA in 2018 and BECA in 2019."),
    ("fact.date", "2015", "2016", "GSOMIA (2002), LEMOA (2015), COMCASA (2018) and BECA (2020)."),
    ("fact.date", "7 सितंबर 2018", "6 सितंबर 2018", "COMCASA पर हस्ताक्षर 7 सितंबर 2018 को नई दिल्ली में हुए।"),
    ("fact.date", "2021", "2020", "The India–US 2+2 Ministerial Dialogue met in New Delhi in 2021."),
    ("fact.place", "Gurugram", "New Delhi", "CDRI has its headquarters in Gurugram."),
    ("fact.place", "नई दिल्ली", "वाशिंगटन", "दूसरी भारत-अमेरिका 2+2 बैठक 18 दिसंबर 2019 को नई दिल्ली में हुई।"),
    ("fact.relation", "LEMOA", "GSOMIA", "The Industrial Security Annex is an annex to LEMOA."),
    ("fact.relation", "COMPACT", "TRUST", "iCET was succeeded by the COMPACT in 2025."),
    (
        "fact.person",
        "James Mattis",
        "Mark Esper",
        "At the second 2+2, Mike Pompeo and James Mattis represented the US.",
    ),
    ("fact.person", "Donald Rumsfeld", "Ashton Carter", "LEMOA was signed by Manohar Parrikar and Donald Rumsfeld."),
    ("fact.acronym", "COMCASA", "LEMOA", "The Logistics Exchange Memorandum of Agreement (COMCASA) dates from 2016."),
    (
        "fact.acronym",
        "Council for Disaster Resilient Infrastructure",
        "Coalition for Disaster Resilient Infrastructure",
        "The Council for Disaster Resilient Infrastructure (CDRI) has its seat in New Delhi.",
    ),
    ("fact.count", "21", "31", "The MQ-9B contract covers 21 aircraft."),
    ("fact.count", "₹8,000", "₹6,000", "PM-KISAN pays ₹8,000 a year to an eligible family."),
    ("fact.office", "James Mattis", "Lloyd Austin", "On 1 May 2022 James Mattis was US Secretary of Defense."),
    ("fact.office", "30 May 2018", "31 May 2019", "S. Jaishankar became External Affairs Minister on 30 May 2018."),
    ("fact.tense", "will take place", "took place", "The fifth India–US 2+2 will take place in November 2023."),
    (
        "fact.tense",
        "is the US Secretary of State",
        "was the US Secretary of State",
        "Michael Pompeo is the US Secretary of State.",
    ),
    ("fact.order", "fourth", "fifth", "The latest edition of the India–US 2+2 is the fourth."),
    ("fact.order", "before", "after", "COMCASA was signed before LEMOA."),
    ("fact.date", "6 September 2017", "6 September 2018", "A 6 September 2017 meeting was the first India–US 2+2."),
    ("fact.ordinal", "third", "second", "Shubhanshu Shukla is the third Indian to travel to space."),
    (
        "fact.relation",
        "Ministry of Jal Shakti",
        "Ministry of Agriculture and Farmers Welfare",
        "The Ministry of Jal Shakti runs PM-KISAN.",
    ),
    ("fact.relation", "France", "United States", "France was rotating co-chair of CDRI in 2023."),
    ("fact.effect", "LEMOA", "BECA", "LEMOA lets both sides share geospatial information such as maps and charts."),
]


@pytest.mark.parametrize(("rule", "words", "suggestion", "text"), WRONG, ids=[f"{one[0]}-{one[1]}" for one in WRONG])
def test_a_contradiction_is_told_with_the_right_wording(rule: str, words: str, suggestion: str, text: str) -> None:
    (found,) = judged(text).findings
    assert (found.rule, found.words, found.suggestion) == (rule, words, suggestion)
    assert found.fact and found.source and found.claim


TRUE = [
    "The second India–US 2+2 was held in Washington, D.C. on 18 December 2019.",
    "COMCASA was signed at the first 2+2 in New Delhi on 6 September 2018.",
    "COMCASA was not signed in Washington but in New Delhi.",
    "The first India–US 2+2 was held in New Delhi in September 2018 and the second in Washington in December 2019.",
    "The US–Australia 2+2 was held in Washington on 6 December 2022.",
    "It is wrongly said that COMCASA was signed in 2017.",
    "If COMCASA had been signed in 2017, the first 2+2 would have had less to do.",
    "Was COMCASA signed in 2017?",
    "The first 2+2 had been planned for 6 July 2018 in Washington.",
    "दूसरी भारत-अमेरिका 2+2 बैठक 18 दिसंबर 2019 को वाशिंगटन में हुई।",
]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_text_is_left_alone(text: str) -> None:
    assert judged(text).findings == ()


def test_fact_ambiguous_acronym_is_advised_once_and_only_where_nothing_tells() -> None:
    (advice,) = judged("ISA is often asked about.", "ISA was in the news.").findings
    assert (advice.rule, advice.level, advice.words, advice.line) == ("fact.ambiguous-acronym", "advice", "ISA", 1)
    assert "Industrial Security Annex (ISA)" in advice.suggestion
    assert judged("The Industrial Security Annex (ISA) dates from 2019.", "ISA was in the news.").findings == ()


def test_another_sense_that_the_text_gives_is_believed() -> None:
    assert (
        judged("The Central Drug Research Institute (CDRI) is in Lucknow.", "CDRI was set up in 1951.").findings == ()
    )


def test_what_was_inferred_is_only_a_warning() -> None:
    (found,) = judged("BECA was signed in New Delhi. It was signed on 26 October 2020.").findings
    assert found.level == "warning"


def test_a_heading_gives_its_edition_to_what_follows() -> None:
    (found,) = judged(
        "# India–US 2+2 Dialogue", "# Second: Washington", "Held on 19 December 2019, it saw much."
    ).findings
    assert (found.words, found.suggestion, found.line) == ("19 December 2019", "18 December 2019", 3)


def test_another_pack_is_judged_without_code() -> None:
    report = judged("The 42nd Amendment came into force on 3 March 1977.", folder="tests/golden/packs/constitution")
    assert [(one.rule, one.suggestion) for one in report.findings] == [("fact.date", "3 January 1977")]
