"""Values against the slots of facts: what is in focus, what explains a value, and how likely one is wrong."""

import pytest

from tayari.rules.lint.evidence import weights
from tayari.rules.lint.evidence.claims import probability
from tayari.rules.lint.evidence.pairs import Pair, pairs
from tayari.rules.lint.evidence.slots import slots_of
from tayari.rules.lint.evidence.strangers import strangers
from tayari.rules.lint.facts import scenes
from tayari.rules.lint.index import index_of
from tayari.rules.lint.weighing.scene import Scene
from tests.rules.lint.contents import AS_OF, base, document, judged

# Each with the words that are wrong and the fact that they contradict; “|” parts a line from the one before.
WRONG = [
    (
        "LEMOA: the signers were Manohar Parrikar and, on the other side, James Mattis.",
        "James Mattis",
        "lemoa.signed-for-us",
    ),
    ("NISAR flew from Sriharikota. It lifted off on 30 July 2024.", "30 July 2024", "nisar.launched-on"),
    ("The SHANTI Act had the President's assent on 20 November 2025.", "20 November 2025", "shanti.assented-on"),
    (
        "Jal Jeevan Mission began with a speech. It was announced on 15 July 2019.",
        "15 July 2019",
        "jal-jeevan-mission.announced-on",
    ),
]
TRUE = [
    "LEMOA: the signers were Manohar Parrikar and, on the other side, Ash Carter.",
    "NISAR flew from Sriharikota. It lifted off on 30 July 2025.",
    "The SHANTI Act had the President's assent on 20 December 2025.",
    "On 16 March 2021 Antony Blinken and Lloyd Austin met their Japanese counterparts in Tokyo.",
    "Three papers were signed in Paris under the DTTI in March 2017.",
    "Was COMCASA signed on 6 October 2018 in Washington?",
]


def read(text: str) -> list[Scene]:
    return scenes(document(*text.split("|")), base(), as_of=AS_OF)


def likeliest(text: str) -> Pair:
    return max((pair for scene in read(text) for pair in pairs(scene)), key=probability)


@pytest.mark.parametrize(("text", "words", "fact"), WRONG)
def test_a_wrong_value_is_the_likeliest_and_names_its_fact(text: str, words: str, fact: str) -> None:
    found = likeliest(text)

    assert words in {scene.sentence.text[found.value.start : found.value.end] for scene in read(text)}
    assert found.slot.fact.ref == fact
    assert probability(found) >= weights.ENOUGH


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_likely_enough_nowhere(text: str) -> None:
    assert [pair for scene in read(text) for pair in pairs(scene) if probability(pair) >= weights.ENOUGH] == []


def test_a_day_that_is_most_unlikely_to_be_wrong_is_no_finding() -> None:
    # The order of words gives the day to CDRI; its headquarters agreement, of which they speak, has that very day.
    text = (
        "CDRI gets its Headquarters Agreement: signed last week, on 22 August, "
        "it gives the coalition legal personality in India."
    )

    assert [one.words for one in judged(text).findings if one.rule == "fact.date"] == []


def test_a_fact_in_words_has_a_slot_for_each_thing_that_it_names() -> None:
    slots = slots_of(index_of(base())).of("mq-9b-contract")
    found = {slot.number.value for slot in slots if slot.number and slot.fact.ref == "mq-9b-contract.distribution"}

    assert {"15", "8"} <= found
    assert {slot.kind for slot in slots} >= {"date", "number"}


def test_a_name_that_the_base_does_not_have_is_of_the_sort_of_its_noun() -> None:
    text = "RoSCTL is run by the Ministry of Finance and rests on no Act."
    found = [(text[start:end], type_) for scene in read(text) for start, end, type_ in strangers(scene)]

    assert found == [("Ministry of Finance", "organisation")]


def test_a_line_goes_on_about_what_the_lines_above_it_name() -> None:
    scene = read("CDRI counts among the alliances that India began.|The secretariat sits in Gurugram.")[-1]
    found = {pair.slot.fact.ref for pair in pairs(scene) if pair.anchor.near == "before"}

    assert "cdri.headquartered-in" in found


def test_signs_are_told_once_and_always_the_same() -> None:
    for text in (*TRUE, *(text for text, _, _ in WRONG)):
        once, again = ([pair.signs for scene in read(text) for pair in pairs(scene)] for _ in range(2))
        assert once == again
        assert all(len(signs) == len(set(signs)) for signs in once)


def test_weights_are_read_by_kind_and_sign() -> None:
    row = "words best " + " ".join(str(number / 10) for number in range(len(weights.KINDS)))

    assert weights.read(row)["place"] == {"words best": 0.1}
    assert set(weights.WEIGHTS) == set(weights.KINDS)
    assert all("basis" in told for told in weights.WEIGHTS.values())
