from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.count import Outcome
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind, Modality
from counterclaim.claims.place import Place
from counterclaim.evaluation import muc
from counterclaim.evaluation.muc_templates import templates_of, type_of

from .sighted import DAY, exactly, on, people, seen, sighting, thing

FISHERMEN = people("fisherman", exactly(3), plural=True, text="fishermen")
SIRTE = Place(text="Sirte", name="Sirte", country="LY", precision=1)
MISRATA = replace(SIRTE, text="Misrata", name="Misrata")


def values(template, slot):
    return [fill.values[0] for fill in template.slots[slot]]


def test_sightings_of_one_type_day_and_place_are_one_template():
    hurt = sighting(people("nurse", exactly(1)), outcome=Outcome.WOUNDED, sentence=1)
    (template,) = templates_of(seen(sighting(FISHERMEN, place=SIRTE, dates=on(DAY)), hurt))

    assert values(template, muc.DATE) == ["04 MAR 11"]
    assert values(template, muc.PLACE) == ["LY: SIRTE (CITY)"]
    assert values(template, muc.DESCRIPTION) == ["FISHERMEN", "NURSE"]


def test_another_day_another_place_and_a_kidnapping_are_other_templates():
    here = sighting(FISHERMEN, place=SIRTE, dates=on(DAY))
    there = sighting(FISHERMEN, place=MISRATA, dates=on(DAY), sentence=1)
    later = sighting(FISHERMEN, dates=on(DAY - dt.timedelta(days=1)), sentence=2)
    taken = sighting(FISHERMEN, kind=Kind.CAPTURE, outcome=Outcome.CAPTURED, sentence=3)

    assert len(templates_of(seen(here, there, later, taken))) == 4


@pytest.mark.parametrize(
    "one",
    [
        sighting(people("soldier", exactly(3), plural=True)),
        sighting(people("they", plural=True)),
        sighting(people("villager", exactly(20_000), plural=True)),
        sighting(FISHERMEN, modality=Modality.PLANNED),
        sighting(FISHERMEN, dates=on(DAY - dt.timedelta(days=100))),
        sighting(FISHERMEN, dates=Dates(earliest=dt.date(2011, 1, 1), latest=DAY, precision=4, text="this year", start=0, end=9)),
        sighting(FISHERMEN, kind=Kind.TALKS),
    ],
)
def test_fights_of_combatants_summaries_plans_and_old_events_are_no_incidents(one):
    assert templates_of(seen(one)) == []


def test_the_default_of_a_date_is_the_day_of_the_report_and_a_day_of_the_week_is_no_day():
    (default,) = templates_of(seen(sighting(FISHERMEN)))
    (weekday,) = templates_of(seen(sighting(FISHERMEN, dates=on(DAY, "last Friday"))))

    assert values(default, muc.DATE) == values(weekday, muc.DATE) == ["- 04 MAR 11"]


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (sighting(FISHERMEN, words="a bomb killed three"), "BOMBING"),
        (sighting(FISHERMEN, words='it was the "bombing" of the port'), "BOMBING"),
        (sighting(trigger="detonate", words="it was set off at noon"), "BOMBING"),
        (sighting(FISHERMEN, words="three were shot"), "ATTACK"),
        (sighting(FISHERMEN, words="three were killed, said the officer in charge of the port"), "ATTACK"),
        (sighting(FISHERMEN, trigger="murder", words="three were murdered a day after the bomb"), "ATTACK"),
        (sighting(thing("ferry"), trigger="burn", kind=Kind.EQUIPMENT_LOSS), "ARSON"),
        (sighting(FISHERMEN, trigger="kidnap", kind=Kind.CAPTURE), "KIDNAPPING"),
    ],
)
def test_types(one, kind):
    assert type_of(one) == kind
