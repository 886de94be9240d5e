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


def test_a_date_inside_what_is_said_is_the_events(claims_of):
    (claim,) = claims_of("A villager said that on Saturday Taliban militants came into Shutul.")
    assert claim.dates.earliest == claim.dates.latest == day(4)
    assert claim.asserted_at is None


def test_clauses_joined_to_a_dated_one_share_its_date(claims_of):
    (claim,) = claims_of("The president resigned and left the country on Friday, and Taliban forces entered Kabul.")
    assert claim.dates.earliest == day(3)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Tension has risen since Friday, when rebels killed two soldiers.", day(3), day(3)),
        ("The Houthis have held Aden since the end of a war in 1994.", dt.date(1994, 1, 1), day(6)),
        ("Rebels attacked the town late on Friday night. They killed two soldiers at midnight.", day(3), day(4)),
    ],
)
def test_since_and_midnight(claims_of, text, earliest, latest):
    claim = claims_of(text)[-1]
    assert (claim.dates.earliest, claim.dates.latest) == (earliest, latest)


def test_declaring_a_ceasefire_is_the_event(claims_of):
    (claim,) = claims_of("On Friday, Pakistan declared a ceasefire.")
    assert claim.dates.earliest == day(3)


@pytest.mark.parametrize(
    ("words", "precision"),
    [("on Saturday", 1), ("between Friday and Sunday", 2), ("in April", 4)],
)
def test_precision(claims_of, words, precision):
    (claim,) = claims_of(f"Rebels killed two soldiers {words}.")
    assert claim.dates.precision == precision
