"""A value is made once while it is kept, and no more are kept than was said."""

from tayari.base.keeping import Kept


def test_a_value_is_made_once_and_the_oldest_goes_first() -> None:
    kept, made = Kept[str, str](2), list[str]()

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    for name in ("a", "b", "a", "c", "b", "a"):
        assert kept.get(name, lambda name=name: make(name)) == name.upper()

    assert made == ["a", "b", "c", "a"]


def test_what_is_forgotten_is_made_anew() -> None:
    kept = Kept[str, int](2)
    kept.get("a", lambda: 1)

    kept.forget()

    assert kept.get("a", lambda: 2) == 2


def test_of_two_that_were_made_at_once_the_first_is_kept() -> None:
    kept = Kept[str, int](1)

    assert kept.get("a", lambda: kept.get("a", lambda: 1) + 1) == 1
