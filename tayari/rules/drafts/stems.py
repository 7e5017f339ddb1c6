"""Makes questions of the phrases that say facts: what is asked of a subject, and of which subject a value is true."""

import re
from collections.abc import Mapping

from tayari.plain.texts import Texts
from tayari.rules import phrases
from tayari.rules.drafts.values import LANGUAGES, Known, Value

# `{subject}: launched on {object}.` says was launched.
_SHORT = re.compile(r"^\{subject\}: (?P<verb>\w+ed|set up) (?P<prep>on|in|at|by|under) (?P<the>the )?\{object\}\.$")
_WAS = re.compile(
    r"^(?P<sthe>The )?\{subject\} (?P<aux>was|is) (?P<verb>[^{}]+?) "
    r"(?P<prep>on|in|at|by|under|from|of|to|with|through) (?P<the>the )?\{object\}\.$"
)
_SUBJECT = re.compile(r"(\b[Tt]he )?\{subject\}")
_AT_END = re.compile(r",? (the )?\{object\}\.$")
_DATES = {"day": "date", "month": "month", "year": "year"}
_ONE = "which one of the following"
_TYPES: Mapping[str, Texts] = {
    "mechanism": {"en": "mechanism", "hi": "तंत्र"},
    "agreement": {"en": "agreement", "hi": "समझौता"},
    "organisation": {"en": "organisation", "hi": "संगठन"},
    "person": {"en": "person", "hi": "व्यक्ति"},
    "office": {"en": "office", "hi": "पद"},
    "place": {"en": "place", "hi": "स्थान"},
    "country": {"en": "country", "hi": "देश"},
    "event": {"en": "event", "hi": "आयोजन"},
    "exercise": {"en": "exercise", "hi": "अभ्यास"},
    "scheme": {"en": "scheme", "hi": "योजना"},
    "law": {"en": "law", "hi": "विधि"},
    "case": {"en": "case", "hi": "वाद"},
    "mission": {"en": "mission", "hi": "मिशन"},
    "report": {"en": "report", "hi": "रिपोर्ट"},
}


def type_words(kind: str) -> Texts:
    """What stands over a list of entities of a type; concepts are of too many sorts for one word."""
    return _TYPES.get(kind, {"en": "subject", "hi": "विषय"})


def full(phrase: str) -> str:
    """The English phrase as a whole sentence: `{subject}: launched on {object}.` becomes `{subject} was launched …`."""
    return phrase.replace("{subject}: ", "{subject} was ", 1) if _SHORT.match(phrase) else phrase


def about(known: Known) -> Texts:
    """The subject's name as it stands in a sentence, with an article where the phrase has one."""
    article = re.search(r"\bthe \{subject\}", known.predicate.phrase["en"], re.IGNORECASE)
    return {**known.names, "en": f"the {known.names['en']}"} if article else known.names


def listed(known: Known) -> Texts:
    """The subject's name as an entry of a list: with a capital."""
    return {**known.names, "en": _capital(known.names["en"])}


def asked_of(known: Known, value: Value) -> Texts:
    """The stem that asks for the value; `value` has the grain of the options."""
    stem = {"en": _capital(_forward(known, value))}
    if _has_hindi(known):
        name, label = known.names["hi"], known.predicate.label["hi"]
        stem["hi"] = f"{name} के संदर्भ में, “{label}” के लिए निम्नलिखित में से कौन-सा विकल्प सही है?"
    return stem


def _has_hindi(known: Known) -> bool:
    return bool(known.names.get("hi") and known.predicate.label.get("hi"))


def _forward(known: Known, value: Value) -> str:
    phrase, name = known.predicate.phrase["en"], known.names["en"]
    if match := _SHORT.match(phrase):
        return f"{name}: {_wh(known, value, match['prep'])} was it {match['verb']}?"
    if match := _WAS.match(phrase):
        subject = f"the {name}" if match["sthe"] else name
        return f"{_wh(known, value, match['prep'])} {match['aux']} {subject} {match['verb']}?"
    if phrase.startswith(("{object} ", "The {object} ")):
        who = "who" if set(known.predicate.object_types) == {"person"} else _ONE
        rest = re.sub(r"^(The )?\{object\}", who, phrase)
        return _fill(rest.removesuffix(".") + "?", name, "")
    if _AT_END.search(phrase):
        begun = _fill(_AT_END.sub("", _exact(phrase, value)), name, "")
        return begun.rstrip(":") + ":"
    return f"With reference to {about(known)['en']}, {_ONE} is correct for “{known.predicate.label['en']}”?"


def _wh(known: Known, value: Value, preposition: str) -> str:
    if value.date:
        kept = preposition if preposition in {"from", "by"} else "on" if value.grain == "day" else "in"
        return f"{kept} which {_DATES[value.grain]}"
    if value.grain in {"place", "country"} and preposition == "in":
        return "where"
    return f"{preposition} {_ONE}"


def _exact(phrase: str, value: Value) -> str:
    """A phrase on a day becomes one in a month or year, as the value is exact."""
    return phrase.replace(" on {object}", " in {object}") if value.grain in {"month", "year"} else phrase


def which(known: Known, value: Value) -> Texts:
    """The stem that asks of which subject `value` is true."""
    phrase = full(known.predicate.phrase["en"])
    dated = value.date.precision if value.date else ""
    if re.match(r"^\{subject\}( \([^)]*\))?:", phrase) or not _SUBJECT.search(phrase):
        english = f"For {_ONE} is “{known.predicate.label['en']}” {value.texts['en']}?"
    else:
        asking = _SUBJECT.sub("{subject}", phrase, count=1).removesuffix(".") + "?"
        english = phrases.sentence(asking, _ONE, value.texts["en"], "en", dated=dated)
    stem = {"en": _capital(english)}
    if _has_hindi(known) and value.texts.get("hi"):
        label, words = known.predicate.label["hi"], value.texts["hi"]
        stem["hi"] = f"निम्नलिखित में से किसके लिए “{label}” {words} है?"
    return stem


def moment(known: Known) -> Texts:
    """What happened, without its date, to be put in order: `The COMCASA was signed`."""
    found = {}
    for code in LANGUAGES:
        phrase, name, label = known.predicate.phrase.get(code), known.names.get(code), known.predicate.label.get(code)
        if not phrase or not name or not label:
            continue
        cut = _undated(full(phrase), code)
        found[code] = _capital(_fill(cut, name, "")) if cut else f"{name} ({label})"
    return found


def _undated(phrase: str, code: str) -> str:
    """The phrase without its date; empty when it cannot be cut out."""
    if code == "en":
        cut = re.sub(r" (on|in) \{object\}\.$", "", phrase)
    else:
        cut = re.sub(r"\{object\} (को|में) ", "", phrase).rstrip("।.")
    return "" if "{object}" in cut or cut == phrase else cut


def _fill(phrase: str, subject: str, value: str) -> str:
    return phrase.replace("{subject}", subject).replace("{object}", value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
