from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.errors import Relinked, UnknownClaim
from counterclaim.claims.identity import Fate
from counterclaim.claims.incident import Status
from counterclaim.claims.resemblance import Tie
from counterclaim.ledger import IncidentQuery, Ledger, Past


@pytest.fixture
def linked(ledger, bench):
    """Give a ledger with the claims a, b, c; a and b stand in the incident x."""
    bench.fill(ledger)
    report = bench.report("c", published=dt.date(2021, 9, 9))
    claim = bench.claim(report, id="c", source=None, dates=None, place=None)
    ledger.add(report, [claim], extractor=bench.first, when=bench.noon)
    return ledger


def test_incidents_come_back_as_they_were_linked(linked, bench):
    assert list(linked.incidents()) == [bench.incident("x", "a", "b")]
    assert linked.groups() == {"x": ("a", "b")}
    assert linked.number_of_incidents() == 1
    last = linked.last_linking()
    assert (last.nth, last.linker, last.version, last.finished) == (1, "weights", "1", bench.noon)
    with Ledger.open(linked.path) as again:
        assert again.incident("x") == bench.incident("x", "a", "b")


def test_a_ledger_that_was_never_linked_has_no_incidents(ledger):
    assert list(ledger.incidents()) == []
    assert ledger.last_linking() is None
    assert ledger.groups() == {}


def test_what_came_since_is_told_apart_from_what_was_linked(linked, bench):
    assert linked.last_linking().facts != linked.facts()
    assert list(linked.arrived()) == ["c"]
    assert linked.departed() == ()
    linked.add(bench.report(), [], extractor=bench.second, when=bench.noon + dt.timedelta(hours=1))
    assert linked.departed() == ("a", "b")


def test_a_change_moves_only_what_changed_and_the_past_stays(linked, bench):
    told = [
        bench.told("x", Fate.CHANGED, "a", "b", "c", placed={"c": "r"}, others=("y",)),
        bench.told("y", Fate.MERGED_INTO, others=("x",)),
    ]
    linked.record_linking(told, linking=replace(bench.linking(linked, 2), finished=bench.noon + dt.timedelta(hours=1)))
    assert linked.groups("x", "y") == {"x": ("a", "b", "c")}
    assert linked.past("x") == (
        Past(when=bench.noon, fate=Fate.APPEARED, claims=2, others=()),
        Past(when=bench.noon + dt.timedelta(hours=1), fate=Fate.CHANGED, claims=3, others=("y",)),
    )
    assert linked.number_of_incidents() == 1
    with pytest.raises(UnknownClaim, match="in x now"):
        linked.incident("y")
    linked.record_linking([bench.told("x", Fate.CHANGED, "a", placed={})], linking=bench.linking(linked, 3), departed=["b", "c"])
    assert linked.groups() == {"x": ("a",)}
    assert list(linked.arrived()) == ["b", "c"]


def test_an_incident_is_named_by_the_start_of_its_id_or_of_a_claims(linked, bench):
    assert linked.incident("a").id == "x"
    with pytest.raises(UnknownClaim, match="no such incident"):
        linked.incident("c")
    with pytest.raises(UnknownClaim):
        linked.incident("")
    linked.record_linking([bench.told("xy", Fate.APPEARED, "c")], linking=bench.linking(linked, 2))
    assert linked.incident("x").id == "x"
    assert linked.incident("xy").claims == ("c",)


def test_a_linking_of_what_has_changed_meanwhile_is_refused_whole(linked, bench):
    stale = bench.linking(linked, 2)
    linked.add(bench.report("d"), [], extractor=bench.first, when=bench.noon)
    for wrong in (stale, bench.linking(linked, 1), bench.linking(linked, 3)):
        with pytest.raises(Relinked):
            linked.record_linking([bench.told("y", Fate.APPEARED, "c")], linking=wrong)
    assert linked.last_linking().nth == 1
    assert linked.groups() == {"x": ("a", "b")}


