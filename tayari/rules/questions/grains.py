"""Of what type and grain a short text is: a year, a day, an amount, a name …, so that options can be alike."""

import re

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर"
)
_GRAINS = (
    ("year", re.compile(r"(in |सन् )?[12]\d{3}(–\d{2,4})?( में)?")),
    ("day", re.compile(rf"(on )?\d{{1,2}} ({_MONTHS}),? [12]\d{{3}}( को)?")),
    ("month", re.compile(rf"(in )?({_MONTHS}),? [12]\d{{3}}( में)?")),
    ("number", re.compile(r"[+−-]?[\d,.]+")),
    ("amount", re.compile(r"(₹|US\$|\$|€)? ?[\d,.]+ ?(%|per cent|प्रतिशत|[\w₹$/ ]{1,40})")),
)


def grain(text: str) -> str:
    """`year`, `day`, `month`, `number`, `amount`, `sentence` (it ends with a full stop or is long) or `name`."""
    plain = text.strip().rstrip(".।")
    for name, pattern in _GRAINS:
        if pattern.fullmatch(plain):
            return name
    return "sentence" if text.strip().endswith((".", "।")) or len(plain.split()) > 12 else "name"
