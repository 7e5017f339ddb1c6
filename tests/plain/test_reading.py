"""Reading time is computed by script."""

from tayari.plain import reading


def test_counts_a_hindi_word_once_however_many_marks_it_has() -> None:
    assert reading.words("मंत्रिस्तरीय संवाद की स्थापना") == {"latin": 0, "devanagari": 4}


def test_counts_scripts_apart() -> None:
    assert reading.words("The 2+2 संवाद of 2018") == {"latin": 5, "devanagari": 1}


def test_a_word_goes_across_an_apostrophe_and_a_hyphen() -> None:
    assert reading.words("India's foreign-policy") == {"latin": 2, "devanagari": 0}


def test_two_hundred_english_words_take_a_minute() -> None:
    assert reading.seconds(reading.Extent({"latin": 200, "devanagari": 0})) == 60


def test_as_many_hindi_words_take_longer() -> None:
    assert reading.seconds(reading.Extent({"latin": 0, "devanagari": 200})) == 71


def test_pictures_and_rows_take_time() -> None:
    assert reading.seconds(reading.Extent({"latin": 200}, pictures=1, rows=4)) == 84


def test_minutes_are_whole_and_at_least_one() -> None:
    assert [reading.minutes(length) for length in (0, 59, 60, 61, 360)] == [1, 1, 1, 2, 6]
