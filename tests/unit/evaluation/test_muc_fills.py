"""Fills in the syntax of the keys, with values of our own."""

from __future__ import annotations

import pytest

from counterclaim.evaluation import muc_fills
from counterclaim.evaluation.muc_fills import Fill, parse_fill, parse_place

EFFECT = muc_fills.set_grade(("NO INJURY OR DEATH", "NO INJURY"))
CONFIDENCE = muc_fills.set_grade(("SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED"))
TYPE = muc_fills.set_grade(("*", "ATTACK"))


def fill(value, *tags):
    return Fill(values=(value,), tags=tags)


@pytest.mark.parametrize(
    ("text", "values", "tags", "optional"),
    [
        ('"FERRY" / "BOAT"', ("FERRY", "BOAT"), (), False),
        ('? "FERRY"', ("FERRY",), (), True),
        ('"PILOT OF THE FERRY" / "PILOT": "OMAR DAW"', ("PILOT OF THE FERRY", "PILOT"), ("OMAR DAW",), False),
        ('PLURAL: "FERRIES" / "BOATS"', ("PLURAL",), ("FERRIES", "BOATS"), False),
        ('NO INJURY OR DEATH / NO INJURY: "-"', ("NO INJURY OR DEATH", "NO INJURY"), (), False),
        ('?~100 / 6-8: "FERRIES"', ("~100", "6-8"), ("FERRIES",), True),
        ('"\\"LIGHT\\" BRIGADE"', ('"LIGHT" BRIGADE',), (), False),
        ("- 04 MAR 11", ("- 04 MAR 11",), (), False),
    ],
)
def test_a_fill_of_a_key_is_read(text, values, tags, optional):
    assert parse_fill(text) == Fill(values=values, tags=tags, optional=optional)


def test_levels_of_a_place_are_no_tags():
    read = parse_place("? (LIBYA: MISRATA (CITY)) / (LIBYA: MISRATA (DISTRICT))")

    assert (len(read.values), read.tags, read.optional) == (2, (), True)


@pytest.mark.parametrize(
    ("key", "response", "grade"),
    [
        ("FISHERMEN", "THE 3 FISHERMEN", 1.0),
        ("FISHERMEN", "OLD FISHERMEN", 1.0),
        ("FISHERMEN", "FISHERMEN WHO SLEPT", 0.5),
        ("OMAR DAW", "DAW", 0.5),
        ("6TH BRIGADE", "BRIGADE", 0.5),
        ("FISHERMEN", "PILOT", 0.0),
    ],
)
def test_words_may_have_more_in_front_and_less_is_partly_right(key, response, grade):
    assert muc_fills.words_grade(fill(key), fill(response)) == grade


@pytest.mark.parametrize(
    ("key", "response", "grade"),
    [
        (fill("DEATH", "PILOT"), fill("DEATH", "PILOT"), 1.0),
        (fill("DEATH", "PILOT"), fill("DEATH", "NURSE"), 0.5),
        (fill("DEATH", "PILOT"), fill("INJURY", "PILOT"), 0.0),
        (fill("NO INJURY OR DEATH"), fill("NO INJURY"), 0.5),
        (fill("NO INJURY"), fill("NO INJURY OR DEATH"), 0.0),
    ],
)
def test_a_value_of_a_list_needs_its_tag(key, response, grade):
    assert EFFECT(key, response) == grade


def test_a_lesser_value_is_partly_right():
    assert CONFIDENCE(fill("SUSPECTED OR ACCUSED BY AUTHORITIES", "X"), fill("SUSPECTED OR ACCUSED", "Y")) == 0.5
    assert CONFIDENCE(fill("SUSPECTED OR ACCUSED", "X"), fill("SUSPECTED OR ACCUSED BY AUTHORITIES", "X")) == 0.0
    assert TYPE(fill("BOMBING"), fill("ATTACK")) == 0.5
    assert TYPE(fill("ATTACK"), fill("BOMBING")) == 0.0


@pytest.mark.parametrize(
    ("key", "response", "grade"),
    [
        (fill("7", "FERRIES"), fill("7", "FERRIES"), 1.0),
        (fill("7", "FERRIES"), fill("7", "CARS"), 0.0),
        (fill("5 - 7", "FERRIES"), fill("7", "CARS"), 0.5),
        (fill("~7", "FERRIES"), fill("7", "FERRIES"), 0.5),
        (fill("6-", "FERRIES"), fill("6-", "FERRIES"), 1.0),
        (fill("PLURAL", "FERRIES"), fill("3", "FERRIES"), 0.0),
    ],
)
def test_a_number_is_right_with_its_tag_and_partly_right_as_an_end(key, response, grade):
    assert muc_fills.number_grade(key, response) == grade


@pytest.mark.parametrize(
    ("key", "response", "grade"),
    [
        ("26 MAR 11", "26 MAR 11", 1.0),
        ("25 MAR 11 - 26 MAR 11", "26 MAR 11", 0.5),
        ("- 26 MAR 11", "26 MAR 11", 0.5),
        ("- 26 MAR 11", "25 MAR 11", 0.5),
        ("- 26 MAR 11", "25 MAR 10", 0.0),
        ("25 MAR 11 - 26 MAR 11", "- 26 MAR 11", 0.5),
        ("26 MAR 11", "- 26 MAR 11", 0.5),
        ("16 MAR 11", "- 26 MAR 11", 0.0),
        ("24 MAR 11 - 25 MAR 11", "- 26 MAR 11", 0.0),
        ("24 MAR 11", "", 0.0),
    ],
)
def test_dates_as_the_guidelines_have_them(key, response, grade):
    assert muc_fills.date_grade(fill(key), fill(response)) == grade


@pytest.mark.parametrize(
    ("response", "grade"),
    [
        ("LIBYA: MISRATA (CITY)", 1.0),
        ("LIBYA: MISRATA (TOWN)", 1.0),
        ("LIBYA", 0.5),
        ("LIBYA: SIRTE (CITY)", 0.5),
        ("TUNISIA: MISRATA (CITY)", 0.5),
        ("TUNISIA: SIRTE (CITY)", 0.0),
    ],
)
def test_places_as_the_guidelines_have_them(response, grade):
    assert muc_fills.place_grade(parse_place("LIBYA: MISRATA (CITY)"), fill(response)) == grade


def test_each_fill_is_used_once_and_what_is_optional_counts_only_where_it_is_met():
    key = [parse_fill('"FERRY"'), parse_fill('? "BOAT"'), parse_fill('"CAR"')]

    assert muc_fills.graded(key, [fill("FERRY"), fill("FERRY")], muc_fills.words_grade) == (1.0, 2, 2)
    assert muc_fills.graded(key, [fill("BOAT"), fill("CAR")], muc_fills.words_grade) == (2.0, 3, 2)
