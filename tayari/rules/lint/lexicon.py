"""Words of English and Hindi by what they do in a sentence. Subjects are no part of it: those come from predicates."""

import re
from collections.abc import Mapping

from tayari.rules.lint.reading.tokens import keys


def _set(*texts: str) -> frozenset[str]:
    return frozenset(key for text in texts for key in keys(text))


def words_of(text: str) -> frozenset[str]:
    """Words as they are written, not as keys."""
    return frozenset(text.split())


def _phrases(*texts: str) -> frozenset[tuple[str, ...]]:
    return frozenset(keys(phrase) for text in texts for phrase in text.split(" | "))


# Cues by role, used where a predicate brings none of its own in that language.
CUES: Mapping[str, Mapping[str, str]] = {
    "happened": {
        "en": "held | met | took place | take place | convened | hosted | organised | conducted | occurred | happened",
        "hi": "आयोजित | आयोजन | संपन्न | सम्पन्न | हुआ | हुई | हुए | बैठक हुई",
    },
    "place": {
        "en": "held | met | took place | take place | convened | hosted | organised | conducted | travelled to",
        "hi": "आयोजित | आयोजन | संपन्न | सम्पन्न | हुआ | हुई | हुए | मेज़बानी",
    },
    "participant": {
        "en": "represented | attended | led | took part | participated | co-chaired | chaired | hosted | joined | "
        "sat | received | met | present | delegation | represent | lead | side | came to | travelled to | flew to | "
        "consisted of | spoke for | ministers were | ministers | faced | welcomed",
        "hi": "प्रतिनिधित्व | भाग लिया | शामिल | नेतृत्व | सह-अध्यक्षता | अध्यक्षता | उपस्थित | मेज़बानी | हिस्सा लिया | आए | "
        "पक्ष रखा | पहुँचे | मौजूद | की ओर से",
    },
    "begun": {
        "en": "launched | founded | established | set up | created | inaugurated | began | signed | started | formed",
        "hi": "स्थापना | स्थापित | आरंभ | शुरू | शुभारंभ | लॉन्च | हस्ताक्षर | गठन | गठित | उद्घाटन",
    },
    "announced": {
        "en": "announced | agreed | unveiled | made public | announcement",
        "hi": "घोषणा | घोषित | सहमति | ऐलान",
    },
    "operational": {
        "en": "came into force | entered into force | in force from | took effect | effective from | commenced | "
        "enforced | operational | into force | came into effect",
        "hi": "लागू | प्रवृत्त | प्रभावी | प्रभाव में",
    },
    "ended": {
        "en": "ended | lapsed | expired | withdrawn | abolished | repealed | dissolved | ceased",
        "hi": "समाप्त | समापन | निरस्त | भंग",
    },
    "replaced": {
        "en": "replaced | replaces | replacing | superseded | subsumed",
        "hi": "स्थान लिया | जगह ली | जगह लाया गया",
    },
    "replaced-by": {
        "en": "replaced by | succeeded by | superseded by | followed by",
        "hi": "स्थान | उत्तराधिकारी | जगह",
    },
    "part-of": {
        "en": "annex to | part of | member of | belongs to | annexed to | joined | members of",
        "hi": "अनुलग्नक | का हिस्सा | का भाग | सदस्य | का अंग",
    },
    "seat": {
        "en": "headquarters | headquartered | based in | seat | secretariat",
        "hi": "मुख्यालय | सचिवालय",
    },
    "expansion": {"en": "stands for | full form | full name | expands to | short for", "hi": "पूरा नाम | पूर्ण रूप"},
    "effect": {
        "en": "enables | enable | allows | allow | permits | provides for | provide | lets | facilitates | covers | "
        "allowing | enabling | deals with | governs | provides",
        "hi": "संभव | अनुमति | प्रावधान | सुविधा | सक्षम | उपलब्ध",
    },
    "term": {
        "en": "served as | was the | became | took office | held office | appointed | sworn in",
        "hi": "बने | बनीं | बना | पद | पदभार | रहे | रहीं",
    },
}

