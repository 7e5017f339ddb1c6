"""The ways in which the names of a base may be written: as given, shortened, turned round, by surname."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tayari.rules.lint.base import Entity, FactBase, Name
from tayari.rules.lint.implied import without_number
from tayari.rules.lint.lexicon import BETWEEN, EDITION_NOUNS, GENERIC, STOP
from tayari.rules.lint.reading.dates import dates
from tayari.rules.lint.reading.names import Form
from tayari.rules.lint.reading.tokens import keys, tokens

_PAIR = re.compile(r"(.+?)\s?[–—-]\s?(\S+)(?=\s|$)")
_SPELT = "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड"
_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", re.findall(r"\S+", _SPELT), strict=True))
_AT_END, _IN_ROW = GENERIC | BETWEEN, BETWEEN | EDITION_NOUNS
_OF_COUNTRY = re.compile(
    r"^\w+['’]s\s+|^(?:India|Indian|भारतीय)\s+|^भारत (?:का|की|के)\s+|^[^\W\d]\S*[–—-][^\W\d]\S*\s+|"
    r"\s+(?:for|of)\s+[A-Z]\w+$"
)
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")


def _countries(base: FactBase) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every name of a country, with all names of that country in the same script."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entity in base.entities.values():
        if entity.type != "country":
            continue
        for language in ("en", "hi"):
            texts = tuple(one.text for one in entity.names if one.language in (language, ""))
            for text in texts:
                found.setdefault(keys(text), texts if language == "en" else tuple(t for t in texts if not t.isascii()))
    found[keys("India")] = (*found.get(keys("India"), ("India",)), "Indo")
    return found


def _turned(text: str, countries: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    """India–US 2+2 is also US–India 2+2 and India–America 2+2: pairs of countries, in either order and by any name."""
    match = re.search(r"(\S+)[–—-](\S+)", text)
    if not match:
        return
    one, other = countries.get(keys(match[1])), countries.get(keys(match[2]))
    if not one or not other:
        return
    before, after = text[: match.start()], text[match.end() :]
    for left in one:
        for right in other:
            yield f"{before}{left}–{right}{after}"
            yield f"{before}{right}–{left}{after}"


def _short(text: str) -> Iterator[str]:
    """Without what stands in brackets, after a comma or as a closing year."""
    bare = _PARENTHESIS.sub("", text).strip()
    if bare and bare != text and len(keys(bare)) > 1:
        yield bare
    # India–US civil nuclear initiative; NSG waiver for India.
    cut = _OF_COUNTRY.sub("", bare)
    if cut != bare and len(keys(cut)) > 1 and not re.search(r"\d", cut):
        yield cut
    head, comma, tail = bare.partition(",")
    if (
        comma
        and len(head) > 3
        and (tail.strip().isdecimal() or (len(keys(head)) == 1 and len(keys(tail)) == 1) or len(keys(head)) > 3)
    ):
        yield head


def _bare(text: str) -> str:
    """A name without the nouns that only say what sort of thing it is: 2+2 for 2+2 dialogue. Only what no common
    word can be taken for, so with a figure or capitals; else empty."""
    words = [one for one in tokens(text) if one.key not in GENERIC]
    told = " ".join(one.text for one in words)
    if not words or len(words) == len(tokens(text)) or len(words) > 1:
        return ""
    return told if re.search(r"\d\D+\d|[A-Z]{3}", told) else ""


def _core(text: str) -> str:
    """A row's name without the nouns at its end, as long as a pair of countries and a word remain."""
    words = tokens(text)
    while len(words) > 3 and words[-1].key in _AT_END and re.search(r"\S[–—-]\S", text[: words[-2].end]):
        words.pop()
    while len(words) > 2 and words[-1].key in STOP:
        words.pop()
    return text[words[0].start : words[-1].end] if words else ""


def _numbered(text: str) -> str:
    """“second instalment of X” for “second X instalment”."""
    words = tokens(text)
    if len(words) < 3 or not words[0].key.startswith("#") or words[-1].key not in EDITION_NOUNS or not text.isascii():
        return ""
    return f"{words[0].text} {words[-1].text} of {text[words[1].start : words[-2].end]}"


def _owned(text: str) -> tuple[str, str]:
    """The owner and the noun of “PM-KISAN instalment”, “WTO Ministerial Conference”; empty where none is told."""
    words = tokens(text)
    at = len(words)
    while at > 1 and words[at - 1].key in _IN_ROW:
        at -= 1
    if not 0 < at < len(words) or words[-1].key not in EDITION_NOUNS:
        return "", ""
    return text[words[0].start : words[at - 1].end], text[words[at].start : words[-1].end]


