"""Which typed part of an article a heading opens."""

import re

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("summary", ("summary", "overview", "in brief", "introduction", "सारांश", "परिचय", "संक्षेप")),
    (
        "key-facts",
        ("key (?:facts?|points?|takeaways?|highlights?)", "highlights", "quick facts", "at a glance", "मुख्य तथ्य",
         "मुख्य बिंदु", "प्रमुख तथ्य"),
    ),
    (
        "way-forward",
        ("way forward", "road ahead", "the way ahead", "future prospects", "what next", "conclusion", "आगे की राह",
         "निष्कर्ष"),
    ),
    (
        "challenges",
        ("challenges?", "concerns?", "criticisms?", "issues", "limitations", "hurdles", "चुनौतियाँ", "चुनौतियां", "आलोचना",
         "समस्याएँ"),
    ),
    ("significance", ("significance", "importance", "why (?:it|this) matters", "benefits", "impact", "महत्व", "लाभ")),
    (
        "outcomes",
        ("outcomes?", "results?", "achievements?", "decisions", "agreements", "what came of it", "परिणाम", "उपलब्धियाँ",
         "निर्णय"),
    ),
    (
        "actors",
        ("actors?", "stakeholders", "who(?:'s| is) who", "participants", "key organi[sz]ations", "organi[sz]ations",
         "प्रमुख पक्ष", "हितधारक", "प्रतिभागी"),
    ),
    ("connections", ("connections?", "related (?:concepts|issues|topics)", "comparison", "linkages", "संबंध", "तुलना")),
    (
        "background",
        ("background", "history", "context", "origins?", "evolution", "about", "what is", "पृष्ठभूमि", "इतिहास", "संदर्भ"),
    ),
)  # fmt: skip
_PATTERNS = tuple((part, re.compile(rf"\b(?:{'|'.join(told)})(?!\w)", re.IGNORECASE)) for part, told in _PARTS)
_BEGINS = tuple(
    (part, re.compile(rf"(?:the |its )?(?:{'|'.join(told)})(?!\w)", re.IGNORECASE)) for part, told in _PARTS
)


def part_of(heading: str) -> str:
    """`background` for “Background of the Dialogue”; empty when it names no part. The first words count most."""
    told = " ".join(heading.split())
    for patterns, method in ((_BEGINS, "match"), (_PATTERNS, "search")):
        for part, pattern in patterns:
            if getattr(pattern, method)(told):
                return part
    return ""
