"""When a date goes on to what is told next; everything was published on Monday, 6 May 2024."""

from __future__ import annotations

import datetime as dt

import pytest

SATURDAY = dt.date(2024, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday, rebels attacked the town. Twelve civilians were killed.",
        "On Saturday, rebels attacked the town. Markets were full. Twelve civilians were killed.",
        "On Saturday, rebels attacked the town.\nPeople fled.\nTwelve civilians were killed, a doctor said on Sunday.",
    ],
)
def test_a_date_goes_on_with_its_event(claims_of, text):
    claims = claims_of(text)
    assert claims[-1].dates == claims[0].dates
    assert claims[-1].dates.earliest == SATURDAY


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed two soldiers on Saturday.\nTwelve civilians were killed.",
        "Rebels attacked the town on Saturday.\nThe army killed ten rebels on Friday.\nTwelve civilians were killed.",
        "On Saturday, rebels attacked the town. Separately, twelve civilians were killed.",
        "On Saturday, rebels attacked the town. So far, twelve civilians were killed.",
        "On Saturday, rebels attacked the town. They threatened to kill ten soldiers.",
        "On Saturday, rebels attacked the town. In January the group had said that twelve civilians were killed.",
        "On Saturday, rebels attacked the town.\nTwelve civilians have been killed.",
        "On Saturday, rebels attacked the town. Rebels are killing civilians.",
        "On Saturday, rebels attacked Omdurman in Sudan.\nTwelve civilians were killed in Aden.",
        "Between March 1 and April 20, rebels attacked the town. Twelve civilians were killed.",
    ],
)
def test_a_date_ends_where_another_event_is_told(claims_of, text):
    *before, claim = claims_of(text)
    assert before
    assert claim.dates is None


def test_a_month_goes_on_in_its_paragraph_alone(claims_of):
    *_, near = claims_of("In April, rebels attacked the town. Twelve civilians were killed.")
    assert near.dates.latest == dt.date(2024, 4, 30)
    *_, far = claims_of("In April, rebels attacked the town.\nTwelve civilians were killed.")
    assert far.dates is None


def test_an_event_with_words_of_its_own_keeps_them(claims_of):
    claims = claims_of("On Saturday, rebels attacked the town. Two soldiers were killed on Sunday.")
    assert [c.dates.text for c in claims] == ["Saturday", "Sunday"]