def _of_owner(text: str, called: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    """“instalment of X”, “Ministerial Conference of the X”, “X का सम्मेलन”, with X by any of its names."""
    owner, noun = _owned(text)
    for name in called.get(keys(owner), (owner,)) if owner else ():
        if noun.isascii():
            yield f"{name} {noun}"
            yield from (f"{noun} {link} {name}" for link in ("of", "of the", "under", "under the"))
        else:
            yield from (f"{name} {noun}", f"{name} का {noun}")


def _called(base: FactBase) -> dict[tuple[str, ...], tuple[str, ...]]:
    """All names of what has several, by each."""
    told = {entity.ref: tuple(name.text for name in entity.names) for entity in base.entities.values()}
    return {keys(text): texts for texts in told.values() if len(texts) > 1 for text in texts}


def stem_of_edition(text: str) -> str:
    """The name of the row in that of one of its editions: India–US 2+2 in second India–US 2+2."""
    for found in reversed(dates(text)):
        text = text[: found.start] + text[found.end :]
    text = without_number(text)[0]
    kept = [one for one in tokens(text) if not one.key.startswith("#")]
    if not kept:
        return ""
    told = text[kept[0].start : kept[-1].end]
    return re.sub(r"^(?:की|का|के|of)\s+|\s+(?:of|in|की|का|के)$", "", told).strip()


def _of_entity(entity: Entity, countries: Mapping[tuple[str, ...], tuple[str, ...]], row: bool) -> Iterator[Form]:
    for name in entity.names:
        yield Form(entity.ref, name.text, name.kind)
        if name.kind == "acronym":
            spelt = _spelt(name.text) if name.text.isalpha() and len(name.text) > 2 else ""
            if spelt:
                yield Form(entity.ref, spelt, "alias")
            continue
        for text in (*_short(name.text), _numbered(name.text)):
            yield Form(entity.ref, text, "short", weak=entity.type not in ("place", "law", "event"))
        for whole in {name.text, _core(name.text) if row else name.text}:
            yield Form(entity.ref, whole, name.kind)
            yield from (Form(entity.ref, text, name.kind) for text in _turned(whole, countries))
        yield from _by_pair(entity, name.text, countries)
        turned = (*_of_pair(entity, name.text), *(_turned_noun(name.text) if entity.type == "agreement" else ()))
        yield from (Form(entity.ref, text, "alias") for text in (*_told_shortly(entity, name.text), *turned))
        if entity.type == "place":
            yield Form(entity.ref, name.text.partition(",")[0], "short")
        bare = _bare(name.text) if row else ""
        if bare:
            yield Form(entity.ref, bare, "bare", weak=True)
    if entity.type == "person":
        yield from _surnames(entity)
    if entity.type == "office":
        yield from _offices(entity)


def _told_shortly(entity: Entity, text: str) -> Iterator[str]:
    """“Golaknath” of a case against somebody, “DS456” of a dispute, “the 2004 policy” of a policy 2004–09."""
    if entity.type == "case":
        head = re.split(r",?\s+(?:v\.?|vs\.?|बनाम|Ltd\.?|Limited|लिमिटेड)\s+", text)[0]
        if head != text and len(keys(head)) > 1:
            yield head
        yield from re.findall(r"\b[A-Z]{2,}\d{2,}\b", text)
    dated = re.fullmatch(r"(\D+?),?\s+((?:19|20)\d\d)(?:[-–]\d\d(?:\d\d)?)?", text)
    if dated and len(keys(dated[1])) > 1:
        yield from (f"{dated[2]} {dated[1]}", f"{dated[1]} of {dated[2]}", f"{dated[1]} {dated[2]}")


def _of_pair(entity: Entity, text: str) -> Iterator[str]:
    """“2005 India–US defence framework” for “2005 defence framework”, where a name of it has the pair."""
    match = re.fullmatch(r"((?:19|20)\d\d)\s+((?:का|की|के)\s+)?(\D+)", text)
    if match and not re.search(r"\S[–—-]\S", text):
        for pair in {pair for name in entity.names for pair in re.findall(r"[^\W\d]\S*[–—-][^\W\d]\S*", name.text)}:
            if pair.isascii() == text.isascii() or text.isascii() == pair.replace("–", "-").isascii():
                yield f"{match[1]} {match[2] or ''}{pair} {match[3]}"


def _turned_noun(text: str) -> Iterator[str]:
    """“arrangement on Space Situational Awareness” for the SSA arrangement; “जागरूकता की व्यवस्था”."""
    words = tokens(text)
    if len(words) < 3 or words[-1].key not in GENERIC:
        return
    rest, noun = text[: words[-2].end], words[-1].text
    if text.isascii():
        yield from (f"{noun} {link} {rest}" for link in ("on", "on the", "for", "about"))
    else:
        yield from (f"{rest} {link} {noun}" for link in ("का", "पर"))


def _with_other(
    parties: tuple[str, str], acronym: str, names: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Iterator[str]:
    """“CEPA with Japan”, “the UAE CEPA”, “जापान के साथ भारत का सेपा” for India–Japan CEPA."""
    called = {one: names.get(keys(one), (one,)) for one in parties}
    own = [one for one in parties if "India" in called[one] or "भारत" in called[one]]
    for other in parties if own else ():
        for country in called[other] if other not in own else ():
            if country.isascii():
                yield from (f"{acronym} with {country}", f"{acronym} with the {country}", f"{country} {acronym}")
            else:
                yield from (f"{country} के साथ भारत का {acronym}", f"{country} के साथ {acronym}")


def _spelt(acronym: str) -> str:
    """An acronym by the names of its letters in Devanagari, as it is read out: WTO, डब्ल्यूटीओ."""
    return "".join(_LETTERS[letter] for letter in acronym) if acronym.isascii() and acronym.isupper() else ""


def _by_pair(entity: Entity, text: str, countries: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[Form]:
    """“India–Japan CEPA”, by the countries in its name and its acronym or that of the words after them."""
    match = re.match(r"(\S+)[–—-](\S+)\s+(.+)", text)
    known = [keys(part) in countries for part in match.groups()[:2]] if match else []
    # A partner that the base does not hold is still told apart from the others by its word.
    if match and (all(known) or (any(known) and entity.type == "agreement")):
        own = [one.text for one in entity.names if one.kind == "acronym"]
        letters = "".join(word.text[0] for word in tokens(match[3]) if word.text[:1].isupper())
        for acronym in {*own, letters} if match[3].isascii() and len(letters) > 2 else own:
            told = _turned(f"{match[1]}–{match[2]} {acronym}", countries) if all(known) else ()
            for turned in (*told, *_with_other((match[1], match[2]), acronym, countries)):
                yield Form(entity.ref, turned, "alias")


def _surnames(entity: Entity) -> Iterator[Form]:
    for name in entity.names:
        words = tokens(name.text)
        if len(words) > 1 and len(words[-1].text) > 2:
            yield Form(entity.ref, words[-1].text, "surname", weak=True)


def _offices(entity: Entity) -> Iterator[Form]:
    """Defence Minister for Defence Minister of India; Secretary of State for US Secretary of State."""
    for name in entity.names:
        text = name.text
        for cut in (
            re.sub(r"\s+of\s+(?:the\s+)?[A-Z][\w ]+$", "", text) if not text.startswith("US ") else text,
            re.sub(r"^(?:US|Indian|Union|American)\s+", "", text),
            re.sub(r"\s+Minister(?:\s+of\s+India)?$", " portfolio", text),
            re.sub(r"^(?:भारत के|अमेरिकी|भारतीय|अमेरिका के)\s+", "", text),
        ):
            if cut != text and len(keys(cut)) > 1:
                yield Form(entity.ref, cut, "short")
        if text.startswith("अमेरिकी "):
            yield Form(entity.ref, f"अमेरिका के {text.partition(' ')[2]}", "short")
        if text.startswith("US "):
            yield Form(entity.ref, f"American {text[3:]}", "short")
        match = re.fullmatch(r"(.+) of India", text)
        if match:
            yield from (Form(entity.ref, f"{adjective} {match[1]}", "short") for adjective in ("Indian", "India"))


def forms(base: FactBase, edition_row: Mapping[str, str], editions_judged: Iterable[str]) -> list[Form]:
    """All forms of all entities. An edition that its number or date tells is found by those, not by its name."""
    countries, called = _countries(base), _called(base)
    hidden, rows = set(editions_judged), set(edition_row.values())
    named = {keys(name.text): entity.ref for entity in base.entities.values() for name in entity.names}
    found: dict[Form, None] = {}

    def add(entity: Entity, row: bool) -> None:
        told = [*_of_entity(entity, countries, row)]
        if row:
            texts = (text for name in entity.names for text in _of_owner(name.text, called))
            told += [Form(entity.ref, text, "alias") for text in texts]
            # What a row's name is shortened to may be the name of that of which it is the row.
            told = [one for one in told if named.get(keys(one.text), entity.ref) == entity.ref]
        found.update(dict.fromkeys(told))

    for entity in base.entities.values():
        if entity.ref not in hidden:
            add(entity, entity.ref in rows)
            continue
        row = base.entities.get(edition_row[entity.ref])
        for name in entity.names if row else ():
            text = stem_of_edition(name.text)
            if text == name.text:
                found[Form(entity.ref, text, name.kind)] = None
            elif row and len(keys(text)) > 1:
                add(Entity(row.ref, row.type, (Name(text, name.language, "alias"),)), True)
    full = {one.ref for one in base.with_role("expansion")}
    for fact in base.facts:
        if fact.predicate in full and len(keys(fact.value)) > 2:
            found[Form(fact.subject, fact.value, "name")] = None
    return _unshared(found)


def _unshared(found: Iterable[Form]) -> list[Form]:
    """Without weak forms that are a strong form of something else, or common to several that are no persons."""
    strong: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form in found:
        if not form.weak:
            strong[keys(form.text)].add(form.ref)
    return [form for form in found if not form.weak or not (strong[keys(form.text)] - {form.ref})]
