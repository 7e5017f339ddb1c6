"""What is open in a sitting, since when and until when: one thing closes for good, and the next opens."""

from dataclasses import dataclass

from tayari.rules.timing.clocks import Plan


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sitting stands that goes forward by questions or by sections. With free navigation it stays where it is.

    `index` is the open question, or the first of the open section; one past the last when nothing is open any more.
    It opened at `opened_ms`, its section at `section_ms`; what was open before it closed at `closed_ms`.
    """

    index: int = 0
    opened_ms: int = 0
    section_ms: int = 0
    closed_ms: int = 0

    def over(self, plan: Plan) -> bool:
        return self.index >= len(plan.numbers)

    def number(self, plan: Plan) -> int | None:
        """The open question (of a section its first), or None when the last is closed."""
        return None if self.over(plan) else plan.numbers[self.index]

    def part(self, plan: Plan) -> int | None:
        """The index of the open section, or None when the last is closed."""
        return None if self.over(plan) else plan.part_of[self.index]

    def question_end(self, plan: Plan) -> int | None:
        """When the clock of the open question ends."""
        number = self.number(plan) if plan.forward else None
        length = None if number is None else plan.question_time(number)
        return None if length is None else self.opened_ms + length

    def section_end(self, plan: Plan) -> int | None:
        """When the clock of the open section ends."""
        part = self.part(plan)
        return None if part is None or plan.navigation == "free" else plan.section_end(part, self.section_ms)

    def left(self, plan: Plan, now_ms: int, *, section: bool = False, credit: int = 0) -> "Place":
        """The place after the open question, or all of its section, was left; what is next opens `credit` later."""
        part = self.part(plan)
        following = self.index + 1
        if section or plan.navigation == "sections":
            while following < len(plan.numbers) and plan.part_of[following] == part:
                following += 1
        closed = max(self.opened_ms, now_ms)
        opened = closed + credit
        same = following < len(plan.numbers) and plan.part_of[following] == part
        return Place(following, opened, self.section_ms if same else opened, closed)

    def at(self, plan: Plan, now_ms: int) -> "Place":
        """The place at `now_ms`: what has run out is closed, and the next opened at that moment."""
        here = self
        while (after := here.following(plan)) is not None and after.opened_ms <= now_ms:
            here = after
        return here

    def following(self, plan: Plan) -> "Place | None":
        """The place when the next clock has ended; None when what is open stays open."""
        if plan.navigation == "free" or self.over(plan):
            return None
        section, question = self.section_end(plan), self.question_end(plan)
        if section is not None and (question is None or section <= question):
            return self.left(plan, section, section=True)
        return None if question is None else self.left(plan, question)

    def ends_by_itself(self, plan: Plan) -> int | None:
        """When the last question closes if nothing is left early; None when something stays open without a clock."""
        if plan.navigation == "free":
            return None
        here = self
        while (after := here.following(plan)) is not None:
            here = after
        return here.opened_ms if here.over(plan) else None


def open_numbers(plan: Plan, place: Place) -> tuple[int, ...]:
    """The questions that may be seen and answered there."""
    if plan.navigation == "free":
        return plan.numbers
    part = place.part(plan)
    if part is None:
        return ()
    return (plan.numbers[place.index],) if plan.forward else plan.parts[part].numbers


def _earliest(*ends: int | None) -> int | None:
    told = [end for end in ends if end is not None]
    return min(told) if told else None


def end_ms(plan: Plan, place: Place) -> int | None:
    """When the sitting ends by its clocks, if nothing more is left early; None without a clock."""
    return _earliest(plan.paper_end, place.ends_by_itself(plan))


def longest_ms(plan: Plan) -> int | None:
    """The time the sitting takes at most."""
    return end_ms(plan, Place())


def remaining_ms(plan: Plan, place: Place, now_ms: int) -> int | None:
    """What is left of the sitting; never negative."""
    end = end_ms(plan, place)
    return None if end is None else max(0, end - now_ms)


def section_remaining_ms(plan: Plan, place: Place, now_ms: int) -> int | None:
    """What is left of the open section; None where it has no clock, 0 when no section is open any more."""
    here = place.at(plan, now_ms)
    if plan.navigation != "free" and here.over(plan):
        return 0
    if here.section_end(plan) is None:
        return None
    part, after = here.part(plan), here.following(plan)
    while after is not None and after.part(plan) == part:
        after = after.following(plan)
    return _left(None if after is None else after.closed_ms, plan.paper_end, now_ms)


def question_remaining_ms(plan: Plan, place: Place, now_ms: int) -> int | None:
    """What is left of the open question, not beyond the end of its section or of the sitting."""
    here = place.at(plan, now_ms)
    if plan.timed_questions and here.over(plan):
        return 0
    return _left(here.question_end(plan), _earliest(here.section_end(plan), plan.paper_end), now_ms)


def _left(own: int | None, around: int | None, now_ms: int) -> int | None:
    end = None if own is None else _earliest(own, around)
    return None if end is None else max(0, end - now_ms)
