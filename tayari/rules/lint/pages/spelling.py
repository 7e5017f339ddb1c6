"""Words that are spelt one way in Britain and India and another in the United States."""

# Only where either spelling is plainly of one side: -ize is at home in both, and program, license, meter, check,
# practice and dialog are also other words.
_STEMS = {
    "colour": "color", "labour": "labor", "favour": "favor", "honour": "honor", "neighbour": "neighbor",
    "behaviour": "behavior", "harbour": "harbor", "armour": "armor", "endeavour": "endeavor", "rumour": "rumor",
    "humour": "humor", "saviour": "savior", "parlour": "parlor", "vapour": "vapor", "tumour": "tumor",
}  # fmt: skip
_ENDINGS = ("", "s", "ed", "ing", "hood", "hoods", "able", "al", "ful", "less", "er", "ers", "ism", "ly")
_NOUNS = {
    "centre": "center", "defence": "defense", "offence": "offense", "fibre": "fiber", "litre": "liter",
    "kilometre": "kilometer", "theatre": "theater", "catalogue": "catalog", "manoeuvre": "maneuver",
    "sceptic": "skeptic", "plough": "plow", "mould": "mold", "instalment": "installment", "enrolment": "enrollment",
    "counsellor": "counselor", "rigour": "rigor", "vigour": "vigor", "calibre": "caliber",
}  # fmt: skip
_FORMS = {
    "travelled": "traveled", "travelling": "traveling", "cancelled": "canceled", "cancelling": "canceling",
    "labelled": "labeled", "labelling": "labeling", "levelled": "leveled", "modelled": "modeled",
    "modelling": "modeling", "signalled": "signaled", "signalling": "signaling", "fuelled": "fueled",
    "fuelling": "fueling", "channelled": "channeled", "channelling": "channeling", "totalled": "totaled",
    "marvellous": "marvelous", "analyse": "analyze", "analysed": "analyzed", "analysing": "analyzing",
    "paralysed": "paralyzed", "centred": "centered", "sceptical": "skeptical", "skilful": "skillful",
    "wilful": "willful", "fulfil": "fulfill", "fulfilment": "fulfillment", "aluminium": "aluminum", "grey": "gray",
    "jewellery": "jewelry", "paediatric": "pediatric", "anaemia": "anemia", "defenceless": "defenseless",
}  # fmt: skip

AMERICAN: dict[str, str] = {
    **{british + ending: american + ending for british, american in _STEMS.items() for ending in _ENDINGS},
    **{noun + ending: american + ending for noun, american in _NOUNS.items() for ending in ("", "s")},
    **_FORMS,
}
BRITISH: dict[str, str] = {american: british for british, american in AMERICAN.items()}
