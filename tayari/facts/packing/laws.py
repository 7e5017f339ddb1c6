"""What a fact of a pack must satisfy beyond its form: its predicate's types, and the law of evidence."""

from tayari.base.packing import Data, Findings, Item, World
from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.plain.dates import PRECISIONS, NotADate, PartialDate
from tayari.rules import evidence, quantities


def _predicate(ref: str, world: World) -> Data | None:
    if item := world.items.get("predicate", {}).get(ref):
        return item.data
    row = Predicate.objects.filter(pk=ref).first()
    if row is None:
        return None
    return {"object": row.object_kind, "subject": row.subject_types, "object_types": row.object_types}


def _entity_type(ref: str, world: World) -> str:
    if item := world.items.get("entity", {}).get(ref):
        return str(item.data["type"])
    return Entity.objects.filter(ref=ref).values_list("type", flat=True).first() or ""


def check_meaning(item: Item, world: World, findings: Findings) -> None:
    """Its subject, predicate and object exist and are of the types that the predicate asks for."""
    data = item.data
    predicate = _predicate(data["predicate"], world)
    if predicate is None and not world.has("predicate", data["predicate"]):
        near = ", ".join(sorted(world.items.get("predicate", {}))[:6])
        findings.about(
            item, f"there is no predicate {data['predicate']!r}; add it to predicates/ or use one, e.g. {near}"
        )
    subject_type = _entity_type(data["subject"], world)
    if not world.has("entity", data["subject"]):
        findings.about(item, f"there is no entity {data['subject']!r}; add it to entities/")
    if predicate is None or not subject_type:
        return
    if "any" not in predicate["subject"] and subject_type not in predicate["subject"]:
        wanted = ", ".join(predicate["subject"])
        findings.about(
            item, f"{data['predicate']} is said of {wanted}, and {data['subject']} is of type {subject_type}"
        )
    try:
        _check_object(item, predicate, world, findings)
    except (NotADate, quantities.NotAQuantity) as error:
        findings.about(item, str(error))


def object_problem(predicate_ref: str, written: str, world: World) -> str:
    """Why `written` cannot be the object of a claim by this predicate; empty when it can."""
    predicate = _predicate(predicate_ref, world)
    try:
        if predicate and predicate["object"] == Predicate.ObjectKind.ENTITY and not world.has("entity", written):
            return f"{written!r}, and there is no such entity"
        if predicate and predicate["object"] == Predicate.ObjectKind.DATE:
            PartialDate.parse(written)
        if predicate and predicate["object"] == Predicate.ObjectKind.QUANTITY:
            quantities.read(written)
    except (NotADate, quantities.NotAQuantity) as error:
        return str(error)
    return ""


def _one_form(written: str) -> str:
    quantity = quantities.read(written)
    if len(quantity.amount.as_tuple().digits) > 24 or int(quantity.amount.as_tuple().exponent) < -6:
        raise quantities.NotAQuantity(f"{written!r} has too many digits; at most 6 stand behind the point")
    return quantities.written(quantity.amount, quantity.unit)


def has_words(item: Item, world: World) -> bool:
    """Whether its object is said differently in each language: a text, or a quantity with a unit in letters."""
    kind = (_predicate(item.data["predicate"], world) or {}).get("object")
    if kind == Predicate.ObjectKind.QUANTITY:
        return any(letter.isalpha() for letter in item.data["object"])
    return kind == Predicate.ObjectKind.TEXT


def check_precision(item: Item, world: World, findings: Findings) -> None:
    """Its precision is that of its least exact date, and empty when it has none."""
    predicate = _predicate(item.data["predicate"], world)
    dated = [item.data["valid_from"], item.data["valid_to"]]
    if predicate and predicate["object"] == Predicate.ObjectKind.DATE:
        dated.append(item.data["object"])
    try:
        found = [PartialDate.parse(text).precision for text in dated if text]
    except NotADate:
        return
    right = max(found, key=PRECISIONS.index) if found else ""
    if item.data["precision"] != right:
        what = f"its least exact date is exact to a {right}" if right else "it has no date"
        findings.about(item, f"precision is {item.data['precision']!r}, and {what}; write {right!r}")


def _check_object(item: Item, predicate: Data, world: World, findings: Findings) -> None:
    written = item.data["object"]
    if not written:
        findings.about(item, "has no object")
    elif predicate["object"] == Predicate.ObjectKind.DATE:
        PartialDate.parse(written)
    elif predicate["object"] == Predicate.ObjectKind.QUANTITY:
        # `1,000 km` is told and `1000 km` is held: only the predicate says that it is a quantity at all.
        item.data["object"] = _one_form(written)
    elif predicate["object"] == Predicate.ObjectKind.ENTITY:
        object_type = _entity_type(written, world)
        if not world.has("entity", written):
            findings.about(item, f"there is no entity {written!r}; add it to entities/")
        elif object_type and predicate["object_types"] and object_type not in predicate["object_types"]:
            wanted = ", ".join(predicate["object_types"])
            findings.about(
                item, f"the object of {item.data['predicate']} is {wanted}, and {written} is of type {object_type}"
            )


def _evidence(ref: str, world: World) -> evidence.Evidence | None:
    if item := world.items.get("source", {}).get(ref):
        recorded = bool(item.data["url"] and item.data["looked_up"] and item.data["excerpt"])
        return evidence.Evidence(item.data["publisher"], item.data["official"] == "yes", recorded)
    row = Source.objects.filter(ref=ref).first()
    return evidence.Evidence(row.publisher, row.official, row.has_record) if row else None


def check_evidence(item: Item, world: World, findings: Findings) -> None:
    """Its sources exist, and a verified fact rests on at least one recorded look-up."""
    found = []
    for ref in item.data["sources"]:
        source = _evidence(ref, world)
        if source is not None:
            found.append(source)
        elif not world.has("source", ref):
            findings.about(item, f"there is no source {ref!r}; add it to sources/")
    if "source" in world.partly_read:
        return
    if item.data["status"] == Fact.Status.VERIFIED and not evidence.may_be_verified(found):
        findings.about(
            item, "is verified but no source has the record of a look-up (url, looked_up, excerpt); make it draft"
        )
