"""Facts as pages and questions need them: in words, with their sources, and as judges of claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import NoReverseMatch, reverse

from tayari.delivery import press
from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.texts import PREVAILING, in_language, missing
from tayari.rules import claims, evidence, phrases, quantities


@dataclass(frozen=True, slots=True)
class SpokenSource:
    """A source as a reader sees it; `url` only with its look-up."""

    ref: str
    publisher: str
    title: str
    date_words: str
    url: str
    looked_up: date | None
    excerpt: str
    official: bool


@dataclass(frozen=True, slots=True)
class SpokenFact:
    """A fact in words. `language` is that of the sentence, which may fall back to English."""

    ref: str
    sentence: str
    language: str
    status: str
    revision: int
    date: PartialDate | None
    date_words: str
    object_words: str
    subject_name: str
    subject_slug: str
    predicate: str
    sources: tuple[SpokenSource, ...]

    @property
    def settled(self) -> bool:
        return self.status == Fact.Status.VERIFIED


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An entity as a compact card."""

    ref: str
    slug: str
    url: str
    type_words: str
    name: str
    acronym: str
    note: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the facts say of a claim, and which facts decided."""

    truth: bool | None
    facts: tuple[Fact, ...]


def speak_source(source: Source, language: str) -> SpokenSource:
    words = PartialDate.parse(source.date).in_words(language) if source.date else ""
    return SpokenSource(
        source.ref,
        source.publisher,
        source.title,
        words,
        source.url if source.has_record else "",
        source.looked_up if source.has_record else None,
        source.excerpt,
        source.official,
    )


def object_words(fact: Fact, language: str) -> str:
    """What the fact says of its subject, alone: `6 September 2018`, `New Delhi`, `31 aircraft`."""
    kind = fact.predicate.object_kind
    if kind == Predicate.ObjectKind.ENTITY and fact.object_entity:
        return in_language(fact.object_entity.name, language)
    if kind == Predicate.ObjectKind.DATE:
        return PartialDate.parse(fact.object_date).in_words(language)
    if kind == Predicate.ObjectKind.QUANTITY and fact.object_amount is not None:
        return fact.object_text.get(language) or quantities.written(fact.object_amount, fact.object_unit)
    return in_language(fact.object_text, language)


def sayable(fact: Fact, language: str) -> bool:
    """Whether everything that its sentence needs has words in `language`."""
    needed = [fact.predicate.phrase, fact.subject.name]
    kind = fact.predicate.object_kind
    lettered = kind == Predicate.ObjectKind.QUANTITY and any(letter.isalpha() for letter in fact.object_unit)
    if kind == Predicate.ObjectKind.TEXT or (lettered and language != PREVAILING):
        needed.append(fact.object_text)
    if fact.object_entity:
        needed.append(fact.object_entity.name)
    return not any(missing(texts, [language]) for texts in needed)


def when(fact: Fact) -> PartialDate | None:
    """The moment a fact belongs to: its object when that is a date, else the start of its interval."""
    text = fact.object_date or fact.valid_from
    return PartialDate.parse(text) if text else None


def speak(fact: Fact, language: str) -> SpokenFact:
    """The fact in words; in English when the wording in `language` is incomplete."""
    language = language if sayable(fact, language) else PREVAILING
    value = object_words(fact, language)
    subject = in_language(fact.subject.name, language)
    dated = PartialDate.parse(fact.object_date).precision if fact.object_date else ""
    moment = when(fact)
    return SpokenFact(
        ref=fact.ref,
        sentence=phrases.sentence(in_language(fact.predicate.phrase, language), subject, value, language, dated=dated),
        language=language,
        status=fact.status,
        revision=fact.revision,
        date=moment,
        date_words=moment.in_words(language) if moment else "",
        object_words=value,
        subject_name=subject,
        subject_slug=fact.subject.slug,
        predicate=fact.predicate_id,
        sources=tuple(speak_source(source, language) for source in fact.sources.all()),
    )


def spoken(refs: Iterable[str], language: str) -> dict[str, SpokenFact]:
    """The facts of `refs` that exist, in words, in the order asked for. Two queries."""
    wanted = tuple(dict.fromkeys(refs))
    return press.part(("spoken", wanted, language), partial(_spoken, wanted, language))


def _spoken(wanted: Sequence[str], language: str) -> dict[str, SpokenFact]:
    found = {fact.ref: fact for fact in Fact.objects.told().filter(ref__in=wanted)}
    return {ref: speak(found[ref], language) for ref in wanted if ref in found}


def entity_address(slug: str) -> str:
    try:
        return reverse("entity", args=[slug])
    except NoReverseMatch:
        return ""


def organisations(refs: Sequence[str], language: str) -> list[OrganisationCard]:
    """Entities as cards, in the order asked for. One query."""
    found = {entity.ref: entity for entity in Entity.objects.filter(ref__in=list(refs))}
    return [
        OrganisationCard(
            ref=entity.ref,
            slug=entity.slug,
            url=entity_address(entity.slug),
            type_words=entity.get_type_display(),
            name=in_language(entity.name, language),
            acronym=", ".join(entity.acronyms),
            note=in_language(entity.note, language),
        )
        for ref in refs
        if (entity := found.get(ref))
    ]


def feeds_key(fact: Fact) -> bool:
    """Whether the law of evidence lets this fact decide a key."""
    return fact.status == Fact.Status.VERIFIED and evidence.may_feed_key(
        evidence.Evidence(source.publisher, source.official, source.has_record) for source in fact.sources.all()
    )


def value_of(fact: Fact) -> str:
    """The object as a claim writes it: an entity ref, an ISO date, `31 aircraft`, or the English text."""
    if fact.object_entity:
        return fact.object_entity.ref
    if fact.object_date:
        return fact.object_date
    if fact.object_amount is not None:
        return quantities.written(fact.object_amount, fact.object_unit)
    return in_language(fact.object_text, "en")


def _claimed(predicate: Predicate, value: str) -> str | None:
    """The object of a claim in the form of `value_of`; None when no fact could be weighed against it.

    What cannot be read, or names no entity, is a slip of the pen and not something false.
    """
    try:
        if predicate.object_kind == Predicate.ObjectKind.ENTITY:
            return value if Entity.objects.filter(ref=value).exists() else None
        if predicate.object_kind == Predicate.ObjectKind.DATE:
            return str(PartialDate.parse(value))
        if predicate.object_kind == Predicate.ObjectKind.QUANTITY:
            quantity = quantities.read(value)
            return quantities.written(quantity.amount, quantity.unit)
    except (NotADate, quantities.NotAQuantity):
        return None
    return value


def _same_unit(fact: Fact, value: str) -> bool:
    if fact.predicate.object_kind != Predicate.ObjectKind.QUANTITY:
        return True
    return quantities.read(value).has_unit(fact.object_unit)


def judge(claim: Sequence[str], as_of: date | None = None) -> Judgement:
    """What verified facts that may feed a key say of [subject ref, predicate ref, object]."""
    subject, predicate_ref, value = claim
    predicate = Predicate.objects.filter(pk=predicate_ref).first()
    value = _claimed(predicate, str(value)) if predicate else None
    if predicate is None or value is None:
        return Judgement(None, ())
    about = Fact.objects.spoken().verified().filter(subject__ref=subject, predicate=predicate)
    able = {fact.ref: fact for fact in about if _same_unit(fact, value) and feeds_key(fact)}
    verdict = claims.judge(
        predicate.object_kind,
        value,
        [claims.Known(fact.ref, value_of(fact), fact.valid_from, fact.valid_to) for fact in able.values()],
        functional=predicate.functional,
        interval=predicate.temporal == Predicate.Temporal.INTERVAL,
        as_of=as_of,
    )
    return Judgement(verdict.truth, tuple(able[ref] for ref in verdict.by))