# Where a predicate has the first as its cue, the others say the same.
ALIKE: Mapping[str, str] = {
    "signed": "inked | penned | put their signatures | put his signature | put her signature | put pen to",
    "inaugurated": "opened | thrown open | commissioned",
    "headquartered": "headquarters | head office | based in | seat | home is | is home to | sits in | has its home",
    "held": "took place | take place | was hosted | played host",
    "launched": "rolled out | unveiled | kicked off | set going",
    "succeeded by": "gave way to | made way for | replaced by | superseded by | taken over by",
    "replaced": "took the place of | takes the place of | supplanted | superseded | stepped into the place of",
    "lifted off": "blasted off | took off | went up | rose from",
    "entered into force": "came into force | came into effect | took effect | in force since | became effective",
    "हस्ताक्षर": "दस्तख़त | दस्तखत | हस्ताक्षरित | क़लम चलाई | कलम चलाई | मुहर लगी | मुहर लगाई | मुहर लगने",
    "मुख्यालय": "प्रधान कार्यालय | सचिवालय",
    "आयोजित": "आयोजन | संपन्न | हुआ | हुई | मेज़बानी | मेजबानी",
    "शुभारंभ": "शुरुआत | लॉन्च | आरंभ",
}

# Words too weak to outdo another cue in the same clause.
WEAK_CUES = _set("हुआ हुई हुए met began started created was आए स्थान जगह पद side")

# Nouns for something else that stands in such a relation to what was named.
KIN = _set("successor predecessor counterpart sequel precursor forerunner twin rival उत्तराधिकारी पूर्ववर्ती")

# Words for one of several that were named, or for one more.
OTHERS = _set("next latter former other following previous earlier later अगला अगली अगले")

NEGATIONS = _set("none not never nor neither without cannot नहीं न ना बिना")

# A claim in such a sentence is not made by its author: imagined, planned, doubted, or reported as an error.
IMAGINED = _phrases(
    "if | unless | would have | could have | might have | suppose | supposing | hypothetical | hypothetically | "
    "imagine | whether | "
    "had it | should have | यदि | अगर | मान लीजिए | काश | होता तो | होती तो | शायद | चाहे"
)
DOUBTED = _phrases(
    "wrongly | mistakenly | erroneously | incorrectly | falsely | mistaken | erroneous | incorrect | wrong | "
    "false | "
    "untrue | myth | misconception | confuse | confused | confuses | misreported | misprinted | misprint | "
    "rumour | rumoured | "
    "rumor | error | mistake | misstated | misstate | contrary to | slip | believed to | often said | "
    "said to have | often given | often told | claim | claims | claimed | alleged | allegedly | reportedly | "
    "corrected | misattributed | "
    "misremember | misread | still put | still puts | still say | still says | still give | still gives | "
    "still date | still dates | still list | still lists | still print | still prints | some reports | "
    "some books | some notes | some guides | many notes | "
    "some pages | several pages | many pages | several books | many books | several notes | "
    "some sources | several sources | many sources | some sites | several sites | "
    "अब भी लिख | अब भी बता | typo | trap | distractor | गलत | ग़लत | गलती | ग़लती | त्रुटि | भ्रम | भ्रांति | "
    "अफ़वाह | अफवाह | असत्य | कई पुस्तकों में | कुछ पुस्तकों में | कई किताबों में | कुछ किताबों में | "
    "झूठ | कथित | मिथक | दावा | भ्रामक"
)
PLANNED = _phrases(
    "would | could | might | "
    "planned for | planned | was to be | was to have | were to | was due | had been due | slated | originally | "
    "earlier scheduled | scheduled for | was scheduled | were scheduled | had been scheduled | postponed | "
    "cancelled | "
    "called off | expected to | proposed for | put off | deferred | rescheduled | was to | intended | hoped | "
    "प्रस्तावित | निर्धारित थी | तय थी | तय था | तय थे | टाल | टली | स्थगित | होनी थी | होना था | होने वाली थी | "
    "आशा | उम्मीद | अपेक्षा | रद्द | सोची गई | अपेक्षित | पहले तय"
)
FUTURE = _phrases(
    "will be | will | shall be | is scheduled | is slated | is due | is to be | are scheduled | upcoming | "
    "forthcoming | "
    "is expected | will take place | होगा | होगी | होंगे | होने वाला है | होने वाली है | होने जा रहा है | होने "
    "जा रही है | आगामी | "
    "किया जाएगा | किए जाएँगे | किए जाएंगे | की जाएगी"
)
PRESENT = _phrases(
    "is | are | has | have | currently | remains | now | serves | है | हैं | वर्तमान | फ़िलहाल | अभी | continues"
)
PAST = _phrases(
    "was | were | had | did | then | former | formerly | until | till | ex | been | became | served | past | "
    "since | "
    "था | थे | थी | थीं | पूर्व | तत्कालीन | तब | रहे | रहा | रही | बने | बनीं | चुके | चुका | चुकी | गया | गए | गई"
)
ASIDE = _set("before after since until till following prior ahead preceding despite besides between toward towards")
ASIDE_HINDI = _phrases("से पहले | के बाद | के पश्चात | तक | से पूर्व | के पहले | से ठीक पहले | के पूर्व | बाद")

