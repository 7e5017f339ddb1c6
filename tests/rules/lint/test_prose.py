"""What study prose says in the usual turns: who took part, who signed it, rows of dates, occasions, what began when."""

import pytest

from tests.rules.lint.contents import judged

# Each with the wrong words, and the fact that they contradict.
WRONG = [
    # Who took part in what the sentence before told of.
    (
        "The third India–US 2+2 was held in October 2020. Mike Pompeo and Lloyd Austin led the American delegation.",
        "Lloyd Austin",
        "2plus2-3.secretary-of-defense",
    ),
    (
        "चौथा भारत-अमेरिका 2+2 संवाद अप्रैल 2022 में वाशिंगटन में हुआ। इसमें भारत की ओर से सुषमा स्वराज और राजनाथ सिंह ने भाग लिया।",
        "सुषमा स्वराज",
        "2plus2-4.minister-foreign-india",
    ),
    # A row of names with a date beside each.
    (
        "Remember them in order: GSOMIA (2002), LEMOA (2015), COMCASA (2018) and BECA (2020).",
        "2015",
        "lemoa.signed-on",
    ),
    # At an event on whose day it was not signed.
    ("LEMOA was signed at the third India-US 2+2.", "LEMOA", "lemoa.signed-on"),
    # “It” of the sentence before.
    (
        "COMCASA came third of the four. It was signed at the second India-US 2+2.",
        "second",
        "comcasa.signed-at",
    ),
    (
        "LEMOA was concluded in August 2016. Rajnath Singh signed it for India.",
        "Rajnath Singh",
        "lemoa.signed-for-india",
    ),
    (
        "India joined the Artemis Accords in June 2023. Manohar Parrikar signed on behalf of India.",
        "Manohar Parrikar",
        "artemis.signed-by",
    ),
    # On the day on which another thing began.
    ("BECA, one of the four foundational agreements, was signed in January 2002.", "January 2002", "beca.signed-on"),
    ("In August 2016, when COMCASA was signed, nobody spoke of it.", "August 2016", "comcasa.signed-on"),
    # Credited with what another does, in other words than the fact's.
    (
        "With LEMOA, Indian aircraft can carry encrypted equipment for communication.",
        "LEMOA",
        "comcasa.enables",
    ),
    # Somebody else's very term.
    (
        "Rajnath Singh was External Affairs Minister from May 2014 to May 2019.",
        "Rajnath Singh",
        "sushma-swaraj.external-affairs-minister",
    ),
    ("COMCASA का पूरा नाम Basic Exchange and Cooperation Agreement है।", "COMCASA", "comcasa.full-name"),
]
TRUE = [
    "The third India–US 2+2 was held in October 2020. Mike Pompeo and Mark Esper led the American delegation.",
    # Another time, and somebody who was not there.
    "The third India–US 2+2 was held in October 2020. Lloyd Austin later led the American delegation.",
    "The third India–US 2+2 was held in October 2020. In April 2022 Lloyd Austin led the American delegation.",
    "The third India–US 2+2 was held in October 2020. Narendra Modi received the visitors.",
    "चौथा भारत-अमेरिका 2+2 संवाद अप्रैल 2022 में वाशिंगटन में हुआ। इसमें भारत की ओर से एस. जयशंकर और राजनाथ सिंह ने भाग लिया।",
    "Remember them in order: GSOMIA (2002), LEMOA (2016), COMCASA (2018) and BECA (2020).",
    "COMCASA was signed at the first India-US 2+2.",
    "LEMOA was not signed at the third India-US 2+2.",
    "LEMOA was concluded in August 2016. Manohar Parrikar signed it for India.",
    "BECA, one of the four foundational agreements, was signed in October 2020.",
    "In August 2016, when LEMOA was signed, nobody spoke of it.",
    "With COMCASA, Indian aircraft can carry encrypted equipment for communication.",
    "LEMOA does not allow encrypted equipment for communication.",
    "Sushma Swaraj was External Affairs Minister from May 2014 to May 2019.",
]


@pytest.mark.parametrize(("text", "words", "fact"), WRONG)
def test_what_is_wrong_in_a_usual_turn_is_found(text: str, words: str, fact: str) -> None:
    found = [(one.words, one.fact) for one in judged(text).findings if one.level != "advice"]

    assert found
    assert any(said == words or of == fact for said, of in found), found


@pytest.mark.parametrize("text", TRUE)
def test_what_is_right_in_it_is_none(text: str) -> None:
    assert [one for one in judged(text).findings if one.level != "advice"] == []
