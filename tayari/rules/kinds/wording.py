"""The standing words of a paper as UPSC prints them in English and Hindi, and the words reasons are composed of."""

from collections.abc import Sequence

from tayari.plain.texts import Texts

LANGUAGES = ("en", "hi")

_WORDS: dict[str, Texts] = {
    "ask.statements": {
        "en": "Which of the statements given above is/are correct?",
        "hi": "उपर्युक्त कथनों में से कौन-सा/कौन-से सही है/हैं?",
    },
    "ask.code": {
        "en": "Which of the statements given above is/are correct? "
        "Select the correct answer using the code given below:",
        "hi": "उपर्युक्त कथनों में से कौन-सा/कौन-से सही है/हैं? नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:",
    },
    "ask.how_many": {
        "en": "How many of the above statements are correct?",
        "hi": "उपर्युक्त कथनों में से कितने सही हैं?",
    },
    "ask.pairs": {
        "en": "How many of the pairs given above are correctly matched?",
        "hi": "उपर्युक्त युग्मों में से कितने सही सुमेलित हैं?",
    },
    "ask.reasoning": {
        "en": "Which one of the following is correct in respect of the above statements?",
        "hi": "उपर्युक्त कथनों के संदर्भ में, निम्नलिखित में से कौन-सा एक सही है?",
    },
    "ask.chronology": {
        "en": "Which one of the following is the correct chronological order of the above, from the earliest?",
        "hi": "निम्नलिखित में से कौन-सा उपर्युक्त का, सबसे पहले से आरंभ करते हुए, सही कालानुक्रम है?",
    },
    "ask.match": {
        "en": "Select the correct answer using the code given below:",
        "hi": "नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:",
    },
    "ask.pairs_code": {
        "en": "Which of the pairs given above is/are correctly matched? "
        "Select the correct answer using the code given below:",
        "hi": "उपर्युक्त युग्मों में से कौन-सा/कौन-से सही सुमेलित है/हैं? नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:",
    },
    "ask.several": {
        "en": "One or more options are correct. Mark all of them.",
        "hi": "एक या अधिक विकल्प सही हैं। सभी सही विकल्प चुनिए।",
    },
    "ask.north-to-south": {
        "en": "Which one of the following is the correct order of the above from north to south?",
        "hi": "निम्नलिखित में से कौन-सा उपर्युक्त का उत्तर से दक्षिण की ओर सही क्रम है?",
    },
    "ask.south-to-north": {
        "en": "Which one of the following is the correct order of the above from south to north?",
        "hi": "निम्नलिखित में से कौन-सा उपर्युक्त का दक्षिण से उत्तर की ओर सही क्रम है?",
    },
    "ask.west-to-east": {
        "en": "Which one of the following is the correct order of the above from west to east?",
        "hi": "निम्नलिखित में से कौन-सा उपर्युक्त का पश्चिम से पूर्व की ओर सही क्रम है?",
    },
    "ask.east-to-west": {
        "en": "Which one of the following is the correct order of the above from east to west?",
        "hi": "निम्नलिखित में से कौन-सा उपर्युक्त का पूर्व से पश्चिम की ओर सही क्रम है?",
    },
    "true": {"en": "True", "hi": "सत्य"},
    "false": {"en": "False", "hi": "असत्य"},
    "one_only": {"en": "{0} only", "hi": "केवल {0}"},
    "both": {"en": "Both {0} and {1}", "hi": "{0} और {1} दोनों"},
    "neither": {"en": "Neither {0} nor {1}", "hi": "न तो {0}, न ही {1}"},
    "some_only": {"en": "{0} only", "hi": "केवल {0}"},
    "reasoning.a": {
        "en": "Both Statement-I and Statement-II are correct and Statement-II is the correct explanation "
        "for Statement-I",
        "hi": "कथन-I और कथन-II दोनों सही हैं तथा कथन-II, कथन-I की सही व्याख्या है",
    },
    "reasoning.b": {
        "en": "Both Statement-I and Statement-II are correct and Statement-II is not the correct explanation "
        "for Statement-I",
        "hi": "कथन-I और कथन-II दोनों सही हैं किन्तु कथन-II, कथन-I की सही व्याख्या नहीं है",
    },
    "reasoning.c": {
        "en": "Statement-I is correct but Statement-II is incorrect",
        "hi": "कथन-I सही है किन्तु कथन-II गलत है",
    },
    "reasoning.d": {
        "en": "Statement-I is incorrect but Statement-II is correct",
        "hi": "कथन-I गलत है किन्तु कथन-II सही है",
    },
    "reasoning_three.a": {
        "en": "Both Statement II and Statement III are correct and both of them explain Statement I",
        "hi": "कथन II और कथन III दोनों सही हैं तथा वे दोनों कथन I की व्याख्या करते हैं",
    },
    "reasoning_three.b": {
        "en": "Both Statement II and Statement III are correct but only one of them explains Statement I",
        "hi": "कथन II और कथन III दोनों सही हैं किन्तु उनमें से केवल एक, कथन I की व्याख्या करता है",
    },
    "reasoning_three.c": {
        "en": "Only one of the Statements II and III is correct and that explains Statement I",
        "hi": "कथन II और III में से केवल एक सही है तथा वह कथन I की व्याख्या करता है",
    },
    "reasoning_three.d": {
        "en": "Neither Statement II nor Statement III is correct",
        "hi": "न तो कथन II सही है, न ही कथन III",
    },
    "statement": {"en": "Statement {0}", "hi": "कथन {0}"},
    "pair": {"en": "Pair {0}", "hi": "युग्म {0}"},
    "list_item": {"en": "Item {0}", "hi": "मद {0}"},
    "correct": {"en": "{0} is correct.", "hi": "{0} सही है।"},
    "incorrect": {"en": "{0} is not correct.", "hi": "{0} सही नहीं है।"},
    "leaves_out": {"en": "It leaves out {0}, which is correct.", "hi": "इसमें {0} छूट गया है, जो सही है।"},
    "takes_in": {"en": "It takes in {0}, which is not correct.", "hi": "इसमें {0} शामिल है, जो सही नहीं है।"},
    "count_is": {"en": "{0} of the {1} are correct.", "hi": "{1} में से {0} सही हैं।"},
    "count_one": {"en": "One of the {1} is correct.", "hi": "{1} में से एक सही है।"},
    "count_all": {"en": "All {0} are correct.", "hi": "सभी {0} सही हैं।"},
    "count_none": {"en": "None of the {1} is correct.", "hi": "{1} में से कोई भी सही नहीं है।"},
    "these": {"en": "Correct: {0}.", "hi": "सही: {0}।"},
    "order_is": {"en": "The order is {0}.", "hi": "सही क्रम {0} है।"},
    "before": {"en": "{0} ({1}) comes before {2} ({3}).", "hi": "{0} ({1}) पहले आता है, {2} ({3}) बाद में।"},
    "pairing_is": {"en": "{0} goes with {1}, not with {2}.", "hi": "{0} का मेल {1} से है, {2} से नहीं।"},
}

