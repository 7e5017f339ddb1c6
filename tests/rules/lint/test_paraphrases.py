"""True sentences of many makes, each with values that would make them wrong: all of the first are left alone."""

import pytest

from tests.rules.lint.contents import judged

DEMO, CONSTITUTION = "tayari/demo/pack", "tests/golden/packs/constitution"
# The text, and what in it is swapped for what.
PARAPHRASES = [
    (
        "The Coffee Board, whose headquarters are in Bengaluru, is not the Rubber Board, which sits in Kottayam.",
        {"Bengaluru": "Kochi", "Kottayam": "Kolkata"},
    ),
    ("Kolkata is home to the Tea Board, set up on 1 April 1954.", {"Kolkata": "Guwahati", "1954": "1964"}),
    (
        "Hosted by Doha in November 2001, the fourth WTO Ministerial Conference launched the Doha Development Agenda.",
        {"2001": "2003", "Doha in": "Geneva in", "fourth": "fifth"},
    ),
    (
        "SAFTA was concluded on 4 January 2004 and entered into force two years later, on 1 January 2006.",
        {"January 2004": "January 2005", "1 January 2006": "1 July 2006"},
    ),
    ("RoDTEP replaced the MEIS.", {"MEIS": "RoSL"}),
    (
        "RoSCTL, which took the place of RoSL, is run by the Ministry of Textiles.",
        {"RoSL,": "MEIS,", "Ministry of Textiles": "Ministry of Jal Shakti"},
    ),
    ("The 2004 Foreign Trade Policy was presented by Kamal Nath on 31 August 2004.", {"Kamal Nath": "Anand Sharma"}),
    (
        "In Bangkok on 13 August 2009 India and ASEAN signed the agreement on trade in goods, known as AITIGA; it took "
        "effect on 1 January 2010.",
        {"Bangkok": "Bali", "13 August": "31 August", "1 January": "1 June"},
    ),
    ("Kazakhstan became a member of the WTO in 2015.", {"2015": "2014"}),
    ("DS456 went to a panel on 23 May 2014.", {"23 May": "25 May"}),
    ("Shubhanshu Shukla piloted Axiom Mission 4.", {"Shubhanshu Shukla": "Prasanth Nair"}),
    (
        "The seventh ICDRI, the first outside India, gathered in Nice in June 2025.",
        {"seventh": "sixth", "Nice": "Paris"},
    ),
    ("The ISA, launched at COP21 in Paris, is based in Gurugram.", {"Gurugram": "Noida", "Paris": "Bonn"}),
    ("INDUS-X, launched in Washington in June 2023, links start-ups.", {"Washington": "New Delhi", "2023": "2022"}),
    (
        "BECA came last: it was inked on 27 October 2020, during the third 2+2 between India and the US.",
        {"27 October": "26 October", "third": "fourth"},
    ),
    (
        "For the fourth India–US 2+2, S. Jaishankar and Rajnath Singh travelled to Washington, where Antony Blinken "
        "and Lloyd Austin hosted them.",
        {"Lloyd Austin": "Mark Esper", "Washington": "New York"},
    ),
    (
        "The third India–US 2+2 was co-chaired by S. Jaishankar and Rajnath Singh with Mike Pompeo and Mark Esper.",
        {"Mark Esper": "Lloyd Austin", "S. Jaishankar": "Sushma Swaraj"},
    ),
    (
        "Sushma Swaraj and Nirmala Sitharaman received Mike Pompeo and James Mattis in New Delhi for the inaugural "
        "India–US 2+2.",
        {"Nirmala Sitharaman": "Rajnath Singh", "James Mattis": "Mark Esper", "New Delhi": "Mumbai"},
    ),
    ("The Ministry of Jal Shakti, formed in 2019, runs the Jal Jeevan Mission.", {"Jal Shakti": "Textiles"}),
    ("चाय बोर्ड का मुख्यालय कोलकाता में है और इसकी स्थापना 1 अप्रैल 1954 को हुई।", {"कोलकाता": "गुवाहाटी", "1954": "1953"}),
    ("दसवाँ विश्व व्यापार संगठन मंत्रिस्तरीय सम्मेलन दिसंबर 2015 में नैरोबी में हुआ।", {"दसवाँ": "नौवाँ", "2015": "2016"}),
    ("निसार को 30 जुलाई 2025 को श्रीहरिकोटा से प्रक्षेपित किया गया।", {"30 जुलाई": "13 जुलाई", "श्रीहरिकोटा": "बेंगलुरु"}),
    (
        "तीसरे भारत–अमेरिका 2+2 संवाद में अमेरिका का प्रतिनिधित्व माइक पोम्पियो और मार्क एस्पर ने किया।",
        {"मार्क एस्पर": "जेम्स मैटिस", "माइक पोम्पियो": "एंटनी ब्लिंकन"},
    ),
    (
        "सीडीआरआई का शुभारंभ 23 सितंबर 2019 को न्यूयॉर्क में हुआ; इसका सचिवालय नई दिल्ली में है।",
        {"2019": "2018", "न्यूयॉर्क": "पेरिस", "नई दिल्ली": "गुरुग्राम"},
    ),
    ("रूस 22 अगस्त 2012 को विश्व व्यापार संगठन का सदस्य बना।", {"2012": "2011"}),
]
OF_THE_CONSTITUTION = [
    (
        "Decided on 24 April 1973, the Kesavananda Bharati case was heard by 13 judges under S. M. Sikri.",
        {"24 April": "26 April", "13 judges": "11 judges"},
    ),
    ("Kesavananda Bharati was decided in 1973 and Minerva Mills in 1980.", {"1973": "1975"}),
    ("The 73rd Amendment has been in force since 24 April 1993.", {"24 April": "24 May"}),
    ("The 101st Amendment inserted Article 246A.", {"101st": "103rd"}),
    ("12वीं अनुसूची 74वें संशोधन द्वारा जोड़ी गई।", {"74वें": "73वें"}),
    ("केशवानंद भारती वाद का निर्णय 24 अप्रैल 1973 को 13 न्यायाधीशों की पीठ ने दिया।", {"24 अप्रैल": "24 मई", "13": "11"}),
]
ALL = [(DEMO, *row) for row in PARAPHRASES] + [(CONSTITUTION, *row) for row in OF_THE_CONSTITUTION]
SWAPS = [(folder, text, old, new) for folder, text, swaps in ALL for old, new in swaps.items()]


def _told(text: str, folder: str) -> list[tuple[int, int]]:
    found = [one for one in judged(text, folder=folder).findings if one.level != "advice"]
    return [(one.column - 1, one.column - 1 + len(one.words)) for one in found]


@pytest.mark.parametrize(("folder", "text"), [(folder, text) for folder, text, _ in ALL])
def test_a_true_paraphrase_is_left_alone(folder: str, text: str) -> None:
    assert [text[first:last] for first, last in _told(text, folder)] == []


@pytest.mark.parametrize(("folder", "text", "old", "new"), SWAPS)
def test_a_swap_is_found(folder: str, text: str, old: str, new: str) -> None:
    start = text.index(old)
    wrong = text[:start] + new + text[start + len(old) :]
    spans = _told(wrong, folder)
    assert any(first < start + len(new) and start < last for first, last in spans), (wrong, spans)
