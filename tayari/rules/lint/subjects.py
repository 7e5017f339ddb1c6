"""Who or what a sentence speaks of: editions of rows, other names, and words that refer back."""

from dataclasses import replace

from tayari.rules.lint import lexicon, unknown
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.namesakes import foreign
from tayari.rules.lint.reading.names import Hit
from tayari.rules.lint.reading.tokens import is_hindi
from tayari.rules.lint.referring import Referring
from tayari.rules.lint.senses import is_other


class Subjects(Referring):
    """Reads the mentions of one sentence in its context."""

    def mentions(self) -> list[Mention]:
        """All mentions in order of place."""
        self.read_editions()
        for hit in self.hits.values():
            if hit.first in self.taken:
                continue
            if hit.refs[0].startswith(unknown.CITY):
                self.found.append(Mention(hit.start, hit.end, hit.refs, "unknown", False, hit.forms))
            else:
                self._plain(hit)
        self._unknown_persons()
        self.found.sort(key=lambda one: one.start)
        self.read_referring()
        self.merge_apposed()
        self._tell_apart()
        numbered = {one.row for one in self.found if one.kind == "edition"}
        # Where an edition is named, its row's name beside it is no edition of its own.
        found = [replace(one, kind="name") if one.kind == "row" and one.row in numbered else one for one in self.found]
        return sorted(found, key=lambda one: one.start)

    def _unknown_persons(self) -> None:
        """Persons whom only the shape of their name shows."""
        spans = [(one.start, one.end) for one in self.found if one.kind == "person" or not one.forms]
        spans += [(one.start, one.end) for one in self.dates]
        places = {place for start, end in spans for place in range(start, end)}
        taken = {at for at, word in enumerate(self.words) if word.start in places}
        shaped = [
            *unknown.persons(self.words, self.text, self.hits.values(), taken | self.taken),
            *self._persons_in_hindi(taken | self.taken),
        ]
        for first, last in shaped:
            start, end = self.words[first].start, self.words[last - 1].end
            inside = [one for one in self.found if start < one.end and one.start < end]
            self.found = [one for one in self.found if one not in inside]
            self.found.append(Mention(start, end, (f"{unknown.PERSON}{self.text[start:end]}",), "unknown"))

    def _persons_in_hindi(self, taken: set[int]) -> list[tuple[int, int]]:
        """Those in Devanagari, of words that no other name and no cue has."""
        if not any(is_hindi(word.text) for word in self.words[-3:]):
            return []
        others = (hit for hit in self.hits.values() if any(form.kind != "surname" for form in hit.forms))
        cued = (at for first, last, _ in self.index.cues.find(self.words) for at in range(first, last))
        held = taken | {at for hit in others for at in range(hit.first, hit.last)} | set(cued)
        return list(unknown.persons_in_hindi(self.words, self.text, held))

    def _tell_apart(self) -> None:
        """A name of several is the one that the sentence also names in full: “ISA is the Industrial Security Annex”."""
        named = {one.refs[0] for one in self.found if len(one.refs) == 1}
        for at, one in enumerate(self.found):
            known = [ref for ref in one.refs if ref in named]
            if len(one.refs) > 1 and len(known) == 1:
                self.found[at] = replace(one, refs=(known[0],), inferred=False)

    def _plain(self, hit: Hit) -> None:
        if hit.first in self.row_at:
            row = self.row_at[hit.first]
            self.found.append(Mention(hit.start, hit.end, (row,), "row", False, hit.forms, row=row))
            return
        forms = hit.forms
        if self._is_of_larger_name(hit):
            return
        if self._has_other_sense(hit):
            self.found.append(Mention(hit.start, hit.end, (), "stranger"))
            return
        if any(form.kind == "surname" for form in forms):
            person = self.context.persons.meant(hit, self.words)
            if person:
                self.found.append(Mention(hit.start, hit.end, (person,), "person", False, forms))
            return
        refs = self._meant(hit)
        if self.index.type(refs[0]) == "person":
            self.context.persons.note(refs[0])
        if foreign(self.index, self.words, hit, self.text):
            self.found.append(Mention(hit.start, hit.end, (), "stranger"))
            return
        self.found.append(Mention(hit.start, hit.end, refs, "name", len(refs) > 1, forms))

    def _meant(self, hit: Hit) -> tuple[str, ...]:
        """What a name means here: of weak forms and of several, what the text spoke of."""
        refs = hit.refs
        if all(form.weak and form.kind in ("short", "bare") for form in hit.forms):
            known = [ref for ref in refs if any(ref in one.refs for one in self.context.recent)]
            refs = tuple(known or refs)
        return self._of_many(refs) if len(refs) > 1 else refs

    def _has_other_sense(self, hit: Hit) -> bool:
        """An acronym that this text uses for something that the base does not know."""
        acronym = self.text[hit.start : hit.end]
        spelt = bool(hit.first) and self.words[hit.first - 1].key == self.words[hit.first].key  # बेका (BECA)
        told = hit.forms[0].kind == "acronym" and len(acronym) > 2 and not spelt
        if told and is_other(self.index, self.text, hit):
            self.context.other_senses.add(acronym)
        return acronym in self.context.other_senses

    def _is_of_larger_name(self, hit: Hit) -> bool:
        """A person's name inside that of a building or a street: Sushma Swaraj Bhawan."""
        if self.index.type(hit.refs[0]) != "person" or hit.last >= len(self.words):
            return False
        after = self.words[hit.last]
        close = self.text[hit.end : after.start] == " "
        return close and (after.text[0].isupper() or after.key in lexicon.BUILDINGS)

    def _of_many(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        """Of several with one name, that which the text spoke of."""
        recent = [one.refs[0] for one in reversed(self.context.recent) if len(one.refs) == 1 and one.refs[0] in refs]
        named = [one.refs[0] for one in self.found if len(one.refs) == 1 and one.refs[0] in refs]
        known = named or recent
        return (known[0],) if known else refs