EDITION_NOUNS = _set(
    "edition round meeting dialogue session summit instalment installment iteration conference talks ministerial संस्करण "
    "बैठक संवाद वार्ता "
    "दौर सम्मेलन किस्त सत्र"
)
GENERIC = EDITION_NOUNS | _set(
    "agreement pact accord treaty arrangement annex mechanism forum initiative organisation alliance coalition "
    "group scheme "
    "programme mission exercise act law report memorandum framework body format समझौता संधि व्यवस्था पहल संगठन "
    "गठबंधन योजना "
    "अभियान अधिनियम कानून रिपोर्ट अनुलग्नक तंत्र मंच समूह"
)
BETWEEN = _set(
    "annual ministerial bilateral in-person yearly official the of edition joint full such virtual their its "
    "this foreign "
    "defence मंत्रिस्तरीय वार्षिक द्विपक्षीय की का के भारत अमेरिका"
)
BUILDINGS = _set("भवन हाउस मार्ग स्टेडियम विश्वविद्यालय संस्थान केंद्र पुरस्कार योजना")
AFTER_GENITIVE = _set("अंतर्गत तहत लिए साथ दौरान बाद पहले रूप अनुसार द्वारा बीच पास समय नाम बारे अवसर पूरा माध्यम")
UNDER = _set("under for in with by of to after before since on at from through against")
BEFOREHAND = _set("negotiation talk readiness plan proposal draft intention idea discussion decision")
MODIFIED = _set(
    "project negotiation talk text draft secretariat official office fund statement roadmap process deadline "
    "anniversary logo member country partner site website proposal idea plan committee delegation team "
    "महानिदेशक परियोजना वार्ताकार मसौदा प्रस्ताव अधिकारी वेबसाइट"
)
TIMES = _set("time बार kind")
LATEST = _set("latest newest recent नवीनतम ताज़ा हालिया")
CLAUSE_ENDS = _phrases("while | whereas | but | although | though | जबकि | लेकिन | परंतु | किंतु | वहीं | बल्कि | मगर")
# A finite verb and then a link: what follows is said of something else, or of another day.
FINISHED = re.compile(
    r"(?:था|थी|थे|है|हैं|हुआ|हुई|हुए|गया|गई|गए),?\s+(?:और|तथा|एवं)\s|, and (?:the|its|their|his|her|a|an|it|they) ", re.I
)
LINKS = _set("and or और तथा एवं व या")

