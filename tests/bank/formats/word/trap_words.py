"""Words and shapes that the documents with traps share."""

from tests.factories.documents import document, numbering, paragraph, paragraphs, run

ENGLISH = "(a) Ganga\n(b) Delhi\n(c) Agra\n(d) Pune"
HINDI = "(a) गंगा\n(b) दिल्ली\n(c) आगरा\n(d) पुणे"
STATEMENTS = "1. The first is so.\n2. The second is so.\n3. The third is so."
SETS = "(a) 1 and 2 only\n(b) 2 and 3 only\n(c) 1 and 3 only\n(d) 1, 2 and 3"
HINDI_STATEMENTS = "1. पहला ऐसा है।\n2. दूसरा ऐसा है।\n3. तीसरा ऐसा है।"
HINDI_SETS = "(a) केवल 1 और 2\n(b) केवल 2 और 3\n(c) केवल 1 और 3\n(d) 1, 2 और 3"
COUNTS = "(a) Only one\n(b) Only two\n(c) All three\n(d) None"
PARTITION = "(a) 1 only\n(b) 2 only\n(c) Both 1 and 2\n(d) Neither 1 nor 2"
REASONS = (
    "(a) Both A and R are true and R is the correct explanation of A\n"
    "(b) Both A and R are true but R is not the correct explanation of A\n"
    "(c) A is true but R is false\n(d) A is false but R is true"
)
HINDI_REASONS = (
    "(a) A और R दोनों सही हैं तथा R, A की सही व्याख्या है\n"
    "(b) A और R दोनों सही हैं किन्तु R, A की सही व्याख्या नहीं है\n"
    "(c) A सही है किन्तु R गलत है\n(d) A गलत है किन्तु R सही है"
)
CODES = "(a) A-2, B-1, C-3\n(b) A-1, B-2, C-3\n(c) A-3, B-1, C-2\n(d) A-3, B-2, C-1"
LISTED = numbering([("decimal", "%1."), ("lowerLetter", "(%2)")], [("decimal", "%1.")])
NAMES = ("Ganga", "Delhi", "Agra", "Pune")


def kruti(text: str) -> str:
    return run(text, font="Kruti Dev 010")


def marked(number: int, at: str, mark: str) -> str:
    rows = [paragraph(run(text, mark if text[1] in at else "not-bold")) for text in ENGLISH.split("\n")]
    return paragraph(f"{number}. Which is a river?") + "".join(rows)


def text(*lines: str) -> bytes:
    return document(paragraphs("\n".join(lines)))
