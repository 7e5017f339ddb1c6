"""“Its full form is …”: a name in full, of what the sentence before spoke of."""

import re
from collections.abc import Iterator

from tayari.rules.lint.evidence.expansions import claim_of, names
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.index import content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import STOP
from tayari.rules.lint.reading.tokens import Token, keys

_TELLS = re.compile(
    r"\W*(?:its|the)\s+(?:full\s+(?:form|name)|expansion|expanded\s+form)\s+(?:is|was|reads)\s+(?:the\s+)?[\"“‘']?"
    r"|\W*spelt\s+out\W+"
    "|\\W*(?:इसका|उसका|इसकी)\\s+(?:पूरा\\s+नाम|पूरा\\s+रूप|पूर्ण\\s+रूप|विस्तार)\\s+[\"“‘']?",
    re.IGNORECASE,
)
_ALIKE = 0.4  # of all the words of both


def full_forms(focus: Focus) -> Iterator[Claim]:
    """The name that a sentence gives in full, where it is nearly but not quite that of what was spoken of."""
    scene = focus.scene
    told = _TELLS.match(scene.sentence.text, scene.sentence.start)
    if not told or not scene.around.trail:
        return
    run = _name(scene.sentence.between(told.end(), scene.sentence.end))
    said = set(content(tuple(word.key for word in run)))
    for ref in scene.around.trail[0]:
        held = [set(content(keys(fact.value))) for fact in focus.index.facts(ref, "expansion")]
        if held and not names(focus, ref, run):
            if max(len(said & one) / len(said | one) for one in held) >= _ALIKE:
                yield claim_of(focus, ref, run, strong=True)
            return


def _name(words: list[Token]) -> list[Token]:
    """The words that are written as in a name, from the first on."""
    run: list[Token] = []
    for word in words:
        if not (word.text[0].isupper() or word.text[0].isdigit() or (word.text.isascii() and word.text.islower())):
            break
        run.append(word)
    while run and run[-1].key in STOP:
        run.pop()
    return run
