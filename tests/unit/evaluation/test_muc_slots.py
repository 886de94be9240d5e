"""The date and place slots of MUC-4 templates."""

from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.dates import Dates
from counterclaim.claims.place import Place
from counterclaim.evaluation.muc_dates import date_of
from counterclaim.evaluation.muc_places import place_of
from counterclaim.evaluation.sightings import Located, Seen

from .sighted import DAY, people, sighting

ONE = people("nurse")


def dates(earliest, latest, text="then"):
    return Dates(earliest=earliest, latest=latest, precision=1, text=text, start=0, end=4)


@pytest.mark.parametrize(
    ("told", "fill"),
    [
        (dates(DAY, DAY), "04 MAR 11"),
        (dates(DAY, DAY, "Friday"), "- 04 MAR 11"),
        (dates(DAY - dt.timedelta(days=3), DAY), "01 MAR 11 - 04 MAR 11"),
        (dates(DAY - dt.timedelta(days=300), DAY), "- 04 MAR 11"),
        (None, "- 04 MAR 11"),
    ],
)
def test_the_date_of_an_incident(told, fill):
    (made,) = date_of([sighting(ONE, dates=told)], Seen(day=DAY, country=None, sightings=()))
    assert made.values == (fill,)


def place(text, start=0, *, country="CO", precision=1):
    return Place(text=text, name=text, country=country, precision=precision, start=start, end=start + len(text))


def seen(*places):
    return Seen(day=DAY, country=None, sightings=(), places=tuple(Located(sentence=0, place=p) for p in places))


def test_a_larger_place_stands_before_the_one_within_it():
    town, department = place("Segovia"), place("Antioquia department", 9, precision=4)
    (made,) = place_of([sighting(ONE, place=town)], seen(town, department))
    assert made.values == ("COLOMBIA: ANTIOQUIA (CITY): SEGOVIA (CITY)",)


def test_a_place_beside_an_incident_is_its_place():
    (made,) = place_of([sighting(ONE)], seen(place("Segovia")))
    assert made.values == ("COLOMBIA: SEGOVIA (CITY)",)


def test_without_any_place_there_is_no_fill():
    assert place_of([sighting(ONE)], seen()) == []
