"""What is compiled from a base lives as long as the base does."""

import gc
import weakref

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.facts import judge_document
from tayari.rules.lint.index import index_of
from tests.rules.lint.contents import AS_OF, base, document


def test_what_is_made_of_a_base_goes_with_it() -> None:
    own = [fact for fact in base().facts if fact.subject == "lemoa"]
    held = FactBase(base().entities.values(), base().predicates.values(), own)
    found = judge_document(document("LEMOA was signed on 29 August 2015."), held, as_of=AS_OF).findings
    assert [one.rule for one in found] == ["fact.date"]
    index = weakref.ref(index_of(held))
    assert index() is index_of(held)

    del held
    gc.collect()

    assert index() is None
