"""Changes what many questions say of themselves at once: topics, difficulty, state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tayari.bank.actions import drafts, questions, states
from tayari.bank.models import Question
from tayari.rules.kinds import Refused
from tayari.rules.questions.states import NoSuchMove


@dataclass(frozen=True, slots=True)
class Change:
    """What is empty stays as it is."""

    add_topics: Sequence[str] = ()
    remove_topics: Sequence[str] = ()
    difficulty: str = ""
    state: str = ""

    @property
    def of_content(self) -> bool:
        return bool(self.add_topics or self.remove_topics or self.difficulty)


def apply(chosen: Iterable[Question], change: Change, *, by: Any, now: datetime) -> tuple[int, list[str]]:
    """Change each by itself, in a transaction of its own. Returns how many, and why others were left as they are."""
    changed, refused = 0, []
    for question in chosen:
        try:
            if change.of_content:
                _describe(question, change, by=by, now=now)
            if change.state:
                states.move(question, change.state, reason="bulk edit", by=by, now=now)
        except (Refused, NoSuchMove) as refusal:
            refused.append(f"{question.ref}: {str(refusal).removeprefix(f'{question.ref}: ')}")
        else:
            changed += 1
    return changed, refused


def _describe(question: Question, change: Change, *, by: Any, now: datetime) -> None:
    """A published question without a draft gets a version; what is being worked on gets another draft."""
    content = dict(question.get_latest_revision_as_object().content)
    topics = [*dict.fromkeys((*content.get("topics", ()), *change.add_topics))]
    content["topics"] = [topic for topic in topics if topic not in change.remove_topics]
    if change.difficulty:
        content["difficulty"] = change.difficulty
    settled = question.versions.exists() and not question.has_unpublished_changes
    if settled and question.state == Question.State.READY:
        questions.cut_version(content=content, origin="editor", by=by, now=now)
    else:
        drafts.keep(content=content, by=by, now=now)
