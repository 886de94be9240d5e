"""Which date is the event's and which the statement's; everything was published on Monday, 6 May 2024."""

from __future__ import annotations

import datetime as dt

import pytest


def day(number, month=5):
    return dt.date(2024, month, number)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "asserted"),
    [
        ("The Taliban said on Sunday that 20 fighters surrendered on Friday.", day(3), day(3), day(5)),
        ("Twenty fighters surrendered on Friday, the Taliban said.", day(3), day(3), None),
        ("On Saturday, 20 fighters surrendered.", day(4), day(4), None),
        ("Ukraine said on Monday that its forces had shot down a jet.", None, None, day(6)),
        ("Between Friday and Sunday, 20 civilians were killed in Aden, the Houthis said.", day(3), day(5), None),
    ],
)
def test_event_and_statement(claims_of, text, earliest, latest, asserted):
    (claim,) = claims_of(text)
    dates = (claim.dates.earliest, claim.dates.latest) if claim.dates else (None, None)
    assert (*dates, claim.asserted_at) == (earliest, latest, asserted)


def test_without_words_there_is_no_date(claims_of):
    (claim,) = claims_of("Twenty fighters surrendered.")
    assert claim.dates is None
    assert claim.asserted_at is None


def test_fighting_that_a_dated_statement_tells_of_happened_that_day(claims_of):
    (claim,) = claims_of("Fighting continued in Omdurman, the Sudanese army said on Sunday.")
    assert claim.dates.earliest == claim.dates.latest == day(5)


def test_the_date_of_its_own_clause_counts(claims_of):
    first, second = claims_of("Rebels killed two soldiers on Friday, and police arrested ten men on Sunday.")
    assert (first.dates.text, second.dates.text) == ("Friday", "Sunday")


def test_a_date_is_carried_to_the_next_sentence(claims_of):
    first, second = claims_of("On Saturday, rebels attacked the town. Twelve civilians were killed.")
    assert first.dates == second.dates
    assert second.dates.earliest == day(4)


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday, rebels attacked the town.\nTwelve civilians were killed.",
        "On Saturday, rebels attacked the town. Markets were full. Twelve civilians were killed.",
        "In April, rebels attacked the town. Twelve civilians were killed.",
    ],
)
def test_a_date_is_not_carried_over_a_paragraph_a_sentence_or_from_a_month(claims_of, text):
    assert claims_of(text)[-1].dates is None


@pytest.mark.parametrize(
    ("words", "precision"),
    [("on Saturday", 1), ("between Friday and Sunday", 2), ("in April", 4)],
)
def test_precision(claims_of, words, precision):
    (claim,) = claims_of(f"Rebels killed two soldiers {words}.")
    assert claim.dates.precision == precision
