"""What each rule of the page says, in the language of the words that it objects to, and how heavily it weighs."""

from collections.abc import Mapping

from tayari.rules.lint.findings import Level

LEVELS: Mapping[str, Level] = {
    "page.duplicate-heading": "warning",
    "page.near-duplicate-paragraph": "warning",
    "page.heading-equals-caption": "warning",
    "page.title-lost-characters": "error",
    "page.unit": "error",
    "page.range-ends-in-future": "warning",
    "page.glued-label": "error",
    "page.reading-time": "warning",
    "page.no-as-of": "warning",
    "page.no-source": "warning",
    "page.identical-link-texts": "warning",
    "page.empty-promise": "warning",
    "page.mixed-spelling": "warning",
    "page.loaded-words": "advice",
}
_ENGLISH = {
    "page.duplicate-heading": "This heading stands already at line {line}.",
    "page.near-duplicate-paragraph": "This paragraph says nearly the same as the one at line {line}.",
    "page.heading-equals-caption": "This heading repeats the caption of a picture or table.",
    "page.title-lost-characters": "Title or address lost characters: the page itself has “{right}”.",
    "page.unit": "The unit cannot be right here; perhaps {likely} is meant.",
    "page.range-ends-in-future": "The range ends in {end}, and it is {year}.",
    "page.glued-label": "A word and a number stand together without a space.",
    "page.reading-time": "It says {said} min; its words take about {right} min.",
    "page.no-as-of": "The page says nowhere as of which day it holds.",
    "page.no-source": "The page names no source.",
    "page.identical-link-texts": "Another link with the same words leads elsewhere ({other}).",
    "page.empty-promise": "More is promised here and nothing follows.",
    "page.mixed-spelling": "British and American spelling are mixed; the rest of the page would write “{other}”.",
    "page.loaded-words": "This word judges instead of telling; say what happened, or who says so.",
}
_HINDI = {
    "page.duplicate-heading": "यह शीर्षक पंक्ति {line} पर पहले से है।",
    "page.near-duplicate-paragraph": "यह अनुच्छेद लगभग वही कहता है जो पंक्ति {line} पर है।",
    "page.heading-equals-caption": "यह शीर्षक किसी चित्र या तालिका के कैप्शन की नकल है।",
    "page.title-lost-characters": "शीर्षक या पते से अक्षर छूट गए हैं: पृष्ठ में “{right}” है।",
    "page.unit": "यहाँ इकाई सही नहीं हो सकती; शायद {likely} होना चाहिए।",
    "page.range-ends-in-future": "अवधि {end} में समाप्त होती है, जबकि अभी {year} है।",
    "page.glued-label": "शब्द और संख्या के बीच जगह नहीं है।",
    "page.reading-time": "{said} मिनट लिखा है; शब्दों के हिसाब से लगभग {right} मिनट लगेंगे।",
    "page.no-as-of": "पृष्ठ कहीं नहीं बताता कि वह किस तिथि तक सही है।",
    "page.no-source": "पृष्ठ किसी स्रोत का नाम नहीं देता।",
    "page.identical-link-texts": "इन्हीं शब्दों वाली दूसरी कड़ी कहीं और ले जाती है ({other})।",
    "page.empty-promise": "यहाँ और सामग्री का वादा है, पर आगे कुछ नहीं है।",
    "page.mixed-spelling": "ब्रिटिश और अमेरिकी वर्तनी मिली हुई है; शेष पृष्ठ “{other}” लिखता है।",
    "page.loaded-words": "यह शब्द बताने के बजाय फ़ैसला सुनाता है; लिखें कि क्या हुआ, या यह किसका कथन है।",
}


def said(rule: str, told: Mapping[str, str], language: str) -> str:
    """The rule's sentence, filled in."""
    return (_HINDI if language == "hi" else _ENGLISH)[rule].format(**told)
