from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Control, Kind
from counterclaim.claims.identity import Fate
from counterclaim.claims.place import Place
from counterclaim.ledger import Spot, Stretch

DAY = dt.date(2021, 9, 4)
WEEK = dt.timedelta(days=7)
TOWN = Place(text="Dorn", name="Dorn", admin1="Kelland", country="XX")
SPOT = Spot("XX", "Dorn", "Kelland", None)


def held(bench, name: str, *, place: Place | None = TOWN, day: dt.date | None = DAY, **changes) -> Claim:
    """Give a claim that a side took a town, in a report of its own."""
    days = Dates(earliest=day, latest=day, precision=1) if day else None
    taken = Control(change=Change.CAPTURED, party="North")
    return replace(bench.claim(bench.report(name), id=name), kind=Kind.CONTROL, control=taken, place=place, dates=days, **changes)


def named(ledger, since: dt.date, until: dt.date) -> list[str]:
    return sorted(claim.id for claim in ledger.on_control([Stretch(SPOT, since, until)]))


def link(ledger, bench, nth: int) -> None:
    told = bench.told(f"x{nth}", Fate.APPEARED, *ledger.arrived(), placed=ledger.arrived())
    ledger.record_linking([told], linking=bench.linking(ledger, nth), departed=ledger.departed())


def test_what_came_and_went_since_a_linking_is_what_came_and_went_at_all(ledger, bench):
    reports = [bench.report(name) for name in "ab"]
    for nth, report in enumerate(reports):
        ledger.add(
            report, [bench.claim(report, id=f"{nth}"), bench.claim(report, start=36, id=f"{nth}'")], extractor=bench.first, when=bench.noon
        )
    link(ledger, bench, 1)
    last = ledger.last_linking()
    assert (ledger.arrived(last), ledger.departed(last)) == ({}, ())
    later = bench.noon + dt.timedelta(hours=1)
    ledger.add(reports[0], [bench.claim(reports[0], id="0")], extractor=bench.second, when=later)
    ledger.load([replace(bench.claim(bench.report("c"), id="2"), extractor=bench.second)], when=later)
    assert list(ledger.arrived(last)) == list(ledger.arrived()) == ["0", "2"]
    assert ledger.departed(last) == ledger.departed() == ("0'",)
    link(ledger, bench, 2)
    ledger.load([replace(bench.claim(bench.report("c"), id="3", start=36), extractor=bench.second)], when=later)
    assert list(ledger.arrived(ledger.last_linking())) == list(ledger.arrived()) == ["3"]


def test_claims_on_control_are_found_by_place_and_day(ledger, bench):
    elsewhere = replace(TOWN, name="Ost")
    told = [
        held(bench, "a"),
        held(bench, "b", day=DAY + WEEK),
        held(bench, "c", place=elsewhere),
        held(bench, "d", day=None, asserted_at=DAY),
        replace(held(bench, "e"), kind=Kind.ATTACK, control=None),
        held(bench, "f", place=replace(TOWN, name=None)),
    ]
    ledger.load(told, when=bench.noon)
    assert set(ledger.spots_of_control()) == {SPOT, replace(SPOT, place="Ost")}
    assert named(ledger, DAY, DAY) == ["a", "d"]
    assert named(ledger, DAY - WEEK, DAY + WEEK) == ["a", "b", "d"]
    assert named(ledger, DAY + WEEK, DAY + 2 * WEEK) == ["b"]


def test_a_claim_without_days_is_on_control_on_the_day_of_its_report(ledger, bench):
    claim = held(bench, "a", day=None)
    published = claim.report.published
    ledger.load([claim], when=bench.noon)
    assert named(ledger, published, published) == ["a"]
    assert named(ledger, published + WEEK, published + WEEK) == []


@pytest.mark.parametrize("hours", [-1, 1])
def test_only_the_newest_readings_tell_of_control(ledger, bench, hours):
    claim = held(bench, "a")
    ledger.load([replace(claim, extractor=bench.first)], when=bench.noon)
    ledger.load([replace(held(bench, "a", day=DAY + WEEK), extractor=bench.second)], when=bench.noon + dt.timedelta(hours=hours))
    assert named(ledger, DAY, DAY) == (["a"] if hours < 0 else [])
    assert named(ledger, DAY, DAY + WEEK) == ["a"]


def test_texts_of_claims_are_told_by_their_ids(ledger, bench):
    ledger.load([held(bench, "a"), held(bench, "b")], when=bench.noon)
    assert ledger.texts_of(["a", "z"]) == {bench.report("a").sha256}
    assert ledger.number_of_claims() == 2
