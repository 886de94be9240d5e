from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.assessment import Rating, holding
from counterclaim.claims.errors import InvalidClaim, UnknownClaim
from counterclaim.claims.incident import Verdict
from counterclaim.ledger import Ledger, View

DOUBT = View(rating=Rating.DOUBTFUL, admiralty="c4", why="the hospital counts fewer")
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def read(ledger, bench):
    report = bench.report()
    ledger.add(report, [bench.claim(report, id="aaa1"), bench.claim(report, start=36, id="bbb1")], extractor=bench.first, when=bench.noon)
    return report


def test_an_assessment_is_kept_with_name_reason_and_time(ledger, bench):
    made, new = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    assert new
    assert (made.claim, str(made), made.by, made.why, made.at) == ("aaa1", "doubtful, C4", "Ann", DOUBT.why, bench.noon)
    with Ledger.open(ledger.path) as again:
        assert again.assessments() == (made,)


def test_the_same_view_of_the_same_person_is_kept_once(ledger, bench):
    first, _ = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    assert ledger.assess("aaa1", DOUBT, by="Ann", when=bench.noon + HOUR) == (first, False)
    for view, by in ((DOUBT, "Bo"), (View(rating=Rating.DOUBTFUL, admiralty="C4", why="I was there"), "Ann")):
        assert ledger.assess("aaa", view, by=by, when=bench.noon + HOUR)[1]
    assert {one.by for one in holding(ledger.assessments())["aaa1"]} == {"Ann", "Bo"}
    assert len(ledger.assessments()) == 3


def test_an_assessment_is_taken_back_by_a_further_fact(ledger, bench):
    made, _ = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    undone, new = ledger.unjudge(made.id[:6], by="Bo", when=bench.noon + HOUR, why="wrong claim")
    assert new
    assert (undone.undoes, undone.by, undone.rating) == (made.id, "Bo", Rating.DOUBTFUL)
    assert ledger.unjudge(made.id, by="Cy", when=bench.noon + 2 * HOUR) == (undone, False)
    assert holding(ledger.assessments()) == {}
    anew, new = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon + 2 * HOUR)
    assert new
    assert holding(ledger.assessments()) == {"aaa1": (anew,)}
    with pytest.raises(InvalidClaim, match="judge anew"):
        ledger.unjudge(undone.id, by="Ann", when=bench.noon)


def test_judgements_and_assessments_do_not_undo_each_other(ledger, bench):
    judged, _ = ledger.judge("aaa", "bbb", Verdict.SAME, by="Ann", when=bench.noon)
    made, _ = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    ledger.unjudge(judged.id, by="Ann", when=bench.noon + HOUR)
    assert holding(ledger.assessments()) == {"aaa1": (made,)}
    assert len(ledger.judgements()) == 2


def test_it_stays_with_the_words_when_the_report_is_read_anew(ledger, bench, read):
    made, _ = ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    better = bench.claim(read, id="aaa1", confidence=0.1, place=None, extractor=bench.second)
    ledger.add(read, [better], extractor=bench.second, when=bench.noon + HOUR)
    assert ledger.claim("aaa1") == better
    assert holding(ledger.assessments())[better.id] == (made,)
    assert ledger.assess("bbb", DOUBT, by="Ann", when=bench.noon)[1]  # only the older reading has this claim


def test_linking_does_not_ask_what_people_made_of_single_claims(ledger, bench):
    facts = ledger.facts()
    ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon)
    assert ledger.facts() == facts


def test_what_cannot_be_assessed_is_refused(ledger, bench):
    for claim in ("", "ccc"):
        with pytest.raises(UnknownClaim):
            ledger.assess(claim, DOUBT, by="Ann", when=bench.noon)
    for view, by in (
        (DOUBT, " "),
        (View(why="no reason to rate"), "Ann"),
        (View(admiralty="Z9", why="w"), "Ann"),
        (View(admiralty="B2", why=""), "Ann"),
    ):
        with pytest.raises(InvalidClaim):
            ledger.assess("aaa", view, by=by, when=bench.noon)
    with pytest.raises(InvalidClaim, match="time zone"):
        ledger.assess("aaa", DOUBT, by="Ann", when=bench.noon.replace(tzinfo=None))
    assert ledger.assessments() == ()
