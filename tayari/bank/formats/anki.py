"""Packages of Anki (`.apkg`) out: a database of the old layout, which every version of Anki reads, in a zip archive."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from tayari.bank.formats.format import Format
from tayari.bank.formats.packages import written
from tayari.base import clock
from tayari.rules.interchange import Written
from tayari.rules.interchange.anki import Card, cards

# Fixed, so that cards of a later export fall into the same deck and keep their look.
_DECK, _MODEL = 1_732_579_200_001, 1_732_579_200_002
_FIELDS = ("Question", "Options", "Answer", "Reasons", "Ref")
_APART = "\x1f"
_TABLES = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""
_FRONT = "{{Question}}<hr>{{Options}}"
_BACK = "{{FrontSide}}<hr id=answer>{{Answer}}<br>{{Reasons}}<p class=ref>{{Ref}}</p>"
_CSS = (
    ".card { font-family: sans-serif; font-size: 1.1rem; text-align: left; }\n"
    ".option, .reason { margin-block: 0.4em; }\n.option > div, .reason > div { display: inline; }\n"
    ".list { display: inline-block; vertical-align: top; margin-inline-end: 2em; }\n.ref { font-size: 0.7em; }\n"
)


def write(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
    """Both languages stand on a card, so none is chosen. The moment of the export tells Anki which card is newer."""
    made, lost = cards(contents)
    now = int(clock.now().timestamp())
    data = written((("collection.anki2", _database(made, now)), ("media", b"{}")))
    return Written(data, len(made), lost)


def _database(made: Sequence[Card], now: int) -> bytes:
    held = sqlite3.connect(":memory:")
    try:
        held.executescript(_TABLES)
        held.execute("insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')", _collection(now))
        for place, card in enumerate(made):
            # An id hangs on its question, as far as no other has it already.
            ident = _free(held, int(card.guid[:10], 16) % 10**12 + 10**12)
            fields = _APART.join((card.question, card.options, card.answer, card.reasons, card.ref))
            tags = f" {' '.join(card.tags)} " if card.tags else ""
            held.execute(
                "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
                (ident, card.guid, _MODEL, now, tags, fields, card.question),
            )
            held.execute(
                "insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (ident, ident, _DECK, now, place + 1),
            )
        held.commit()
        return held.serialize()
    finally:
        held.close()


def _free(held: sqlite3.Connection, ident: int) -> int:
    while held.execute("select 1 from notes where id = ?", (ident,)).fetchone():
        ident += 1
    return ident


def _collection(now: int) -> tuple[int, int, int, str, str, str, str]:
    told = (_settings(), {str(_MODEL): _model(now)}, _decks(now), {"1": _learning()})
    settings, models, decks, learning = (json.dumps(one) for one in told)
    return now, now * 1000, now * 1000, settings, models, decks, learning


def _settings() -> dict[str, Any]:
    return {
        "activeDecks": [1], "addToCur": True, "collapseTime": 1200, "curDeck": 1, "curModel": str(_MODEL),
        "dueCounts": True, "estTimes": True, "newBury": True, "newSpread": 0, "nextPos": 1, "sortBackwards": False,
        "sortType": "noteFld", "timeLim": 0,
    }  # fmt: skip


def _model(now: int) -> dict[str, Any]:
    look = {"font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
    face = {"name": "Card 1", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": _MODEL, "name": "Tayari question", "type": 0, "mod": now, "usn": -1, "sortf": 0, "did": _DECK,
        "flds": [{**look, "name": name, "ord": place} for place, name in enumerate(_FIELDS)], "tmpls": [face],
        "css": _CSS, "latexPre": "", "latexPost": "", "tags": [], "vers": [], "req": [[0, "any", [0, 1]]],
    }  # fmt: skip


def _decks(now: int) -> dict[str, Any]:
    none = [0, 0]
    usual = {
        "collapsed": False, "conf": 1, "desc": "", "dyn": 0, "extendNew": 10, "extendRev": 50, "lrnToday": none,
        "mod": now, "newToday": none, "revToday": none, "timeToday": none, "usn": -1,
    }  # fmt: skip
    return {"1": {**usual, "id": 1, "name": "Default"}, str(_DECK): {**usual, "id": _DECK, "name": "Tayari"}}


def _learning() -> dict[str, Any]:
    """Anki's own standard intervals."""
    lapse = {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0}
    new = {
        "bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20,
        "separate": True,
    }  # fmt: skip
    review = {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 100}
    return {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "autoplay": True, "maxTaken": 60, "replayq": True, "timer": 0,
        "lapse": lapse, "new": new, "rev": review,
    }  # fmt: skip


FORMAT = Format("anki", "Anki", (".apkg",), write=write)
