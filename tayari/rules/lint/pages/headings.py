"""Rules of titles, headings and captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tayari.plain.slugs import slug
from tayari.rules.lint.document import Block, Kind
from tayari.rules.lint.pages.page import PROSE, Flaw, Page, same, whole

# A sign between letters or digits without a space; a dot or an apostrophe there is often left out with good reason.
_SIGNED = re.compile(r"(?<![^\W_])[^\W_]+(?:[+&/×][^\W_]+)+(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")
_SHORT_TITLE = 3
# What may follow a word that is whole: plurals and derived forms.
_ENDINGS = {
    "s",
    "es",
    "ed",
    "ing",
    "er",
    "ers",
    "al",
    "ally",
    "ly",
    "ism",
    "ist",
    "ists",
    "ial",
    "ian",
    "ians",
    "ion",
    "ions",
}


def duplicate_heading(page: Page) -> Iterator[Flaw]:
    """Two headings with the same words under the same heading above."""
    path: list[Block] = []
    seen: dict[tuple[str, ...], Block] = {}
    for block in page.of(Kind.HEADING, Kind.TITLE):
        path = [above for above in path if above.level < block.level]
        path.append(block)
        place = tuple(same(each.text) for each in path)
        if block.kind is Kind.HEADING and place[-1] and place in seen:
            line, _ = seen[place].place(0)
            yield whole("page.duplicate-heading", block, line=str(line))
        seen.setdefault(place, block)


def heading_equals_caption(page: Page) -> Iterator[Flaw]:
    """A heading that repeats a caption: often a caption that was scraped as a heading."""
    captions = {same(block.text) for block in page.of(Kind.CAPTION)}
    for block in page.of(Kind.HEADING):
        if len(block.text.split()) > 1 and same(block.text) in captions:
            yield whole("page.heading-equals-caption", block)


def title_lost_characters(page: Page) -> Iterator[Flaw]:
    """A title, first heading or slug that lost a sign (22 for 2+2) or was cut inside a word."""
    titles = [block for block in page.of(Kind.TITLE) if block.level == 1][:1]
    body = [block.text for block in page.blocks if block.kind is not Kind.TITLE]
    told = [page.about.get("title", ""), *(block.text for block in titles)]
    if not page.blocks:
        return
    signed = _Signed([*told, *told, *body], [block.text for block in page.blocks if block.kind in PROSE])
    yield from _lost_in_titles(page, titles, signed)
    yield from _lost_in_slug(page, signed, told)
    yield from _cut(page, titles)


class _Signed:
    """Words with a sign inside that stand at least twice, by what is left of them without it: 22 → 2+2."""

    def __init__(self, texts: list[str], prose: list[str]) -> None:
        counted: dict[str, int] = {}
        self._beside: set[tuple[str, str, str]] = set()
        for text in texts:
            for match in _SIGNED.finditer(text):
                bare = "".join(_WORD.findall(match[0]))
                counted[match[0]] = counted.get(match[0], 0) + 1
                self._beside |= {(bare, *side) for side in _sides(text, match)}
        self.right = {"".join(_WORD.findall(word)): word for word, count in counted.items() if count > 1}
        self._spoken = {word for text in prose for word in _WORD.findall(text)}

    def lost(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Words of `text` that lost their sign, with the right ones.

        A number that the prose has too, such as the day 22, counts only beside the same word as the signed one.
        """
        for match in _WORD.finditer(text):
            right = self.right.get(match[0])
            if right is None or _inside_sign(text, match.start(), match.end()):
                continue
            if match[0] not in self._spoken or any((match[0], *side) in self._beside for side in _sides(text, match)):
                yield match, right


def _sides(text: str, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    before, after = _WORD.findall(text[: match.start()]), _WORD.search(text, match.end())
    if before:
        yield "before", before[-1].casefold()
    if after:
        yield "after", after[0].casefold()


def _lost_in_titles(page: Page, titles: list[Block], signed: _Signed) -> Iterator[Flaw]:
    for block in (block for block in page.blocks if block in titles or block.kind is Kind.HEADING):
        for match, right in signed.lost(block.text):
            yield Flaw("page.title-lost-characters", block, match.start(), match.end(), {"right": right}, right)
    named = page.about.get("title", "")
    if named and titles and same(named) != same(titles[0].text):
        for match, right in signed.lost(named):
            if right in titles[0].text and right not in named:
                yield whole("page.title-lost-characters", titles[0], named.replace(match[0], right), right=right)


def _inside_sign(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] in {"+", "&", "/"} or text[start - 1 : start] in {"+", "&", "/"}


def _lost_in_slug(page: Page, signed: _Signed, told: list[str]) -> Iterator[Flaw]:
    parts = page.about.get("slug", "").split("-")
    whole_words = {slug(word) for text in told for word in _WORD.findall(_SIGNED.sub(" ", text))}
    for left, right in signed.right.items():
        if left.lower() in parts and left.lower() not in whole_words and any(right in text for text in told):
            wanted = page.about["slug"].replace(left.lower(), slug(right))
            yield whole("page.title-lost-characters", _first(page), wanted, right=right)


def _cut(page: Page, titles: list[Block]) -> Iterator[Flaw]:
    """Cut inside a word: the address against the title, the title against the first heading and the text."""
    named, given = page.about.get("title", ""), page.about.get("slug", "")
    title = titles[0].text if titles else named
    full = slug(title, most=1_000)
    if given and len(given) > _SHORT_TITLE and full.startswith(given) and full[len(given) : len(given) + 1].isalnum():
        yield whole("page.title-lost-characters", _first(page), slug(title, most=len(given)), right=title)
        return
    if named and titles and _ends_inside(named, title):
        yield whole("page.title-lost-characters", titles[0], title, right=title)
        return
    if titles and (right := _continued(title, page)):
        last = list(_WORD.finditer(title))[-1]
        yield Flaw("page.title-lost-characters", titles[0], last.start(), last.end(), {"right": right}, right)


def _ends_inside(short: str, long: str) -> bool:
    return long.startswith(short) and long[len(short) : len(short) + 1].isalnum() and short[-1:].isalnum()


def _continued(title: str, page: Page) -> str:
    """The word that the title's last word begins, where the text has it after the same word before."""
    words = _WORD.findall(title)
    if len(words) < _SHORT_TITLE or len(words[-1]) < _SHORT_TITLE or not title[-1].isalnum():
        return ""
    before, last = words[-2].casefold(), words[-1].casefold()
    found = ""
    for block in page.blocks:
        if block.kind not in PROSE:
            continue
        spoken = _WORD.findall(block.text)
        if last in (word.casefold() for word in spoken):
            return ""
        for one, two in pairwise(spoken):
            rest = two.casefold().removeprefix(last)
            if one.casefold() == before and rest != two.casefold() and len(rest) > 2 and rest not in _ENDINGS:
                found = found or two
    return found


def _first(page: Page) -> Block:
    return next(iter(page.of(Kind.TITLE)), page.blocks[0])
