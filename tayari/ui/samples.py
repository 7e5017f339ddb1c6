"""What the gallery shows: each component filled once, in the page's language."""

from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import get_language

from tayari.ui.shown import Bubble, BubbleState, Card, Crumb, Moment, Progress, ShownPicture

_STATIC_PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 675'%3E%3Crect width='1200' height='675' fill='%23fbf7ef'/%3E%3Cg fill='none' stroke='%231d2433' stroke-width='12'%3E%3Ccircle cx='300' cy='338' r='90'/%3E%3Ccircle cx='900' cy='338' r='90'/%3E%3C/g%3E%3Ccircle cx='600' cy='338' r='96' fill='%232a4d8f'/%3E%3C/svg%3E"  # noqa: E501 — one address

_WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "titles": (
            "India–US 2+2 Ministerial Dialogue",
            "Foundational agreements, from GSOMIA to BECA",
            "IR 365",
            "India–US relations: 25 questions",
            "Fifth 2+2 in New Delhi, as it happened",
            "Coalition for Disaster Resilient Infrastructure",
            "The civil nuclear path",
        ),
        "labels": ("Article", "Article", "Series", "Mock", "Live", "Article", "Article"),
        "meta": ("7 min read", "12 sources"),
        "mock_meta": ("20 questions", "19 s each", "6 min 20 s"),
        "start": "Start: India–US 2+2",
        "one": "The first meeting was held in New Delhi on 6 September 2018; it brings the ministers for foreign "
        "affairs and for defence of both countries to one table.",
        "more": "COMCASA was signed at that meeting. Each number leads to the source of the words before it.",
        "date": "6 September 2018",
        "place": "First meeting, New Delhi",
        "place2": "Second meeting, Washington DC",
        "date2": "18 December 2019",
        "organisation": "Coalition for Disaster Resilient Infrastructure",
        "type": "International organisation",
        "note": "Works for infrastructure that withstands disasters.",
        "caption": "Three bubbles, one filled.",
        "progress": "3 of 12 read",
        "correction": "An earlier version of this page named the wrong city.",
        "empty": "No mocks here yet",
        "empty_text": "New ones come with each article of the series.",
        "empty_link": "See all mocks",
        "pairs": (("Questions", "25"), ("Time", "30 min"), ("Marks", "+2 right, −2/3 wrong")),
    },
    "hi": {
        "titles": (
            "भारत–अमेरिका 2+2 मंत्रिस्तरीय संवाद",
            "आधारभूत समझौते: जीसोमिया से बेका तक",
            "IR 365: अंतरराष्ट्रीय संबंध",
            "भारत–अमेरिका संबंध: 25 प्रश्न",
            "नई दिल्ली में पाँचवाँ 2+2 संवाद, क्रमवार",
            "आपदा-रोधी अवसंरचना गठबंधन",
            "असैन्य परमाणु सहयोग का मार्ग",
        ),
        "labels": ("लेख", "लेख", "शृंखला", "मॉक टेस्ट", "लाइव", "लेख", "लेख"),
        "meta": ("9 मिनट में पढ़ें", "12 स्रोत"),
        "mock_meta": ("20 प्रश्न", "प्रति प्रश्न 19 सेकंड", "6 मिनट 20 सेकंड"),
        "start": "शुरू करें: भारत–अमेरिका 2+2",
        "one": "पहली बैठक 6 सितंबर 2018 को नई दिल्ली में हुई; इसमें दोनों देशों के विदेश और रक्षा मंत्री एक साथ बैठते हैं।",
        "more": "उसी बैठक में संचार सुसंगतता और सुरक्षा समझौते (COMCASA) पर हस्ताक्षर हुए। "
        "हर अंक अपने पहले के शब्दों के स्रोत तक ले जाता है।",
        "date": "6 सितंबर 2018",
        "place": "पहली बैठक, नई दिल्ली",
        "place2": "दूसरी बैठक, वॉशिंगटन डीसी",
        "date2": "18 दिसंबर 2019",
        "organisation": "आपदा-रोधी अवसंरचना गठबंधन",
        "type": "अंतरराष्ट्रीय संगठन",
        "note": "ऐसी अवसंरचना के लिए काम करता है जो आपदाओं को सह सके।",
        "caption": "तीन गोले, एक भरा हुआ।",
        "progress": "12 में से 3 पढ़े",
        "correction": "इस पृष्ठ के पिछले रूप में नगर का नाम ग़लत था।",
        "empty": "यहाँ अभी कोई मॉक टेस्ट नहीं है",
        "empty_text": "शृंखला के हर लेख के साथ नए टेस्ट आते हैं।",
        "empty_link": "सभी मॉक टेस्ट देखें",
        "pairs": (("प्रश्न", "25"), ("समय", "30 मिनट"), ("अंक", "सही पर +2, ग़लत पर −2/3")),
    },
}


