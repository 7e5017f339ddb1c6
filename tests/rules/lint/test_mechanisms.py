"""Ways of saying a thing that no fact words so, by what makes them hard: wrong is found, true is left alone."""

import pytest

from tests.rules.lint.contents import judged

CONSTITUTION = "tests/golden/packs/constitution"

# Each mechanism: wrong texts with the words that a finding must touch, and true ones.
PLACES_UNKNOWN = [
    ("SOSA was signed in Ottawa on 22 August 2024.", "Ottawa"),
    ("NETRA, which opened in Ahmedabad in 2020, tracks objects in orbit.", "Ahmedabad"),
    ("The World Trade Organization is headquartered in Vienna.", "Vienna"),
    ("CDRI has its seat in Lucknow.", "Lucknow"),
    ("The India–Korea CEPA was signed in Busan on 7 August 2009.", "Busan"),
    ("The fourth India–US 2+2 met in Canberra in April 2022.", "Canberra"),
    ("iCET was launched at Chicago on 31 January 2023.", "Chicago"),
    ("COMCASA पर लखनऊ में हस्ताक्षर हुए।", "लखनऊ"),
    ("चौथा भारत–अमेरिका 2+2 संवाद 11 अप्रैल 2022 को टोरंटो में हुआ।", "टोरंटो"),
]
PLACES_UNKNOWN_TRUE = [
    "PM-KISAN was launched in Uttar Pradesh on 24 February 2019.",
    "NISAR lifted off from Andhra Pradesh on 30 July 2025.",
    "BECA was signed at Hyderabad House in Delhi.",
    "COMCASA was signed in Delhi, and talks went on in Ottawa.",
    "Axiom Mission 4 lifted off from Florida.",
    "The second India–US 2+2 was held in Washington, D.C.; the Indian ministers had flown in from London.",
    "Before it was signed in Washington, SOSA had been discussed in Brussels.",
    "COMCASA पर दिल्ली में हस्ताक्षर हुए।",
]
PERSONS_UNKNOWN = [
    ("LEMOA was signed by Manohar Parrikar and Robert Gates on 29 August 2016.", "Robert Gates"),
    ("Jaswant Singh and Condoleezza Rice signed the India–US 123 Agreement in October 2008.", "Jaswant Singh"),
    ("Axiom Mission 4 flew with Kalpana Chawla as its pilot.", "Kalpana Chawla"),
    ("The pilot of Axiom Mission 4 was Ravish Malhotra.", "Ravish Malhotra"),
    ("Ambassador Nirupama Rao signed the Artemis Accords for India.", "Nirupama Rao"),
    ("Foreign Trade Policy 2023 was announced by Nitin Gadkari on 31 March 2023.", "Nitin Gadkari"),
    ("At the second India–US 2+2, US Secretary of Defense Donald Norcross sat beside Mike Pompeo.", "Donald Norcross"),
]
PERSONS_UNKNOWN_TRUE = [
    "Ambassador Kenneth Juster attended the second India–US 2+2 as well.",
    "LEMOA was signed by Manohar Parrikar and Ashton Carter; Richard Verma looked on.",
    "Kim Jong-hoon signed the India–Korea CEPA in Seoul.",
    "Peggy Whitson commanded Axiom Mission 4, and Shubhanshu Shukla was its pilot.",
    "The European Union signed the Artemis Accords in no form.",
    "Under Secretary Ellen Lord announced it at the DTTI Group meeting.",
    "Prime Minister Narendra Modi launched PM-KISAN in Gorakhpur.",
]
ROWS_BY_NAME = [
    ("The eleventh WTO Ministerial Conference was held in Nairobi in December 2015.", "eleventh"),
    ("Geneva hosted the sixth WTO Ministerial Conference in 2009.", "sixth"),
    ("The ninth DTTI Group meeting took place on 24 October 2019, the tenth on 15 August 2020.", "15 August 2020"),
    ("The tenth DTTI Group meeting was held in September 2020. The twelfth was held on 9 November 2021.", "twelfth"),
    ("PM-KISAN's 21st instalment was released in Guwahati on 13 March 2026.", "21st"),
    ("PM-KISAN की 23वीं किस्त 13 मार्च 2026 को जारी हुई।", "23वीं"),
    ("पीएम-किसान की 22वीं किस्त 13 मई 2026 को जारी हुई।", "13 मई 2026"),
    ("WTO का नौवाँ मंत्रिस्तरीय सम्मेलन नैरोबी में दिसंबर 2015 में हुआ।", "नौवाँ"),
]
ROWS_BY_NAME_TRUE = [
    "The tenth Ministerial Conference of the WTO met in Nairobi in December 2015.",
    "The WTO's ministers met in Seattle for the third WTO Ministerial Conference and in Cancún for the fifth.",
    "The tenth DTTI Group meeting was held on 15 September 2020; the eleventh followed on 9 November 2021.",
    "The 22nd instalment of PM-KISAN went out on 13 March 2026, the 21st some months before.",
    "The twelfth WTO Ministerial Conference had been planned for June 2020 in Nur-Sultan.",
    "PM-KISAN की 22वीं किस्त 13 मार्च 2026 को गुवाहाटी से जारी हुई।",
    "The third Asian Ministerial Conference was held elsewhere in 2015.",
]
SEVERAL_SUBJECTS = [
    ("COMCASA was signed in 2018 and LEMOA in August 2017.", "August 2017"),
    ("The third India–US 2+2 met in 2020; the fourth was convened in Washington on 12 April 2022.", "12 April 2022"),
    ("The first India–US 2+2 was followed by the second, which had been held in Washington in May 2019.", "May 2019"),
    ("पहला भारत–अमेरिका 2+2 संवाद 2018 में और दूसरा दिसंबर 2020 में हुआ।", "दिसंबर 2020"),
    ("The WTO met for its eleventh Ministerial Conference in Nairobi.", "Nairobi"),
    ("The ministers flew to Tokyo for the fourth India–US 2+2.", "Tokyo"),
    ("In force since 1 March 2000, the Foreign Exchange Management Act replaced an older law.", "1 March 2000"),
    ("The India–UK CETA is new. In force since 1 July 2010, the India–Korea CEPA is older.", "1 July 2010"),
    ("Parrikar was in Washington on 28 August 2016, the day on which LEMOA was signed.", "28 August 2016"),
    ("India–Japan CEPA: signed in Seoul in February 2011.", "Seoul"),
]
SEVERAL_SUBJECTS_TRUE = [
    "GSOMIA was signed in Washington on 17 January 2002, and its annex in Washington on 18 December 2019.",
    "The New Framework of 2005 was followed by its successor, signed in New Delhi on 3 June 2015.",
    "LEMOA and its predecessors, concluded in the 1990s in Washington, dealt with logistics.",
    "A statement on drones was issued under LEMOA on 4 May 2021.",
    "Three papers were signed in Paris under the DTTI in March 2017.",
    "iCET made way for TRUST on 13 February 2025.",
    "Some guides still put BECA in 2018.",
    "An old brochure still says that CDRI has its seat in Paris.",
    "पहला भारत–अमेरिका 2+2 संवाद 2018 में दिल्ली में और सातवाँ जापान में 2031 में होना तय है।",
    "The ministers flew to Tokyo after the fourth India–US 2+2.",
    "COMCASA came on 6 September 2018, a day after Mattis had landed; he left on 7 September 2018.",
]
PARTS_AND_ROLES = [
    ("The Industrial Security Annex was announced at the fourth India–US 2+2.", "fourth"),
    ("BECA पर दूसरे भारत–अमेरिका 2+2 के दौरान हस्ताक्षर हुए।", "दूसरे"),
    ("PM-KISAN, a centrally sponsored scheme, pays ₹6,000 a year.", "centrally sponsored scheme"),
    ("भारत की ओर से निर्मला सीतारमण और अमेरिका की ओर से एश्टन कार्टर ने LEMOA पर दस्तख़त किए।", "निर्मला सीतारमण"),
    ("LEMOA dates from August 2016; Jaswant Singh was the Indian signatory.", "Jaswant Singh"),
    ("Antony Blinken, the current US Secretary of State, took part in the fifth India–US 2+2.", "current US Secretary"),
    ("COMCASA, in full the Communications Capability and Safety Agreement, dates from 2018.", "Capability and Safety"),
    ("CDRI is an acronym for Coalition for Disaster Relief Institutions.", "Disaster Relief Institutions"),
]
PARTS_AND_ROLES_TRUE = [
    "The Industrial Security Annex was announced at the second India–US 2+2.",
    "Antony Blinken, then US Secretary of State, took part in the fifth India–US 2+2.",
    "PM-KISAN, unlike a centrally sponsored scheme, is paid for by the Union alone.",
    "LEMOA was signed in 2016; Richard Verma was the American ambassador.",
    "The first India–US 2+2 had been put off to 6 September 2018.",
    "भारत की ओर से मनोहर पर्रिकर और अमेरिका की ओर से एश्टन कार्टर ने LEMOA पर दस्तख़त किए।",
    "CDRI, in full the Coalition for Disaster Resilient Infrastructure, has its seat in New Delhi.",
]
OWNED_AND_TOLD_APART = [
    ("COMCASA पर 16 जनवरी 2018 को हस्ताक्षर हुए।", "16 जनवरी 2018"),
    ("आईसेट (iCET) का शुभारंभ 31 जनवरी 2023 को हैदराबाद में हुआ।", "हैदराबाद"),
    ("At the fourth India–US 2+2, the ministers announced the Industrial Security Annex.", "fourth"),
    ("The CEPA with Japan was signed in Osaka on 16 February 2011.", "Osaka"),
    ("Rajnath Singh held the external affairs portfolio from May 2019.", "Rajnath Singh"),
    ("COMCASA was clinched at the second India–US 2+2.", "second"),
]
OWNED_AND_TOLD_APART_TRUE = [
    "CDRI’s programme for small islands, IRIS, was launched on 2 November 2021.",
    "ऑस्ट्रेलिया के साथ ऐसा पहला संवाद 11 सितंबर 2021 को हुआ; अमेरिका के साथ 2+2 पहले से था।",
    "दूसरे भारत–अमेरिका 2+2 संवाद में एस. जयशंकर पहली बार शामिल हुए।",
    "The NRDWP was subsumed into the Jal Jeevan Mission.",
    "जापान के साथ भारत का सेपा (CEPA) 16 फ़रवरी 2011 को हुआ और 1 अगस्त 2011 से प्रभावी हुआ।",
    "LEMOA was signed in August 2016; under the DTTI, work went on until 2021.",
]
COUNTED_FROM = [
    ("COMCASA remains in force for fifteen years.", "fifteen"),
    ("Which of these is wrong? The answer is (b): COMCASA was signed in 2017, not in 2018.", "2017"),
]
COUNTED_FROM_TRUE = [
    "LEMOA was signed on 29 August 2016. Two years later COMCASA was signed, on 6 September 2018.",
    "GSOMIA 2002, COMCASA 2018, BECA 2020: eighteen years from the first to the last.",
    "LEMOA पर 29 अगस्त 2016 को हस्ताक्षर हुए। दो वर्ष बाद, 6 सितंबर 2018 को COMCASA पर हस्ताक्षर हुए।",
    "Which of these is wrong? (a) SOSA is non-binding. (b) GSOMIA was signed in New Delhi. It was (b).",
    "कौन-सा कथन गलत है? GSOMIA पर नई दिल्ली में हस्ताक्षर हुए। COMCASA पर 2018 में हस्ताक्षर हुए।",
]
TAKEN_BACK = [
    ("Many guides are out of date. COMCASA was signed in 2016.", "2016"),
    ("Rajnath Singh, who became Defence Minister in September 2017, held the post until May 2019.", "September 2017"),
    ("NETRA was inaugurated in Bengaluru. Its full form is Network for space object Tracking and Alert.", "Network"),
    ("TRUST replaced iCET. Spelt out: Transforming Resources Utilizing Strategic Technology.", "Transforming"),
    ("SOSA पर २२ अगस्त २०२३ को वाशिंगटन में हस्ताक्षर हुए।", "२२ अगस्त २०२३"),
]
TAKEN_BACK_TRUE = [
    "कई पुस्तकों में लिखा है कि दूसरा भारत–अमेरिका 2+2 संवाद नई दिल्ली में हुआ था। यह सही नहीं है; वह वाशिंगटन में हुआ था।",
    "The second India–US 2+2 was held in New Delhi. That is not so: it met in Washington.",
    "Many guides still print that COMCASA was signed in 2016; in fact it was LEMOA that was signed that year.",
    "माइक पोम्पियो के बाद जनवरी 2021 में एंटनी ब्लिंकन अमेरिका के विदेश मंत्री बने।",
    "LEMOA के तहत दोनों सेनाएँ एक-दूसरे को ईंधन और रसद की सुविधा देती हैं।",
    "NETRA was inaugurated in Bengaluru. Its full form is Network for space object Tracking and Analysis.",
]
TABLES = {
    "taken back, in full, of whom": (TAKEN_BACK, TAKEN_BACK_TRUE),
    "counted from, or to be found wrong": (COUNTED_FROM, COUNTED_FROM_TRUE),
    "owned and told apart": (OWNED_AND_TOLD_APART, OWNED_AND_TOLD_APART_TRUE),
    "several subjects": (SEVERAL_SUBJECTS, SEVERAL_SUBJECTS_TRUE),
    "parts and roles": (PARTS_AND_ROLES, PARTS_AND_ROLES_TRUE),
    "places unknown": (PLACES_UNKNOWN, PLACES_UNKNOWN_TRUE),
    "persons unknown": (PERSONS_UNKNOWN, PERSONS_UNKNOWN_TRUE),
    "rows by name": (ROWS_BY_NAME, ROWS_BY_NAME_TRUE),
}
WRONG = [(text, words) for wrong, _ in TABLES.values() for text, words in wrong]
TRUE = [text for _, true in TABLES.values() for text in true]


def _told(text: str, folder: str = "tayari/demo/pack") -> list[tuple[int, int]]:
    found = [one for one in judged(text, folder=folder).findings if one.level != "advice"]
    return [(one.column - 1, one.column - 1 + len(one.words)) for one in found]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_what_is_wrong_is_found(text: str, words: str) -> None:
    start = text.index(words)
    spans = _told(text)
    assert any(first < start + len(words) and start < last for first, last in spans), spans


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_left_alone(text: str) -> None:
    assert [text[first:last] for first, last in _told(text)] == []
