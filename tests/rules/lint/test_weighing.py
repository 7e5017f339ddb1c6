"""What a sentence as a whole speaks for: wrong is found by all the rest that is right, true is left alone."""

import pytest

from tayari.rules.lint.reading.spoken import Spoken
from tests.rules.lint.contents import AS_OF, base, document, judge_document, judged

# Each mechanism: wrong texts with the words that a finding must touch, and true ones; “|” parts a heading from a line.
EDITIONS = [
    ("Pompeo and Esper met Jaishankar and Rajnath Singh in New Delhi for the fourth India–US 2+2.", "fourth"),
    ("In November 2023 the India–US 2+2 met in New Delhi, the sixth of the series.", "sixth"),
    ("नवंबर 2023 का भारत–अमेरिका 2+2 नई दिल्ली में हुआ, जो इस शृंखला का चौथा था।", "चौथा"),
    ("The fourth India–US 2+2, with Blinken and Austin, met in Washington in April 2021.", "April 2021"),
    ("भारत और जापान की दूसरी 2+2 बैठक अगस्त की 20 तारीख़ को नई दिल्ली में हुई।", "दूसरी"),
    ("दसवाँ WTO मंत्रिस्तरीय सम्मेलन 2015 में नैरोबी में और बारहवाँ दिसंबर 2017 में ब्यूनस आयर्स में हुआ।", "बारहवाँ"),
    ("पहली भारत–अमेरिका टू प्लस टू वार्ता 6 सितंबर 2018 को वाशिंगटन में हुई।", "वाशिंगटन"),
    ("India–US 2+2: who came|2018: Sushma Swaraj, Rajnath Singh, Mike Pompeo, James Mattis", "Rajnath Singh"),
    ("India–US 2+2: where and when|3 | 2020 | Washington", "Washington"),
    ("India–US 2+2: where and when|4 | 2024 | Washington", "2024"),
    ("The fifth India–US 2+2 was hosted at Hyderabad House in November 2023.", "Hyderabad House"),
    ("The second India–US 2+2 met on 28 December in Washington.", "28 December"),
]
EDITIONS_TRUE = [
    "Pompeo and Esper met Jaishankar and Rajnath Singh in New Delhi for the third India–US 2+2.",
    "Esper came to two rounds of the India–US 2+2: Washington in December 2019 and New Delhi in October 2020.",
    "Rajnath Singh has attended since the second India–US 2+2; at the first it was Nirmala Sitharaman.",
    "The WTO has its seat in Geneva, but its tenth Ministerial Conference met in Nairobi.",
    "ऑस्ट्रेलिया के साथ भारत की दूसरी 2+2 वार्ता 20 नवंबर 2023 को नई दिल्ली में हुई।",
    "India–US 2+2: who came|2018: Sushma Swaraj, Nirmala Sitharaman, Mike Pompeo, James Mattis",
    "भारत–अमेरिका 2+2 संवाद के सभी संस्करण|इस प्रारूप पर जून 2017 में सहमति बनी थी, और पहली बैठक में एक वर्ष से अधिक समय लगा।",
]
SLOTS = [
    ("A White House readout of 15 July 2017 announced the India–US 2+2.", "15 July 2017"),
    ("भारत–अमेरिका 2+2 अंतर-सत्रीय बैठक 17 सितंबर 2022 को अधिकारियों के स्तर पर हुई।", "17 सितंबर 2022"),
    ("LEMOA, which India had long weighed, was signed by Manohar Parrikar and James Mattis.", "James Mattis"),
    ("2002 में GSOMIA पर भारत की ओर से जसवंत सिंह और अमेरिका की ओर से डोनाल्ड रम्सफेल्ड ने दस्तख़त किए।", "जसवंत सिंह"),
    ("विदेश व्यापार नीति 2023 सुरेश प्रभु ने 31 मार्च 2023 को जारी की।", "सुरेश प्रभु"),
    ("Rajnath Singh and Lloyd Austin signed a ten-year framework in Kuala Lumpur on 31 October 2025.", "Lloyd Austin"),
    ("Boards and their seats|Tea Board: Guwahati", "Guwahati"),
    ("iCET gave way to TRUST in June 2024.", "June 2024"),
    ("IRIS योजना को अंतरराष्ट्रीय सौर गठबंधन चलाता है।", "अंतरराष्ट्रीय सौर गठबंधन"),
    ("CDRI had 39 members in August 2022 and 64 in June 2025.", "64"),
    ("Russia joined the WTO on 22 August 2013.", "22 August 2013"),
    ("Renato Ruggiero took over as Director-General of the WTO on 1 September 2002.", "Renato Ruggiero"),
]
SLOTS_TRUE = [
    "A White House readout of 15 August 2017 announced the India–US 2+2.",
    "LEMOA, which India had long weighed, was signed by Manohar Parrikar and Ash Carter.",
    "2002 में GSOMIA पर भारत की ओर से जॉर्ज फर्नांडिस और अमेरिका की ओर से डोनाल्ड रम्सफेल्ड ने दस्तख़त किए।",
    "The Solar Alliance began beside COP21 in Paris in 2015, CDRI at a UN summit in 2019.",
    "On 31 October 2025 Rajnath Singh and Pete Hegseth signed a ten-year framework in Kuala Lumpur.",
    "Boards and their seats|Tea Board: Kolkata",
    "iCET gave way to TRUST in February 2025.",
    "IRIS योजना को CDRI चलाता है।",
    "CDRI had 39 members in August 2022 and 54 in June 2025.",
    "Russia joined the WTO on 22 August 2012.",
    "The fifth India–US 2+2 was hosted at Sushma Swaraj Bhawan in November 2023.",
    "Contrary to what is often told, BECA was signed in New Delhi in October 2020.",
    "Supachai Panitchpakdi took over as Director-General of the WTO on 1 September 2002.",
]
ACRONYMS = [
    ("The National Rural Drinking Water Programme (NRWSP) went into the Jal Jeevan Mission.", "NRWSP"),
    ("ISLTA dates from 28 December 1998.", "ISLTA"),
    ("NISAR (NASA-ISRO Scanning Aperture Radar) is in orbit.", "Scanning"),
    ("| COMCASA | Communications Capability and Security Agreement |", "Capability"),
    ("लेमोआ का पूरा नाम लॉजिस्टिक्स एनहांसमेंट मेमोरेंडम ऑफ एग्रीमेंट है।", "एनहांसमेंट"),
]
NUMBERS = [
    ("The other chair of CDRI changes every three years.", "three"),
    ("BECA भारत और अमेरिका के पाँच आधारभूत समझौतों में अंतिम है।", "पाँच"),
    ("SOSA made India the 17th partner of the United States in such an arrangement.", "17th"),
]
NUMBERS_TRUE = [
    "The other chair of CDRI changes every two years.",
    "BECA भारत और अमेरिका के चार आधारभूत समझौतों में अंतिम है।",
    "SOSA made India the 18th partner of the United States in such an arrangement.",
    "The National Rural Drinking Water Programme (NRDWP) went into the Jal Jeevan Mission.",
    "ISFTA dates from 28 December 1998.",
    "NISAR (NASA-ISRO Synthetic Aperture Radar) is in orbit.",
    "शांति के लिए साथ मिलकर काम करने पर सहमति बनी।",
]
WRONG = EDITIONS + SLOTS + ACRONYMS + NUMBERS


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_what_is_wrong_is_found(text: str, words: str) -> None:
    found = [one for one in judged(*text.split("|", 1)).findings if one.level != "advice"]
    assert [words in one.words or one.words in words for one in found] == [True]


