"""Documents that say their keys in one of the ways of publishers, each with what must be found in it."""

from tests.bank.formats.word.trap_words import ENGLISH, PARTITION, marked, text
from tests.factories.documents import document, paragraph, paragraphs, run, shaded, table

# What a row expects: number, kind, key or truths (`-` where there is none), confidence. `*` stands for no number.
KEY_TRAPS: dict[str, tuple[bytes, list[str]]] = {
    "keys by bold, colour, highlight, line, asterisk and tick": (
        document(
            marked(1, "a", "bold"), marked(2, "b", "red"), marked(3, "c", "yellow"), marked(4, "d", "underline"),
            paragraphs(f"5. River?\n{ENGLISH.replace('Ganga', 'Ganga *')}"),
            paragraphs(f"6. City?\n{ENGLISH.replace('(b)', '*(b)')}"),
            paragraphs(f"7. City?\n{ENGLISH.replace('Delhi', 'Delhi ✓')}"),
        ),
        [f"{number} single {key} likely" for number, key in enumerate("abcdabb", start=1)],
    ),
    "keys by the shade of a cell and by a tick of Wingdings": (
        document(
            paragraph("1. River?"), table(["(a) Ganga", shaded("(b) Delhi")], ["(c) Agra", "(d) Pune"]),
            paragraph("2. Which word is ", run("wrong", "underline"), "?"),
            paragraph("(a) Ganga"), paragraph("(b) Delhi ", run("ü", font="Wingdings")),
        ),
        ["1 single b likely", "2 single b likely"],
    ),
    "every option bold": (document(marked(1, "abcd", "bold")), ["1 single - sure"]),
    "two marks, a mark against an answer, two answers, a key out of range": (
        document(
            marked(1, "ab", "bold"), marked(2, "a", "bold"),
            paragraphs(f"Ans. (b)\n3. River?\n{ENGLISH}\nAns. (a) or (b)\n4. River?\n{ENGLISH}\nAns. (e)"),
            paragraphs(f"5. River?\n{ENGLISH}\nAns. (a)\nAns. (c)"),
        ),
        [f"{number} single - doubtful" for number in range(1, 6)],
    ),
    "an answer in the option's own words, and several answers": (
        text(
            "1. City?", ENGLISH, "Answer: Delhi", "2. Which?", ENGLISH, "Ans. (a), (c)",
            "3. City?", ENGLISH, "Ans. (b) Delhi",
        ),
        ["1 single b sure", "2 multi-select ac likely", "3 single b sure"],
    ),
    "a key list at the end": (
        text("1. River?", ENGLISH, "2. City?", ENGLISH, "4. City?", ENGLISH, "Answer Key", "1-a, 2-b", "4. (c)"),
        ["1 single a sure", "2 single b sure", "4 single c sure"],
    ),
    "a key table in rows, and in columns": (
        document(
            paragraphs("\n".join(f"{number}. City?\n{ENGLISH}" for number in range(1, 5))), paragraph("Answers"),
            table(["Q.No.", "1", "2"], ["Ans.", "a", "b"]), table(["3", "(c)", "4", "(d)"]),
        ),
        ["1 single a sure", "2 single b sure", "3 single c sure", "4 single d sure"],
    ),
    "a key table under headings that questions have too": (
        document(
            paragraphs(f"1. River?\n{ENGLISH}\n2. City?\n{ENGLISH}"), table(["Q", "Ans"], ["1", "a"], ["2", "b"])
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "key tables that became one": (
        document(
            paragraphs("\n".join(f"{number}. City?\n{ENGLISH}" for number in range(1, 5))), paragraph("Answers"),
            table(["Q.No.", "1", "2"], ["Ans.", "a", "b"], ["3", "(c)", "4", "(d)"]),
        ),
        ["1 single a sure", "2 single b sure", "3 single c sure", "4 single d sure"],
    ),
    "a key table of numbers": (
        document(
            paragraphs("1. Unit?\n(1) N\n(2) J\n(3) W\n(4) P\n2. Unit?\n(1) N\n(2) J\n(3) W\n(4) P\nAnswers"),
            table(["Q", "1", "2"], ["A", "1", "3"]),
        ),
        ["1 single a sure", "2 single c sure"],
    ),
    "an explanation that names options": (
        text("1. River?", ENGLISH, "Ans. (a)", "Exp: So:", "(b) Delhi is a city.", "(c) Too.", "2. City?", ENGLISH),
        ["1 single a sure", "2 single - sure"],
    ),
    "solutions at the end": (
        text(
            "1. River?", ENGLISH, "2. City?", ENGLISH, "Answers and Explanations",
            "1. (a) It flows.", "2. (b) People live there.",
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "two sections that count anew, with a key list each": (
        text(
            "Section A", "1. River?", ENGLISH, "2. City?", ENGLISH, "Section B", "1. Which river?", ENGLISH,
            "2. Which city?", ENGLISH, "Answer key", "1-a, 2-b", "1-a, 2-c",
        ),
        ["1 single a sure", "2 single b sure", "1 single a sure", "2 single c sure"],
    ),
    "an explanation that counts": (
        text(
            "1. Consider:", "1. One.", "2. Two.", "Which is right?", PARTITION, "Ans. (a)", "Exp: So:",
            "1. the first is right", "2. the second is wrong", "2. River?", ENGLISH, "Ans. (a)",
        ),
        ["1 two-statements TF sure", "2 single a sure"],
    ),
    "words after the answer, and a heading after the options": (
        text("1. River?", ENGLISH, "Ans. (a)", "", "It flows.", "2. City?", ENGLISH, "Unit 2", "3. Lake?", ENGLISH),
        ["1 single a likely", "2 single - sure", "3 single - sure"],
    ),
}  # fmt: skip
