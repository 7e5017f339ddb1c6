"""How a workbook of questions is filled in, in English and Hindi: a sheet of its own in every file that we write."""

GUIDE = "How to fill this in"

LINES = (
    ("One row is one question. Leave empty what you do not have; nothing is supposed.", True),
    ("एक पंक्ति में एक प्रश्न। जो आपके पास नहीं है उसे खाली छोड़िए; अपनी ओर से कुछ नहीं माना जाता।", False),
    ("Question, Option A to Option F: the words in English; the columns with (Hindi) hold the same in Hindi.", False),
    ("Question, Option A से Option F: अंग्रेज़ी के शब्द; (Hindi) वाले स्तंभों में वही हिन्दी में।", False),
    (
        "Answer: the letter of the right option, such as B. For several right ones: A, C, and Kind multi-select.",
        False,
    ),
    ("Answer: सही विकल्प का अक्षर, जैसे B। कई सही विकल्प हों तो A, C, और Kind में multi-select।", False),
    ("Kind may stay empty for one right option. Others: true-false (Answer True or False), numeric (a number,", False),
    ("with Tolerance and Unit), short-answer (accepted answers with | between them), multi-select.", False),
    ("एक सही विकल्प हो तो Kind खाली रह सकता है। और प्रकार: true-false, numeric, short-answer, multi-select।", False),
    ("Explanation: why the answer is right. Why A to Why F: one reason for each option.", False),
    ("Explanation: उत्तर क्यों सही है। Why A से Why F: हर विकल्प का अपना कारण।", False),
    ("Topic: topics of the syllabus, with ; between them. Difficulty: easy, medium or hard.", False),
    ("Topic: पाठ्यक्रम के विषय, बीच में ; लगाकर। Difficulty: easy, medium या hard।", False),
    ("Data is written by an export for what columns cannot say. Leave it as it is.", False),
    ("Data में निर्यात वह लिखता है जो स्तंभ नहीं कह सकते। उसे वैसा ही रहने दीजिए।", False),
    ("Fractions and dates such as 1/2: the cells are text already, so that they stay what you type.", False),
    ("1/2 जैसी भिन्नें और तिथियाँ: कोष्ठ पहले से पाठ हैं, इसलिए जो लिखा वही रहता है।", False),
)
