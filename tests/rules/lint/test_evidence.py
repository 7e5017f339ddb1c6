"""Values against the slots of facts: what is in focus, what explains a value, and how likely one is wrong."""

import pytest

from tayari.rules.lint.evidence import weights
from tayari.rules.lint.evidence.claims import enough, evidenced, probability
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.outsiders import countries_in, label, names_in, paired, titled
from tayari.rules.lint.evidence.pairs import Pair, pairs
from tayari.rules.lint.evidence.slots import slots_of
from tayari.rules.lint.evidence.strangers import strangers
from tayari.rules.lint.evidence.times import years
from tayari.rules.lint.facts import scenes
from tayari.rules.lint.index import index_of
from tayari.rules.lint.weighing.scene import Scene
from tests.rules.lint.contents import AS_OF, base, document, judged

# Each with the words that are wrong and the fact that they contradict; “|” parts a line from the one before.
WRONG = [
    (
        "LEMOA: the signers were Manohar Parrikar and James Mattis.",
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


def pairs_of(scene: Scene) -> list[Pair]:
    return list(pairs(Focus(scene)))


def signs_of(text: str, words: str, fact: str) -> set[str]:
    """The signs of a pair of some words and a fact, in whatever part the fact has them."""
    for scene in read(text):
        for pair in pairs_of(scene):
            if scene.sentence.text[pair.value.start : pair.value.end] == words and pair.slot.fact.ref == fact:
                return set(pair.signs)
    return set()


def likeliest(text: str) -> Pair:
    return max((pair for scene in read(text) for pair in pairs_of(scene)), key=probability)


@pytest.mark.parametrize(("text", "words", "fact"), WRONG)
def test_a_wrong_value_is_the_likeliest_and_names_its_fact(text: str, words: str, fact: str) -> None:
    found = likeliest(text)

    assert words in {scene.sentence.text[found.value.start : found.value.end] for scene in read(text)}
    assert found.slot.fact.ref == fact
    assert probability(found) >= enough(found)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_called_wrong_nowhere(text: str) -> None:
    assert [one for scene in read(text) for one in evidenced(scene) if one.truth is False] == []


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
    found = {pair.slot.fact.ref for pair in pairs_of(scene) if pair.anchor.near == "before"}

    assert "cdri.headquartered-in" in found


def test_signs_are_told_once_and_always_the_same() -> None:
    for text in (*TRUE, *(text for text, _, _ in WRONG)):
        once, again = ([pair.signs for scene in read(text) for pair in pairs_of(scene)] for _ in range(2))
        assert once == again
        assert all(len(signs) == len(set(signs)) for signs in once)


def test_weights_are_read_by_kind_and_sign() -> None:
    row = "words best " + " ".join(str(number / 10) for number in range(len(weights.KINDS)))

    assert weights.read(row)["place"] == {"words best": 0.1}
    assert set(weights.WEIGHTS) == set(weights.KINDS)
    assert all("basis" in told for told in weights.WEIGHTS.values())


@pytest.mark.parametrize(
    ("found", "text", "expected"),
    [
        (countries_in, "India, Germany and Sri Lanka launched it; Japan and the UK did not.", ["Germany", "Sri Lanka"]),
        (countries_in, "भारत और जर्मनी ने इसे शुरू किया।", ["जर्मनी"]),
        (titled, "The first under President Trump; Minister Piyush Goyal was there.", ["Trump"]),
        (paired, "नई दिल्ली और एंगेला मर्केल के बीच सहमति बनी।", []),
        (paired, "मनोहर पर्रिकर और एंगेला मर्केल के बीच सहमति बनी।", ["एंगेला मर्केल"]),
        (names_in, "It flew on an Atlas V and then on PSLV-C61, in May 2020.", ["Atlas V", "PSLV-C61"]),
        (names_in, "The Foreign Office and UNDP led in Quito.", ["Foreign Office", "UNDP"]),
    ],
)
def test_what_the_base_does_not_have_is_known_by_how_it_is_written(found, text: str, expected: list[str]) -> None:
    scene = read(text)[0]

    assert [text[start:end] for start, end, *_ in found(scene)] == expected


def test_a_fact_in_words_that_is_a_name_is_a_label() -> None:
    assert [label(text) for text in ("GSLV-F16", "Falcon 9", "a non-binding arrangement", "31 aircraft")] == [
        "name:GSLV-F16",
        "name:Falcon 9",
        "",
        "",
    ]


def test_years_are_read_with_financial_ones_apart() -> None:
    assert years("US$ 62 billion in 2018-19, after 2017 and before 2020–2021") == {"2018-19", "2017", "2020-21"}


def test_what_stands_beside_a_value_and_tells_of_its_time_is_a_sign() -> None:
    found = signs_of("Tea Board – Chennai; Coffee Board – Bengaluru.", "Chennai", "tea-board.headquartered-in")
    assert {"beside by mark", "gap 0"} <= found

    text = "CDRI had 29 members in August 2022 and 54 in June 2025."
    assert "time same piece" in signs_of(text, "29", "cdri.members-2022")
    assert "time same piece" not in signs_of(text, "29", "cdri.members-2025")


def test_a_name_for_another_gains_what_the_other_explains() -> None:
    text = "GSOMIA was signed in New Delhi on 29 August 2016 by Manohar Parrikar and Ashton Carter."
    swap = [
        pair
        for scene in read(text)
        for pair in pairs_of(scene)
        if pair.slot.side == "bearer" and pair.slot.ref == "lemoa"
    ]

    assert swap
    assert {"gain 3", "gain of a day", "against 2"} <= set(swap[0].signs)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Artemis Accords are a binding set of principles to guide cooperation in space.", "artemis.is-a"),
        ("LEMOA provides for the setting up of military bases.", "lemoa.no-bases"),
        ("India is a member of the NSG.", "nsg.india-not-member"),
    ],
)
def test_what_a_fact_denies_is_wrong_to_say(text: str, fact: str) -> None:
    assert fact in {one.fact for one in judged(text).findings}


@pytest.mark.parametrize(
    "text",
    [
        "The Artemis Accords are a non-binding set of principles to guide cooperation in space.",
        "LEMOA does not provide for the setting up of military bases.",
        "India is not a member of the NSG.",
        "On 6 September 2008 the Nuclear Suppliers Group, 45 members at the time, granted India its waiver.",
    ],
)
def test_what_a_fact_denies_is_right_to_deny(text: str) -> None:
    assert judged(text).findings == ()


def test_a_past_day_that_is_right_is_not_to_come() -> None:
    told = "The Trade Facilitation Agreement {} into force on 22 February 2017."

    assert [one.rule for one in judged(told.format("will come")).findings] == ["fact.tense"]
    assert judged(told.format("came")).findings == ()


def test_a_day_of_a_month_numbers_no_edition() -> None:
    text = "The third India–US 2+2 met in New Delhi in October 2020, and BECA was signed there on the 27th."

    assert judged(text).findings == ()
