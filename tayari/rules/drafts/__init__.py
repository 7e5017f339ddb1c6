"""Draft questions from facts: what an editor may review, never what is published as it stands."""

from tayari.rules.drafts.making import KINDS, Draft, Wanted, draft, shape
from tayari.rules.drafts.material import Material
from tayari.rules.drafts.topics import subjects_on

__all__ = ["KINDS", "Draft", "Material", "Wanted", "draft", "shape", "subjects_on"]
