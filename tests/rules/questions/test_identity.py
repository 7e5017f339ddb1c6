"""Which contents are one question, and that refs of imported ones are stable, apart, and refs."""

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.interchange.identity import identity, is_ref, refs

ASKED = {"kind": "single", "stem": {"en": "Which?"}, "options": [{"id": "a", "text": {"en": "x"}, "true": True}]}


def test_what_is_said_about_a_question_does_not_make_another() -> None:
    about = {"ref": "q.x", "source": "a book", "topics": ["gs1"], "difficulty": "easy", "schema": "s", "note": ""}

    assert identity({**ASKED, **about}) == identity(ASKED)
    assert identity({**ASKED, "stem": {"en": "Which ?"}}) != identity(ASKED)
    assert identity({**ASKED, "options": [{**ASKED["options"][0], "true": False}]}) != identity(ASKED)  # type: ignore[index,dict-item]


def test_refs_name_the_file_and_the_number() -> None:
    assert (
        refs("Polity Test-3 (final).docx", "Q. 17", "0123456789abcdef0123")[0]
        == "import.polity-test-3-final.q-17-01234567"
    )
    assert refs("राज्यव्यवस्था.docx", "", "0123456789")[0].startswith("import.")


@given(st.text(max_size=60), st.text(max_size=10), st.text("0123456789abcdef", min_size=64, max_size=64))
def test_any_name_gives_refs(name: str, number: str, mark: str) -> None:
    wanted = refs(name, number, mark)

    assert all(is_ref(ref) for ref in wanted[:2]) and wanted == refs(name, number, mark)
    assert all(len(ref) <= 160 for ref in wanted) and len(set(wanted)) == 3