_COUNTED: dict[str, Sequence[str]] = {
    "en": ("None", "One", "Two", "Three", "Four", "Five"),
    "hi": ("कोई नहीं", "एक", "दो", "तीन", "चार", "पाँच"),
}
_NAMES: dict[str, dict[str, tuple[str, str]]] = {
    "en": {"statements": ("statement", "statements"), "pairs": ("pair", "pairs"), "items": ("item", "items")},
    "hi": {"statements": ("कथन", "कथनों"), "pairs": ("युग्म", "युग्मों"), "items": ("मद", "मदों")},
}
_AND = {"en": " and ", "hi": " और "}


def say(name: str, *values: Texts | str) -> Texts:
    """The standing words `name` with values filled in, in every language in which all values are said."""
    spoken = [code for code in LANGUAGES if all(isinstance(value, str) or code in value for value in values)]
    return {
        code: _WORDS[name][code].format(*(value if isinstance(value, str) else value[code] for value in values))
        for code in spoken
    }


def join(*parts: Texts) -> Texts:
    """Sentences one after another, in the languages in which all of them are said."""
    common = [code for code in parts[0] if all(code in part for part in parts)]
    return {code: " ".join(part[code] for part in parts) for code in common}


def listed(labels: Sequence[str]) -> Texts:
    """`1`, `1 and 2`, `1, 2 and 3`."""
    if len(labels) == 1:
        return dict.fromkeys(LANGUAGES, labels[0])
    return {code: ", ".join(labels[:-1]) + _AND[code] + labels[-1] for code in LANGUAGES}


def counted(number: int, of: str, total: int) -> Texts:
    """`Two of the three statements are correct.`"""
    if number == total:
        all_of = {code: f"{_COUNTED[code][total].lower()} {_NAMES[code][of][code == 'en']}" for code in LANGUAGES}
        return say("count_all", all_of)
    name = {0: "count_none", 1: "count_one"}.get(number, "count_is")
    amount = {code: _COUNTED[code][number] for code in LANGUAGES}
    things = {
        "en": f"{_COUNTED['en'][total].lower()} {_NAMES['en'][of][1]}",
        "hi": f"{_COUNTED['hi'][total]} {_NAMES['hi'][of][1]}",
    }
    return say(name, amount, things)
