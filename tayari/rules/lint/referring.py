"""Words that refer back: it, this agreement, यह, इस समझौते."""

from tayari.rules.lint import lexicon
from tayari.rules.lint.editions import Editions
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.namesakes import with_country
from tayari.rules.lint.reading.tokens import Token, keys


class Referring(Editions):
    """Adds to what was found in a sentence the words that stand for something named before."""

    def read_referring(self) -> None:
        occupied = {place for one in self.found for place in range(one.start, one.end)}
        for first, word in enumerate(self.words):
            if word.start in occupied or first in self.taken:
                continue
            if word.key in lexicon.POINTERS and first + 1 < len(self.words):
                self._by_noun(first)
            elif word.key in lexicon.KIN and first and self.words[first - 1].key in lexicon.OWNERS:
                self._by_kinship(first)
            elif word.key in lexicon.OTHERS and first and self.words[first - 1].key in lexicon.POINTERS:
                self._by_other(first)
            elif word.key in lexicon.PRONOUNS and self._opens(first):
                self._by_pronoun(word)

    def _by_kinship(self, first: int) -> None:
        """“its successor” is something else: that which a fact names, where one does."""
        here = [one for one in self.found if one.end <= self.words[first].start and one.refs and self._is_thing(one)]
        main = here[-1] if here else self.context.main
        told = self.index.facts(main.refs[0], "replaced-by") if main and main.refs else []
        refs = (told[0].value,) if len(told) == 1 and self.words[first].key == "successor" else ()
        kind = "pronoun" if refs else "stranger"
        self.found.append(Mention(self.words[first - 1].start, self.words[first].end, refs, kind, True))

    def _by_other(self, first: int) -> None:
        """“the next one took effect”, “the latter was signed”: which is meant is not told by its name."""
        after = self.words[first + 1 : first + 2]
        if (
            not after
            or after[0].key in lexicon.STOP
            or after[0].folded in ("one", "ones")
            or self.text[self.words[first].end : after[0].start] != " "
        ):
            self.found.append(Mention(self.words[first - 1].start, self.words[first].end, (), "stranger", True))

    def _opens(self, first: int) -> bool:
        """Whether a word stands where a subject does: at the start, or after a comma or a conjunction."""
        if first <= 1:
            return not first or self.words[0].key not in lexicon.UNDER
        before = self.words[first - 1]
        return (
            before.key in lexicon.LINKS
            or before.key in ("but", "while", "whereas", "when", "because")
            or self.text[before.end : self.words[first].start].strip()
            in (
                ",",
                ";",
                ":",
                "—",
                "–",
            )
        )

    def _by_pronoun(self, word: Token) -> None:
        named = [one for one in self.found if one.end <= word.start and one.refs and self._is_thing(one)]
        main = named[0] if named else self.context.main
        if with_country(self.text, word.start):
            return
        if (
            main
            and main.refs
            and (named or self.context.age < 2)
            and self.index.type(main.refs[0]) not in lexicon.BACKGROUND
        ):
            self.found.append(
                Mention(
                    word.start, word.end, main.refs, main.kind if main.kind == "row" else "pronoun", True, row=main.row
                )
            )

    def _is_thing(self, one: Mention) -> bool:
        return self.index.type(one.refs[0]) not in lexicon.BACKGROUND

    def _by_noun(self, first: int) -> None:
        at = first + 1
        noun = self.words[at]
        if self.words[first].key == "the" and at + 1 < len(self.words) and self.words[at + 1].key in ("of", "between"):
            return  # “the meeting of the two leaders” is another
        if at in self.hits or at in self.row_at:
            return
        if any(one.start <= noun.start < one.end for one in self.found):
            return
        if noun.folded != noun.key and noun.folded.endswith("s") and noun.folded.isascii():
            return
        types = {type_ for type_, nouns in lexicon.NOUNS.items() if noun.key in nouns}
        if not types:
            return
        if any(one.kind == "stranger" for one in self.found):
            return
        if noun.key in lexicon.EDITION_NOUNS and self.context.edition and types & {"event"}:
            meant: Mention | None = self.context.edition
        else:
            meant = self._recent_of(types, noun)
        if meant and meant.refs:
            kind = "row" if meant.kind == "row" else "pronoun"
            self.found.append(Mention(self.words[first].start, noun.end, meant.refs, kind, True, row=meant.row))

    def _recent_of(self, types: set[str], noun: Token) -> Mention | None:
        here = [one for one in self.found if one.end <= noun.start and one.refs]
        for one in [*reversed(here), *reversed(self.context.recent)]:
            if len(one.refs) == 1 and self.index.type(one.refs[0]) in types and self._may_be_called(one.refs[0], noun):
                return one
        return None

    def _may_be_called(self, ref: str, noun: Token) -> bool:
        """“the agreement” may be any agreement, “the annex” only one that has it in its name."""
        if noun.key in lexicon.GENERAL:
            return True
        return any(noun.key in keys(name.text) for name in self.index.base.entities[ref].names)
