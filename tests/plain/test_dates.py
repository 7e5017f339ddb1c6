"""Partial dates: what is read, refused, compared and said."""

from datetime import date

import pytest

from tayari.plain.dates import NotADate, PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2018-09-06", "day", date(2018, 9, 6), date(2018, 9, 6)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2012", "year", date(2012, 1, 1), date(2012, 12, 31)),
    ],
)
def test_reads_iso_text_with_its_precision(text: str, precision: str, first: date, last: date) -> None:
    read = PartialDate.parse(text)

    assert (read.precision, read.first_day, read.last_day, str(read)) == (precision, first, last, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2020-13", "has no month 13"),
        ("2021-02-29", "has no day 29; that month has 28 days"),
        ("06-09-2018", "is not a date; write 2018-09-06"),
        ("0000", "has no year 0000"),
        ("", "is not a date"),
    ],
)
def test_refuses_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(NotADate, match=reason):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2018", "2018-09-06", True),
        ("2018-09", "2018-09-06", True),
        ("2018-09-06", "2018-09-07", False),
        ("2018-08", "2018-09-06", False),
    ],
)
def test_dates_agree_when_they_differ_only_in_precision(one: str, other: str, agree: bool) -> None:
    assert PartialDate.parse(one).agrees_with(PartialDate.parse(other)) is agree


def test_sorts_by_first_possible_day_and_the_less_exact_first() -> None:
    texts = ["2020-10-27", "2018-09-06", "2020", "2018-09", "2018"]

    assert [str(day) for day in sorted(map(PartialDate.parse, texts))] == [
        "2018",
        "2018-09",
        "2018-09-06",
        "2020",
        "2020-10-27",
    ]


@pytest.mark.parametrize(
    ("text", "english", "hindi"),
    [
        ("2018-09-06", "6 September 2018", "6 सितंबर 2018"),
        ("2024-08", "August 2024", "अगस्त 2024"),
        ("2012", "2012", "2012"),
    ],
)
def test_says_the_date_in_each_language(text: str, english: str, hindi: str) -> None:
    read = PartialDate.parse(text)

    assert (read.in_words("en"), read.in_words("hi")) == (english, hindi)