@pytest.mark.parametrize("text", EDITIONS_TRUE + SLOTS_TRUE + NUMBERS_TRUE)
def test_what_is_true_is_left_alone(text: str) -> None:
    assert [one.words for one in judged(*text.split("|", 1)).findings if one.level != "advice"] == []


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("BECA has already been signed.", "2020-10-01", "has already been signed"),
        ("BECA has yet to be signed.", "2020-10-01", ""),
        ("BECA has yet to be signed.", "2020-11-01", "has yet to be signed"),
        ("India will sign the MQ-9B contract on 15 October 2024.", "2025-01-01", "will sign"),
        ("India will sign the MQ-9B contract on 15 October 2024.", "2024-10-01", ""),
        ("NISAR lifted off from Sriharikota on 30 July.", "2025-07-15", "lifted off"),
        ("NISAR lifted off from Sriharikota on 30 July.", "2025-08-15", ""),
        ("भारत और अमेरिका बेका पर 27 अक्टूबर को हस्ताक्षर कर चुके हैं।", "2020-10-01", "कर चुके"),
        ("भारत और अमेरिका बेका पर 27 अक्टूबर को हस्ताक्षर करेंगे।", "2020-10-01", ""),
    ],
)
def test_a_verb_is_held_against_the_day_of_its_fact(text: str, day: str, words: str) -> None:
    report = judge_document(document(text), base(), as_of=AS_OF.fromisoformat(day))
    assert [one.words for one in report.findings if one.rule == "fact.tense"] == ([words] if words else [])


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("लेमोआ", "LEMOA"), ("कॉमकासा", "COMCASA"), ("बेका", "BECA"), ("सेपा", "CEPA"), ("नेत्र", "NETRA"), ("इसरो", "ISRO"),
        ("बीच", ""), ("बाकी", ""), ("साथ", ""), ("किसे", ""), ("है", ""),
    ],
)  # fmt: skip
def test_an_acronym_is_known_by_how_it_sounds(word: str, name: str) -> None:
    assert Spoken(["LEMOA", "COMCASA", "BECA", "CEPA", "CETA", "NETRA", "ISRO"]).name(word) == name