# Which types a noun may stand for when a text goes on about something named before.
NOUNS: Mapping[str, frozenset[str]] = {
    "agreement": _set(
        "agreement pact accord deal treaty arrangement annex memorandum framework समझौता संधि व्यवस्था अनुलग्नक करार ज्ञापन"
    ),
    "mechanism": _set("dialogue mechanism forum initiative talks संवाद तंत्र मंच पहल वार्ता programme"),
    "organisation": _set(
        "organisation alliance coalition body group agency regime commission संगठन गठबंधन समूह निकाय एजेंसी संस्था आयोग"
    ),
    "scheme": _set("scheme programme mission yojana योजना मिशन अभियान कार्यक्रम"),
    "event": _set(
        "occasion अवसर meeting edition summit conference round session dialogue talks बैठक संस्करण सम्मेलन संवाद वार्ता दौर"
    ),
    "exercise": _set("exercise drill अभ्यास"),
    "law": _set("act law statute legislation amendment अधिनियम कानून क़ानून संशोधन"),
    "report": _set("report रिपोर्ट"),
    "mission": _set("mission satellite spacecraft मिशन उपग्रह"),
    "case": _set("case judgment judgement verdict ruling मामला वाद निर्णय फैसला"),
    "concept": _set("status designation provision article schedule दर्जा अनुच्छेद अनुसूची"),
}
# Nouns that may stand for anything of their type; any other must be part of the name it stands for.
GENERAL = _set(
    "agreement accord pact deal mechanism forum organisation body grouping scheme programme event meeting edition "
    "summit round session occasion exercise drill law act report mission case judgment judgement verdict ruling status "
    "dialogue "
    "समझौता करार तंत्र मंच संगठन संस्था योजना कार्यक्रम बैठक संस्करण सम्मेलन दौर अभ्यास कानून क़ानून अधिनियम रिपोर्ट मिशन मामला वाद "
    "निर्णय दर्जा संवाद"
)
POINTERS = _set("this the that these said यह इस इसी वह उस उसी ये इन")
PRONOUNS = _set("it यह इसे इसका इसकी इसके इसमें इस पर उसे वह इसने")
PRONOUNS = PRONOUNS - {"पर", "इस"}
OWNERS = _set("its their इसका उसका इसके")
PLACED = frozenset({"place", "country"})
BACKGROUND = frozenset({"place", "country", "person", "office"})
TITLES = _set(
    "dr mr mrs ms shri smt sri prof general minister secretary president prime external affairs defence foreign "
    "state us "
    "indian american union then former and with by late senator ambassador admiral justice chief under deputy "
    "home finance "
    "डॉ श्री श्रीमती मंत्री विदेश रक्षा सचिव राष्ट्रपति प्रधानमंत्री न्यायमूर्ति"
)
STOP = _set(
    "the a an of in on at to for by from with and or is are was were be been it its as that this which under "
    "between into "
    "their any such other than की का के को में से पर और तथा या है हैं था थी थे यह इस एक ने भी ही कि जो लिए"
)
# Words that an acronym may sound like.
COMMON_HINDI = _set("शेष शांति नेत्र ट्रस्ट साथ बीच बैंक मिशन शक्ति माता पिता सेना देना लेना मेला खेल नीति रीति सत्य समय")
# Verbs that say nothing by themselves.
LIGHT = _set("हुआ हुई हुए किया किए की गई गए गया दी दिया ने करते करता करना हो तिथि समय स्थान had been has will")
# Verbs that are no predicate of ours: a date beside one belongs to it.
OTHER_VERBS = _set(
    "met said told made gave won lost left went came began became spoke wrote visited passed took ran rose "
    "fell "
    "chose sent built bought sold grew held"
)
NOT_VERBS = _set(
    "united advanced developed related based called named so-called classified encrypted dated need speed red "
    "hundred "
    "followed preceded shared proposed unmanned integrated indeed agreed"
) - {"agreed"}