def test_a_linking_that_fails_half_way_leaves_nothing(linked, bench):
    def told():
        yield bench.told("y", Fate.APPEARED, "c")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        linked.record_linking(told(), linking=bench.linking(linked, 2))
    assert linked.last_linking().nth == 1
    assert linked.number_of_incidents() == 1
    linked.check()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (IncidentQuery(), ["x", "y"]),
        (IncidentQuery(status=Status.CONTESTED), ["y"]),
        (IncidentQuery(since=dt.date(2021, 9, 5)), ["y"]),
        (IncidentQuery(until=dt.date(2021, 9, 8)), ["x"]),
        (IncidentQuery(since=dt.date(2021, 9, 10)), []),
        (IncidentQuery(party="northern front"), ["x"]),
        (IncidentQuery(party="Daily Post"), ["y"]),
        (IncidentQuery(place="bazarak"), ["x"]),
        (IncidentQuery(place="Panjshir", party="Daily Post"), []),
        (IncidentQuery(min_claims=2), ["x"]),
        (IncidentQuery(limit=1), ["x"]),
    ],
)
def test_incidents_are_asked_for_by_what_their_claims_say(linked, bench, query, found):
    days = {"earliest": dt.date(2021, 9, 9), "latest": dt.date(2021, 9, 9)}
    told = bench.told("y", Fate.APPEARED, "c", status=Status.CONTESTED, **days)
    first = bench.told("x", Fate.CHANGED, "a", "b", placed={}, earliest=dt.date(2021, 9, 4), latest=dt.date(2021, 9, 4))
    linked.record_linking([told, first], linking=bench.linking(linked, 2))
    assert [incident.id for incident in linked.incidents(query)] == found


def test_claims_are_given_by_whole_ids_as_the_newest_reading_says(linked, bench):
    report = bench.report()
    newer = bench.claim(report, id="a", negated=True)
    linked.add(report, [newer], extractor=bench.second, when=bench.noon + dt.timedelta(hours=1))
    found = linked.claims_named(["a", "b", "zzz"])
    assert set(found) == {"a", "b"}
    assert found["a"] == newer


def test_what_holds_an_incident_together_is_told(linked, bench):
    assert linked.ties(linked.incident("x")) == (Tie(a="a", b="b", score=0.9),)
    assert linked.ties(bench.incident("x", "a")) == ()


def test_a_claim_that_is_read_anew_arrives_again_until_it_is_linked_as_it_is_now(linked, bench):
    report = bench.report()
    linked.add(report, [bench.claim(report, id="a")], extractor=bench.second, when=bench.noon + dt.timedelta(hours=1))
    assert list(linked.arrived()) == ["a", "c"]
    assert linked.departed() == ("b",)
    told = [
        bench.told("x", Fate.CHANGED, "a", placed={"a": linked.arrived()["a"]}),
        bench.told("y", Fate.APPEARED, "c", placed={"c": None}),
    ]
    linked.record_linking(told, linking=bench.linking(linked, 2), departed=["b"])
    assert list(linked.arrived()) == ["c"], "without a reading it is not known as what it was linked"
    assert linked.departed() == ()


def test_a_claim_that_moves_keeps_the_reading_that_it_was_linked_with(linked, bench):
    linked.record_linking(
        [bench.told("x", Fate.CHANGED, "a", placed={}), bench.told("y", Fate.SPLIT_OFF, "b", placed={"b": None})],
        linking=bench.linking(linked, 2),
    )
    assert list(linked.arrived()) == ["c"]
    assert linked.groups("y") == {"y": ("b",)}


def test_a_text_in_several_outlets_tells_them_all(ledger, bench):
    report = bench.report(text=bench.text)
    for outlet in ("Daily Post", "Evening News", "Daily Post"):
        ledger.add(replace(report, outlet=outlet), [], extractor=bench.first, when=bench.noon)
    ledger.add(bench.report("b"), [], extractor=bench.first, when=bench.noon)
    assert ledger.outlets([report.sha256, bench.report("b").sha256]) == {report.sha256: ("Daily Post", "Evening News")}
