"""Documents with the traps that publishers' files have, each with what must be found in it."""

from tests.bank.formats.word.key_traps import KEY_TRAPS
from tests.bank.formats.word.trap_words import (
    CODES,
    COUNTS,
    ENGLISH,
    HINDI,
    HINDI_REASONS,
    HINDI_SETS,
    HINDI_STATEMENTS,
    LISTED,
    NAMES,
    PARTITION,
    REASONS,
    SETS,
    STATEMENTS,
    kruti,
    text,
)
from tests.factories.documents import (
    deleted,
    document,
    fraction,
    inserted,
    paragraph,
    paragraphs,
    picture,
    run,
    squared,
    styles,
    table,
)

# What a row expects: number, kind, key or truths (`-` where there is none), confidence. `*` stands for no number.
TRAPS: dict[str, tuple[bytes, list[str]]] = {
    **KEY_TRAPS,
    "options on lines of their own": (
        text("1. River?", ENGLISH, "Ans. (a)", "Exp: It flows.", "Q.2 City?", ENGLISH, "Answer: B"),
        ["1 single a sure", "2 single b sure"],
    ),
    "options on one tabbed line": (
        text(
            "Q1) River?", "(a) Ganga\t(b) Delhi\t(c) Agra\t(d) Pune", "Ans: A",
            "Q2) City?", "A) Ganga   B) Delhi   C) Agra   D) Pune", "Ans - (B)",
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "options behind the question": (
        text("1. River? (a) Ganga (b) Delhi (c) Agra Ans. (a)", "2. City? (a) Ganga (b) Delhi (c) Agra (d) Pune"),
        ["1 single a sure", "2 single - sure"],
    ),
    "options behind each other without brackets": (
        text("1. A. P. J. Abdul Kalam: which river?", "a. Ganga b. Delhi c. Agra d. Pune", "Correct Answer: (a)"),
        ["1 single a sure"],
    ),
    "options in tables of one row, of two columns, and with letters apart": (
        document(
            paragraph("1. River?"), table(["(a) Ganga", "(b) Delhi", "(c) Agra", "(d) Pune"]),
            paragraph("Ans. (a)"), paragraph("2. City?"), table(["(a) Ganga", "(c) Agra"], ["(b) Delhi", "(d) Pune"]),
            paragraph("Ans. (b)"), paragraph("3. Which?"),
            table(["(a)", "Ganga", "(b)", "Delhi"], ["(c)", "Agra", "(d)", "Pune"]),
        ),
        ["1 single a sure", "2 single b sure", "3 single - sure"],
    ),
    "numbers and letters from styles alone": (
        document(
            paragraph("River?", style="Q"), *(paragraph(name, style="O") for name in NAMES),
            paragraph("City?", style="Q"),
            *(paragraph(run(name, "bold" if name == "Delhi" else "not-bold"), style="O") for name in NAMES),
            numbering=LISTED, styles=styles(Q=(1, 0), O=(1, 1)),
        ),
        ["1 single - sure", "2 single b likely"],
    ),
    "statements in a list of their own": (
        document(
            paragraph("Consider the following statements:", listed=(1, 0)),
            paragraph("The first is so.", listed=(2, 0)), paragraph("The second is so.", listed=(2, 0)),
            paragraph("Which of the statements given above is correct?"),
            *(paragraph(text[4:], listed=(1, 1)) for text in PARTITION.split("\n")), paragraph("Ans. (c)"),
            paragraph("River?", listed=(1, 0)), *(paragraph(name, listed=(1, 1)) for name in NAMES),
            numbering=LISTED,
        ),
        ["1 two-statements TT sure", "2 single - sure"],
    ),
    "numbered options beside numbered statements": (
        text(
            "1. River?", "(1) Ganga", "(2) Delhi", "(3) Agra", "(4) Pune", "Ans. (1)",
            "2. Consider the following statements:", STATEMENTS, "Which are right?",
            "(1) 1 and 2 only", "(2) 2 and 3 only", "(3) 1 and 3 only", "(4) 1, 2 and 3", "Ans. 2",
            "3. City?", "(1) Ganga", "(2) Delhi", "(3) Agra", "(4) Pune", "Ans. 2",
        ),
        ["1 single a sure", "2 combinations FTT sure", "3 single b sure"],
    ),
    "statements with their codes": (
        text(
            "1. Consider the following statements:", STATEMENTS, "Which of the above are correct?", SETS, "Ans. (a)",
            "2. Consider these statements:", STATEMENTS, "How many of the above are correct?", COUNTS, "Ans. (c)",
            "3. Consider these statements:", STATEMENTS, "How many of the above are correct?", COUNTS, "Ans. (b)",
            "4. How many of these are rivers?", "1. Ganga", "2. Delhi", "3. Kaveri", COUNTS, "Ans. (d)",
            "5. Which of these is NOT correct?", STATEMENTS, SETS, "Ans. (a)",
        ),
        [
            "1 combinations TTF sure", "2 how-many TTT sure", "3 how-many ??? likely", "4 list-how-many FFF sure",
            "5 single a sure",
        ],
    ),
    "assertion and reason, in both languages": (
        text(
            "1. Two statements:", "Assertion (A): Ice floats.", "Reason (R): Ice is light.", REASONS, "Ans. (a)",
            "2. Statement-I: Ice floats.", "Statement-II: Ice is light.", "Which is correct?",
            REASONS.replace("A ", "Statement-I ").replace("R ", "Statement-II "), "Ans. (b)",
            "3. दो कथन:", "कथन (A): बर्फ तैरती है।", "कारण (R): बर्फ भारी है।", HINDI_REASONS, "उत्तर: (c)",
        ),
        ["1 reasoning TT+ sure", "2 reasoning TT- sure", "3 reasoning TF- sure"],
    ),
    "lists to match, in a table and on tabbed lines": (
        document(
            paragraph("1. Match List-I with List-II:"),
            table(["List-I", "List-II"], ["A. Delhi", "1. Gomti"], ["B. Agra", "2. Yamuna"], ["C. Patna", "3. Ganga"]),
            paragraph("Codes:"),
            table(["", *"ABC"], ["(a)", *"213"], ["(b)", *"123"], ["(c)", *"312"], ["(d)", *"321"]),
            paragraphs("Ans. (a)\n2. सुमेलित कीजिए:\nसूची-I\tसूची-II\nA. दिल्ली\t1. गोमती\nB. लखनऊ\t2. यमुना"),
            paragraphs(f"C. पटना\t3. गंगा\nकूट:\n{CODES}\nउत्तर: (b)"),
        ),
        ["1 match A2B1C3 sure", "2 match A1B2C3 sure"],
    ),
    "lists to match below each other": (
        document(
            paragraphs("1. Match List-I with List-II:\nList-I\nA. Delhi\nB. Agra\nC. Patna\nList-II"),
            paragraphs("1. Gomti\n2. Yamuna"),
            paragraphs(f"3. Ganga\nCodes:\n{CODES}\nAns. (a)"),
        ),
        ["1 match A2B1C3 sure"],
    ),
    "lists to match whose codes are numbered": (
        document(
            paragraph("1. Match the following:"),
            table(["Column I", "Column II"], ["(a) A", "(i) X"], ["(b) B", "(ii) Y"], ["(c) C", "(iii) Z"]),
            paragraphs("(1) a-ii, b-i, c-iii\n(2) a-i, b-ii, c-iii\n(3) a-iii, b-i, c-ii"),
            paragraphs("(4) a-ii, b-iii, c-i\nAns. (1)"),
        ),
        ["1 match A2B1C3 sure"],
    ),
    "pairs in a table and on lines": (
        document(
            paragraph("1. Consider the following pairs:"),
            table(["City", "River"], ["1. Delhi", "Yamuna"], ["2. Lucknow", "Gomti"], ["3. Patna", "Ganga"]),
            paragraphs(f"How many of the pairs given above are correctly matched?\n{COUNTS}\nAns. (c)"),
            paragraphs("2. Consider the following pairs:\n1. Delhi : Yamuna\n2. Patna : Ganga\n3. Agra : Kaveri"),
            paragraphs(f"Which of the pairs are correctly matched?\n{SETS}\nAns. (a)"),
        ),
        ["1 pairs-how-many TTT sure", "2 pairs-combinations TTF sure"],
    ),
    "Hindi alone, with its own letters and digits": (
        text(
            "प्रश्न १. नदी कौन-सी है?", "(क) गंगा", "(ख) दिल्ली", "उत्तर: (क)", "व्याख्या: बहती है।",
            "प्रश्न 2. उत्तर प्रदेश का नगर?", "(अ) गंगा", "(ब) ISRO", "(स) 1947", "उत्तर – ब",
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "two languages on one line": (
        text("1. River? / नदी?", "(a) Ganga / गंगा", "(b) Delhi (दिल्ली)", "(c) 1947", "Ans. (a)"),
        ["1 single a likely"],
    ),
    "two languages on every line": (
        text("1. River? / नदी?", "(a) Ganga / गंगा", "(b) Delhi / दिल्ली", "Ans. (a)"),
        ["1 single a likely"],
    ),
    "a key by the shade of its paragraph": (
        document(
            paragraphs("1. River?\n(a) Delhi\n(b) Agra"),
            paragraph("(c) Ganga").replace("<w:pPr>", '<w:pPr><w:shd w:val="clear" w:fill="FFFF00"/>'),
        ),
        ["1 single c likely"],
    ),
    "two languages on lines that follow": (
        text(
            "1. River?", "नदी?", "(a) Ganga", "गंगा", "(b) Delhi", "दिल्ली", "Ans. (a)",
            "2. City?", "(a) Ganga", "(b) Delhi", "नगर?", "(a) गंगा", "(b) दिल्ली", "Ans. (b)",
            "3. नगर?", "City?", "(a) गंगा Ganga", "(b) दिल्ली Delhi", "Ans. (b)",
        ),
        ["1 single a sure", "2 single b sure", "3 single b likely"],
    ),
    "each question twice": (
        text(
            "1. River?", ENGLISH, "1. नदी?", HINDI, "Ans. (a)", "2. City?", ENGLISH, "2. नगर?", HINDI, "Ans. (b)"
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "statements twice, in tables and below each other": (
        document(
            paragraphs(f"1. Consider:\n{STATEMENTS}\nWhich are correct?\n{SETS}"),
            paragraphs(f"1. विचार कीजिए:\n{HINDI_STATEMENTS}"),
            paragraphs(f"कौन-से सही हैं?\n{HINDI_SETS}\nAns. (b)"),
            table(
                [f"2. Consider:\n{STATEMENTS}\nWhich are correct?\n{SETS}",
                 f"2. विचार कीजिए:\n{HINDI_STATEMENTS}\nकौन-से सही हैं?\n{HINDI_SETS}"],
                ["Ans. (a)", "उत्तर: (a)"],
            ),
        ),
        ["1 combinations FTT sure", "2 combinations TTF sure"],
    ),
    "languages whose keys disagree": (
        text("1. River?", ENGLISH, "Ans. (a)", "1. नदी?", HINDI, "उत्तर: (b)"), ["1 single - doubtful"],
    ),
    "letters that the question mentions": (
        text("1. Which of (a) and (b) is a river?", ENGLISH, "Ans. (a)", "Answer Key – Set A", "1 a"),
        ["1 single a sure"],
    ),
    "a Hindi part with the same numbers": (
        text(
            "1. River?", ENGLISH, "2. City?", ENGLISH, "हिन्दी खंड", "1. नदी?", HINDI, "2. नगर?", HINDI,
            "Answers", "1. a", "2. b",
        ),
        ["1 single a sure", "2 single b sure"],
    ),
    "two languages side by side": (
        document(
            table(["1. River?", "1. नदी?"], [ENGLISH, HINDI], [f"2. City?\n{ENGLISH}", f"नगर?\n{HINDI}"]),
            table(["3.", "Which?", "कौन?"], ["", "(a) Ganga", "(a) गंगा"], ["", "(b) Delhi", "(b) दिल्ली"]),
            paragraph("Answer Key: 1. (a) 2. (b) 3. (b)"),
        ),
        ["1 single a sure", "2 single b sure", "3 single b sure"],
    ),
    "a double in the other language that does not fit": (
        text("1. River?", ENGLISH, "Ans. (a)", "1. नदी?", "(a) गंगा", "(b) दिल्ली", "Ans. (a)"),
        ["1 single a doubtful", "1 single a sure"],
    ),
    "tracked changes and hidden words": (
        document(
            paragraph(run("1. Which "), inserted(run("river ")), deleted("lake "), run("is it?"), run("!", "hidden")),
            paragraphs("(a) Ganga\n(b) Delhi"), paragraph(inserted(run("Ans. (a)"))),
        ),
        ["1 single a sure"],
    ),
    "equations, scripts and pictures": (
        document(
            paragraph(run("1. "), squared("c"), run(" and H"), run("2", "sub"), run("O, 10"), run("-3", "sup")),
            paragraph(run("(a) see "), picture("A map"), run(" and "), fraction("a+b", "2")),
            paragraphs("(b) Delhi\nAns. (b)"),
        ),
        ["1 single b likely"],
    ),
    "Hindi for old fonts": (
        document(
            paragraph(run("1. "), kruti("Hkkjr dh jkt/kkuh D;k gS\\")),
            *(paragraph(kruti(text)) for text in ("¼d½ iVuk", "¼[k½ fnYyh", "mRrj % ¼[k½")),
            paragraph(run("2. "), run("·Ê¤UUÌ", font="Chanakya")), paragraphs("(a) Ganga\n(b) Delhi\nAns. (a)"),
        ),
        ["1 single b likely", "2 single a doubtful"],
    ),
    "a table a question": (
        document(
            table(["Question", "River?"], ["Option A", "Ganga"], ["Option B", "Delhi"], ["Answer", "A"]),
            table(["Question", "City?"], ["A", "Ganga"], ["B", "Delhi"], ["Answer", "B"], ["Topic", "Towns"]),
        ),
        ["* single a likely", "* single b likely"],
    ),
    "a row a question under headings": (
        document(
            table(
                ["No.", "Question", "Option A", "Option B", "Option C", "Option D", "Answer", "Explanation"],
                ["1", "River?", *NAMES, "a", "It flows."],
                ["2", "Consider:\n1. One.\n2. Two.\nWhich?", *(text[4:] for text in PARTITION.split("\n")), "D", ""],
            )
        ),
        ["1 single a sure", "2 two-statements FF sure"],
    ),
    "a row a question without headings": (
        document(table(["1", f"River?\n{ENGLISH}", "a"], ["2", f"City?\n{ENGLISH}", "b"])),
        ["1 single a sure", "2 single b sure"],
    ),
    "tags before each line": (
        text("Question: River?", "Option A: Ganga", "Option B: Delhi", "Answer: A", "Question: City?", "Option A: Pu"),
        ["* single a likely", "* single - doubtful"],
    ),
    "other kinds": (
        text(
            "1. How many districts?", "Answer: 42", "2. The Ganga is a river.", "(a) True", "(b) False", "Ans. (a)",
            "3. Discuss rivers. (10 marks, 150 words)", "4. Who?", "Ans: Ashoka", "5. In chronological order?",
            "1. One", "2. Two", "3. Three", "(a) 1-2-3", "(b) 2-1-3", "(c) 3-2-1", "(d) 1-3-2", "Ans. (a)",
        ),
        [
            "1 numeric 42 sure", "2 true-false T sure", "3 descriptive - sure", "4 short-answer Ashoka sure",
            "5 chronology - likely",
        ],
    ),
    "a passage with its questions, and one that nobody is told of": (
        text(
            "Directions for the following 2 (two) items: Read the passage and answer.", "Passage – 1",
            "Rivers carry silt.", "They build plains.", "1. What do rivers build?", ENGLISH, "Ans. (b)",
            "2. Consider the following statements:", "1. Silt is light.", "2. Plains are old.", "Which is right?",
            PARTITION, "Ans. (c)", "3. City?", ENGLISH, "Ans. (b)",
            "Read the following passage.", "Glaciers move.", "4. What moves?", "(a) Ice", "(b) Stone", "Ans. (a)",
            "Unit 2", "5. City?", ENGLISH, "Ans. (b)",
        ),
        ["1 passage b sure", "2 passage c sure", "3 single b sure", "4 single a doubtful", "5 single b sure"],
    ),
    "passages by their numbers, and in both languages": (
        text(
            "Directions (Q. 1-2): Read it.", "Rivers carry silt.", "नदियाँ गाद लाती हैं।", "1. What?", ENGLISH,
            "Ans. (a)", "2. Who?", ENGLISH, "Ans. (b)", "3. City?", ENGLISH, "Ans. (b)",
            "Passage", "Glaciers move.", "4. What moves?", ENGLISH, "Ans. (a)",
            "5. Two statements:", "Assertion (A): Ice floats.", "Reason (R): Ice is light.", REASONS, "Ans. (a)",
        ),
        ["1 passage a sure", "2 passage b sure", "3 single b sure", "4 passage a likely", "5 reasoning TT+ sure"],
    ),
    "what lacks something": (
        text(
            "1. Nothing else", "2. Too many", *(f"({letter}) {letter * 2}" for letter in "abcdefg"), "Ans. (a)",
            "3. A letter lost", "(a) Ganga", "(b) Delhi", "(d) Pune", "Ans. (b)",
        ),
        ["1 single - doubtful", "2 nothing - doubtful", "3 single b doubtful"],
    ),
}  # fmt: skip
