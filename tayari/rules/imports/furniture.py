"""What stands on a page and is none of its words: adverts, menus, share buttons, notices."""

import re

_MENU = r"home|login|log in|sign in|sign up|menu|tests?|courses?|buy(?: pass)?|search|about(?: us)?|contact(?: us)?"
_NETWORKS = r"whatsapp|facebook|twitter|telegram|x"
_REASONS: tuple[tuple[str, str], ...] = (
    ("advert", r"(?:advertisements?|sponsored|promoted|ad)\b.*|.*\bcrack the exam\b.*|विज्ञापन.*|प्रायोजित.*"),
    ("cookie notice", r".*\b(?:we use cookies|cookie (?:policy|settings)|accept all)\b.*|.*कुकी.*"),
    ("newsletter", r".*\b(?:subscribe|newsletter|sign up for)\b.*|.*(?:सदस्यता लें|न्यूज़लेटर).*"),
    ("follow us", r"(?:join|follow)\b.*\b(?:telegram|whatsapp|youtube|instagram|channel|us)\b.*|.*टेलीग्राम.*"),
    ("share button", rf"(?:(?:share(?: on| this| via)?|tweet|copy link|{_NETWORKS})\b\W*)+|शेयर करें.*"),
    ("copyright", r".*(?:©|all rights reserved|सर्वाधिकार सुरक्षित).*"),
    ("reading time", r"(?:reading time\W*)?\d+\s*min(?:ute)?s? read|\d+ मिनट में पढ़ें"),
    ("breadcrumbs", r"(?:home|होम)\s*[>›»/].*"),
    ("menu", rf"(?:(?:{_MENU})\b\W*){{2,}}"),
    ("button", r"(?:start|take|attempt)(?: the| this)? (?:test|quiz|mock)|download pdf|read more|टेस्ट शुरू करें"),
)
_PATTERNS = tuple((reason, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for reason, pattern in _REASONS)
_LONGEST = 160
# A heading that promises other pages; with nothing after it, it promises nothing.
_PROMISE = re.compile(
    r"(?:you (?:might|may) also like|also read|related (?:articles|posts|stories|tests)|read next|recommended|"
    r"test your knowledge|practice tests?|इन्हें भी पढ़ें|संबंधित लेख|अपना ज्ञान परखें)\W*",
    re.IGNORECASE,
)


def reason(text: str, *, linked: float = 0.0) -> str:
    """Why the text is furniture, in a word or two; empty when it is prose. `linked` is the share of it that is links.

    Prose is never judged by its words: what is longer than a notice is kept.
    """
    told = " ".join(text.split())
    if len(told) > _LONGEST:
        return ""
    for name, pattern in _PATTERNS:
        if pattern.fullmatch(told):
            return name
    return "links" if linked > 0.8 and not told.endswith((".", "।")) else ""


def is_promise(heading: str) -> bool:
    """Whether a heading announces other pages or tests."""
    return bool(_PROMISE.fullmatch(" ".join(heading.split())))
