from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.count import Outcome
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.claims.place import Place
from counterclaim.ledger import ClaimQuery


@pytest.fixture
def asked(ledger, bench):
    """Give a function from a query's fields to the starts of the claims found; five claims that differ from one another."""
    report = bench.report()
    september = Dates(earliest=dt.date(2021, 9, 1), latest=dt.date(2021, 9, 3), precision=2)
    found = (
        bench.claim(report, start=29),
        bench.claim(
            report, start=30, source=Source(name="Érik Müller", party="Straße Guard"), kind=Kind.ATTACK, negated=True, dates=september
        ),
        bench.claim(report, start=31, source=None, counts=(), unverified=True, stance=Stance.REPORTS, dates=None, confidence=None),
        bench.claim(report, start=32, counts=(bench.count(), bench.count(Outcome.WOUNDED)), place=Place(text="the valley"), confidence=0.3),
        bench.claim(report, start=33, place=Place(text="Rokha", name="Rukhah", admin1="Panjshir", admin2="Rukhah District", country="AF")),
    )
    ledger.add(report, found, extractor=bench.first, when=bench.noon)
    return lambda **fields: [claim.start for claim in ledger.claims(ClaimQuery(**fields))]


ALL = [29, 30, 31, 32, 33]


@pytest.mark.parametrize(
    ("fields", "starts"),
    [
        ({}, ALL),
        ({"party": "northern FRONT"}, [29, 32, 33]),
        ({"party": "Northern Front spokesman"}, [29, 32, 33]),
        ({"party": "Northern"}, []),
        ({"party": "STRASSE GUARD"}, [30]),
        ({"party": "media"}, [31]),
        ({"party": "daily post"}, [31]),
        ({"source": "ÉRIK"}, [30]),
        ({"source": "post"}, [31]),
        ({"outcome": Outcome.KILLED}, [29, 30, 32, 33]),
        ({"outcome": Outcome.WOUNDED}, [32]),
        ({"outcome": Outcome.KILLED_OR_WOUNDED}, []),
        ({"kind": Kind.ATTACK}, [30]),
        ({"place": "panjshir"}, [29, 30, 31, 33]),
        ({"place": "The Valley"}, [32]),
        ({"place": "rukhah district"}, [33]),
        ({"country": "af"}, [29, 30, 31, 33]),
        ({"stance": Stance.REPORTS}, [31]),
        ({"negated": True}, [30]),
        ({"negated": False}, [29, 31, 32, 33]),
        ({"unverified": True}, [31]),
        ({"unverified": False}, [29, 30, 32, 33]),
        ({"text": "t LEAST 12"}, [29, 30]),
        ({"text": "100%"}, []),
        ({"report": "a"}, ALL),
        ({"report": "b"}, []),
        ({"min_confidence": 0.5}, [29, 30, 31, 33]),
        ({"min_confidence": 0.0}, ALL),
        ({"limit": 2}, [29, 30]),
        ({"limit": 0}, []),
        ({"party": "Northern Front", "outcome": Outcome.WOUNDED}, [32]),
    ],
)
def test_each_field_asks_for_its_own(asked, fields, starts):
    assert asked(**fields) == starts


@pytest.mark.parametrize(
    ("since", "until", "starts"),
    [
        ("2021-09-04", "2021-09-04", [29, 32, 33]),
        ("2021-09-03", "2021-09-03", [30]),
        ("2021-09-02", "2021-09-02", [30]),
        (None, "2021-09-01", [30]),
        (None, "2021-08-31", []),
        ("2021-09-05", None, [31]),
        ("2021-09-06", None, []),
    ],
)
def test_an_interval_is_found_where_it_touches_and_publication_stands_in_for_no_dates(asked, since, until, starts):
    day = dt.date.fromisoformat
    assert asked(since=day(since) if since else None, until=day(until) if until else None) == starts


def test_a_report_is_asked_for_by_any_of_its_ids_and_by_its_text(ledger, bench):
    early = bench.report("early", text=bench.text)
    late = bench.report("late", text=bench.text, outlet="Evening News", published=dt.date(2021, 9, 9))
    for report in (early, late):
        ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    for key in ("early", "late", early.sha256):
        assert [claim.report.id for claim in ledger.claims(ClaimQuery(report=key))] == ["early"]


def test_claims_come_by_day_of_publication_then_report_then_place_in_the_text(ledger, bench):
    day = dt.date(2021, 9, 5)
    reports = [bench.report("c", published=None), bench.report("b", published=day), bench.report("a", published=day)]
    reports.append(bench.report("d", published=day - dt.timedelta(days=1)))
    for report in reports:
        ledger.add(report, [bench.claim(report, start=40), bench.claim(report, start=29)], extractor=bench.first, when=bench.noon)
    order = [(claim.report.id, claim.start) for claim in ledger.claims()]
    assert order == [("d", 29), ("d", 40), ("a", 29), ("a", 40), ("b", 29), ("b", 40), ("c", 29), ("c", 40)]
    assert [report.id for report in ledger.reports()] == ["d", "a", "b", "c"]


def test_more_claims_may_be_added_while_others_are_given(ledger, bench):
    first, second = bench.report("a"), bench.report("b")
    ledger.add(first, [bench.claim(first), bench.claim(first, start=30)], extractor=bench.first, when=bench.noon)
    given = ledger.claims()
    assert next(given).start == 29
    ledger.add(second, [bench.claim(second)], extractor=bench.first, when=bench.noon)
    assert [claim.start for claim in given] == [30], "what was asked before is answered as it was then"
    assert len(list(ledger.claims())) == 3


def test_a_place_without_words_in_the_gazetteer_is_no_other_place(ledger, bench):
    report = bench.report()
    ledger.add(report, [replace(bench.claim(report), place=None)], extractor=bench.first, when=bench.noon)
    assert list(ledger.claims(ClaimQuery(place=""))) == []


def test_words_are_found_behind_a_character_that_ends_text_for_c(ledger, bench):
    report = bench.report(text="\x00Bazarak fell, they say. " + bench.text)
    ledger.add(report, [bench.claim(report, start=0)], extractor=bench.first, when=bench.noon)
    assert [claim.start for claim in ledger.claims(ClaimQuery(text="bazarak FELL"))] == [0]
    assert list(ledger.claims(ClaimQuery(text="bazarak stands"))) == []
