from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.count import Outcome
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind, Modality, Mode
from counterclaim.export.acled import ACLED, acled_row
from counterclaim.export.acled_events import acled_event

COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]

# acledR, event types
SUB_EVENTS = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}


def test_the_columns_are_acleds_31_in_order():
    assert [field.name for field in ACLED.fields] == COLUMNS
    assert len(COLUMNS) == 31
    assert {field.name for field in ACLED.fields if field.holds == "empty"} <= set(ACLED.dropped)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("mode", [None, *Mode])
def test_every_event_is_one_of_acleds(make, sides, kind, mode):
    event = acled_event(make(kind=kind, mode=mode, control=Control(change=Change.CAPTURED, party="Taliban")), sides)
    assert event is None or event[1] in SUB_EVENTS[event[0]]
    assert (event is None) == (kind in {Kind.CASUALTIES, Kind.ACCUSATION, Kind.CAPTURE, Kind.DETENTION})


@pytest.mark.parametrize(
    ("day", "party", "expected"),
    [
        (dt.date(2021, 8, 1), "Taliban", "Non-state actor overtakes territory"),
        (dt.date(2021, 9, 4), "Taliban", "Government regains territory"),
        (dt.date(2021, 9, 4), "National Resistance Front", "Non-state actor overtakes territory"),
        (dt.date(2021, 9, 4), "nobody knows them", "Armed clash"),
    ],
)
def test_who_takes_territory_is_told_by_what_the_taker_is_that_day(make, sides, day, party, expected):
    told = make(control=Control(change=Change.CAPTURED, party=party), dates=Dates(earliest=day, latest=day))
    assert acled_event(told, sides) == ("Battles", expected)


def test_contested_territory_is_an_armed_clash(make, claim, sides):
    taken = {"control": Control(change=Change.CAPTURED, party="Taliban"), "counts": ()}
    denial = replace(
        claim,
        **taken,
        id="f" * 20,
        negated=True,
        stance=Stance.DENIES,
        denies=claim.id,
        source=Source(name="x", party="National Resistance Front"),
    )
    told = make("list_all", denial, **taken, source=Source(name="y", party="Taliban"))
    assert told.incident.status == "contested"
    assert acled_event(told, sides) == ("Battles", "Armed clash")


@pytest.mark.parametrize("changes", [{"negated": True}, {"modality": Modality.PLANNED}])
def test_what_did_not_happen_is_no_event(make, sides, changes):
    assert acled_row(make(**changes), sides) is None


@pytest.mark.parametrize(
    ("days", "day", "precision"),
    [
        (1, dt.date(2021, 9, 1), 1),
        (7, dt.date(2021, 9, 4), 2),
        (8, dt.date(2021, 9, 4), 3),
        (31, dt.date(2021, 9, 16), 3),
        (32, None, None),
    ],
)
def test_an_interval_is_its_middle_day(make, sides, days, day, precision):
    first = dt.date(2021, 9, 1)
    row = acled_row(make(dates=Dates(earliest=first, latest=first + dt.timedelta(days=days - 1))), sides)
    assert (row["event_date"], row["time_precision"]) == (day, precision)


def test_interaction_has_the_smaller_digit_first(make, sides):
    row = acled_row(make(kind=Kind.CLASH, control=None, actor="National Resistance Front", target="Taliban"), sides)
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("2", "1", "12")
    row = acled_row(make(kind=Kind.CLASH, control=None, actor="Taliban", target=None), sides)
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("1", None, "10")


def test_fatalities_are_the_killed_by_the_policy(make, sides):
    count = make().claims[0].counts[0]
    assert acled_row(make("acled_conservative"), sides)["fatalities"] == 30
    wounded = {"counts": (replace(count, outcome=Outcome.WOUNDED),)}
    assert acled_row(make("acled_conservative", **wounded), sides)["fatalities"] == 0
    assert acled_row(make("list_all", **wounded), sides)["fatalities"] is None


def test_disputes_and_the_policy_stand_in_the_notes(make, claim, sides):
    no = replace(
        claim, id="f" * 20, negated=True, stance=Stance.DENIES, denies=claim.id, counts=(), source=Source(name="Ann", party="Taliban")
    )
    row = acled_row(make("acled_conservative", no), sides)
    assert "Not ACLED's" in row["notes"]
    assert "policy acled_conservative" in row["notes"]
    assert "disputed: " in row["notes"]
    assert "status=contested" in row["tags"]


def test_what_people_made_of_claims_stands_in_the_notes_and_moves_no_number(make, sides, assessed):
    row, plain = (acled_row(make("acled_conservative", assessed=one), sides) for one in (assessed, {}))
    said = "claim 01234567 assessed by Ann on 2021-09-06: doubtful, C4 (=film; of another town)"
    assert said in row["notes"]
    assert {name: value for name, value in row.items() if name != "notes"} == {
        name: value for name, value in plain.items() if name != "notes"
    }