@dataclass(frozen=True, slots=True)
class _Source:
    publisher: str
    title: str
    date_words: str
    url: str = ""
    looked_up: str = ""
    excerpt: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True)
class _Fact:
    sentence: str
    sources: tuple[_Source, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    number: int
    fact: _Fact


@dataclass(frozen=True, slots=True)
class _Organisation:
    name: str
    type_words: str
    note: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    language: str
    note: int = 0
    label: str = ""
    url: str = ""
    settled: bool = True


@dataclass(frozen=True, slots=True)
class _Column:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    url: str = "#"
    also: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    id: str
    head: str
    columns: tuple[_Column, ...]
    drawn: tuple[tuple[_Row, tuple[tuple[_Column, tuple[_Said, ...]], ...]], ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    who: str
    said: _Said
    url: str = ""
    date_words: str = ""
    about: str = ""


def _fact_table(words: dict[str, Any], language: str) -> _Table:
    when, where = _Column("date", words["pairs"][1][0]), _Column("place", words["labels"][0])
    days, places = (words["date"], words["date2"]), (words["place"], words["place2"])
    said = [(_Said(day, language, number),) for number, day in enumerate(days, start=1)]
    told = (_Said(places[0], language, 1, words["type"]), _Said(words["more"], language, 2, settled=False))
    return _Table(
        "fact-table",
        words["labels"][0],
        (when, where),
        (
            (_Row(words["titles"][0], also="2+2"), ((when, said[0]), (where, told))),
            (_Row(words["titles"][5]), ((when, said[1]), (where, ()))),
        ),
    )


class _SampleForm(forms.Form):
    """A form with an error, a help text and a choice."""

    name = forms.CharField(max_length=40, help_text="A name that others may see. / वह नाम जो दूसरों को दिखे।")
    email = forms.EmailField(required=False)
    agree = forms.BooleanField()


def _cards(words: dict[str, Any]) -> list[Card]:
    kinds = ("article", "article", "series", "mock", "live", "article", "article")
    found = []
    for kind, label, title in zip(kinds, words["labels"], words["titles"], strict=True):
        mock = kind == "mock"
        found.append(
            Card(
                kind=kind,  # type: ignore[arg-type]
                label=label,
                title=title,
                url="#cards",
                meta=words["mock_meta"] if mock else words["meta"],
                link=words["start"] if mock else "",
                now=kind == "live",
            )
        )
    return found


def all_of_them() -> dict[str, Any]:
    """The context of the gallery."""
    language = get_language() or "en"
    words = _WORDS.get(language, _WORDS["en"])
    states = get_args(BubbleState)
    form = _SampleForm({"name": "", "email": "not an address", "agree": ""})
    source = _Source("Gallery", words["titles"][0], words["date"], excerpt=words["one"], looked_up="2026-11-23")
    organisation = _Organisation(words["organisation"], words["type"], words["note"])
    read = [Bubble(words["titles"][0], "answered", "#progress")] * 3 + [Bubble(words["titles"][1], "unseen")] * 9
    return {
        "words": words,
        "cards": _cards(words),
        "states": states,
        "notice_kinds": ("info", "now", "right", "wrong", "correction"),
        "moments": [
            Moment("2018-09-06", words["date"], words["place"], 1),
            Moment("2019-12-18", words["date2"], words["place2"], 2, now=True),
        ],
        "organisations": [organisation, organisation, organisation],
        "notes": [_Note(1, _Fact(words["one"], (source,))), _Note(2, _Fact(words["more"], (source, source)))],
        "fact_table": _fact_table(words, language),
        "voices": [_Voice(words["organisation"], _Said(words["note"], language, 1), "#", words["date"], words["type"])],
        "picture": ShownPicture(_STATIC_PICTURE, 1200, 675, words["caption"], words["caption"], "Tayari, CC BY 4.0"),
        "progress": Progress(words["progress"], tuple(read)),
        "trail": [Crumb(words["labels"][0], "#"), Crumb(words["titles"][0])],
        "previous": {"title": words["titles"][1], "url": "#"},
        "next": {"title": words["titles"][5], "url": "#"},
        "page_obj": Paginator(range(100), 10).page(3),
        "sample_form": form,
        "pairs": words["pairs"],
        "day": date(2026, 11, 23),
        "headings": [{"id": "cards", "title": title} for title in words["titles"][:3]],
        "colours": (
            "paper",
            "paper-2",
            "ink",
            "ink-2",
            "line",
            "line-strong",
            "blue",
            "blue-soft",
            "marigold",
            "marigold-soft",
            "marigold-ink",
            "vermilion",
            "vermilion-soft",
            "leaf",
            "leaf-soft",
        ),
    }
