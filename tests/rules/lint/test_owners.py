"""Whose a value is: what stands beside it, what its verb tells of, whose country is named, how a phrase says it;
and what is said beside it that accuses nothing."""

import pytest

from tayari.rules.lint.evidence.phrasing import phrasing
from tayari.rules.lint.index import index_of
from tayari.rules.lint.namesakes import countries_among
from tayari.rules.lint.reading.tokens import tokens
from tests.rules.lint.contents import base, judged
from tests.rules.lint.test_evidence import signs_of


@pytest.mark.parametrize(
    ("text", "words", "fact", "there", "absent"),
    [
        (
            "LEMOA was signed in New Delhi on 27 August 2016.",
            "New Delhi",
            "gsomia.signed-in",
            set(),
            {"thing own"},
        ),
        (
            "LEMOA was signed in Washington on 27 August 2016.",
            "27 August 2016",
            "lemoa.signed-on",
            {"thing own", "doer own", "governed by cue", "owners 0", "as phrased"},
            {"owner nearer"},
        ),
        (
            "GSOMIA is older; LEMOA and, after it, BECA was signed on 27 August 2016.",
            "27 August 2016",
            "lemoa.signed-on",
            {"thing other", "owner nearer", "owner between"},
            {"thing own"},
        ),
    ],
)
def test_who_may_own_a_value_is_a_sign(text: str, words: str, fact: str, there: set[str], absent: set[str]) -> None:
    found = signs_of(text, words, fact)

    assert there <= found
    assert not absent & found


def test_the_country_of_a_namesake_is_a_sign() -> None:
    text = "With Japan the third India–US 2+2 has little in common: Canada and Japan met on 27 October 2021."

    assert any(sign.startswith("foreign country") for sign in signs_of(text, "27 October 2021", "2plus2-3.held-on"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Japanese, Canada and the United States", ["japan", "canada", "united-states"]),
        ("कनाडा और भारत", ["canada", "india"]),
        ("nobody at all", []),
    ],
)
def test_countries_are_known_as_nouns_and_adjectives(text: str, expected: list[str]) -> None:
    assert [ref for _, ref in countries_among(index_of(base()), tokens(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Canada and the European Union also have a CETA, signed in 2016.",
        "With Japan the 2+2 was first held on 30 November 2019, with Australia on 11 September 2021.",
        "GSOMIA in 2002 and LEMOA in 2016 were signed by ministers, Fernandes and Parrikar.",
        "Unlike CDRI, the International Solar Alliance rests on a treaty.",
        "India's free trade agreement with Sri Lanka, ISFTA, was signed on 28 December 1998.",
        "The Foreign Trade Policy of 2015 was carried on, and the next one took effect no sooner than 1 April 2023.",
        "At the opening 2+2 in 2018 the ministers agreed on secure hotlines.",
        "What Singapore signed on 29 June 2005 is a CECA.",
        "The project agreement for an Air-Launched Unmanned Aerial Vehicle (ALUAV) is dated 30 July 2021.",
    ],
)
def test_what_belongs_to_a_neighbour_or_a_namesake_accuses_nothing(text: str) -> None:
    assert [one for one in judged(text).findings if one.level != "advice"] == []


def test_words_that_spell_an_acronym_are_its_name_or_wrong() -> None:
    wrong = "RoDTEP, the Refund of Duties and Tariffs on Export Promotion, took the place of MEIS on 1 January 2021."
    other = "The MDP of Malé, the Maldivian Democratic Party, has nothing to do with Major Defense Partner."

    assert [one.rule for one in judged(wrong).findings] == ["fact.acronym"]
    assert judged(other).findings == ()


def test_a_phrase_tells_the_small_words_beside_its_ends() -> None:
    found = phrasing(index_of(base()))

    assert found.word("signed_in", "object", "en") == "in"
    assert found.word("nobody", "object", "en") == ""
