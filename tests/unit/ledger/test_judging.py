from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.errors import InvalidClaim, UnknownClaim
from counterclaim.claims.incident import Verdict, standing
from counterclaim.ledger import Ledger


@pytest.fixture
def pair(ledger, bench):
    report = bench.report()
    claims = [bench.claim(report, id="aaa1"), bench.claim(report, start=36, id="bbb1")]
    ledger.add(report, claims, extractor=bench.first, when=bench.noon)
    return "aaa1", "bbb1"


def test_a_judgement_is_kept_with_name_time_and_reason_whichever_claim_is_named_first(ledger, bench, pair):
    judged, new = ledger.judge("bbb", "aaa", Verdict.SAME, by="Ann", when=bench.noon, why="one raid")
    assert new
    assert (judged.a, judged.b, judged.by, judged.at, judged.why) == (*pair, "Ann", bench.noon, "one raid")
    with Ledger.open(ledger.path) as again:
        assert again.judgements() == (judged,)


def test_the_same_word_of_the_same_person_is_kept_once(ledger, bench, pair):
    first, _ = ledger.judge(*pair, Verdict.SAME, by="Ann", when=bench.noon)
    again, new = ledger.judge(*pair, Verdict.SAME, by="Ann", when=bench.noon + dt.timedelta(hours=1))
    assert (again, new) == (first, False)
    _, new = ledger.judge(*pair, Verdict.SAME, by="Bo", when=bench.noon)
    assert new


def test_a_judgement_is_taken_back_by_a_further_fact(ledger, bench, pair):
    judged, _ = ledger.judge(*pair, Verdict.SAME, by="Ann", when=bench.noon)
    undone, new = ledger.unjudge(judged.id[:6], by="Bo", when=bench.noon + dt.timedelta(hours=1), why="two raids")
    assert new
    assert (undone.undoes, undone.by, undone.verdict) == (judged.id, "Bo", Verdict.SAME)
    assert ledger.judgements() == (judged, undone)
    assert standing(ledger.judgements()) == []
    assert ledger.unjudge(judged.id, by="Cy", when=bench.noon) == (undone, False)
    anew, new = ledger.judge(*pair, Verdict.SAME, by="Ann", when=bench.noon + dt.timedelta(hours=2))
    assert new
    assert standing(ledger.judgements()) == [anew]


def test_what_cannot_be_judged_is_refused(ledger, bench, pair):
    with pytest.raises(InvalidClaim, match="one claim"):
        ledger.judge("aaa", "aaa1", Verdict.SAME, by="Ann", when=bench.noon)
    with pytest.raises(UnknownClaim):
        ledger.judge("aaa", "ccc", Verdict.SAME, by="Ann", when=bench.noon)
    with pytest.raises(UnknownClaim):
        ledger.judge("aaa", "", Verdict.SAME, by="Ann", when=bench.noon)
    with pytest.raises(InvalidClaim, match="name"):
        ledger.judge(*pair, Verdict.SAME, by=" ", when=bench.noon)
    with pytest.raises(UnknownClaim, match="no such judgement"):
        ledger.unjudge("abc", by="Ann", when=bench.noon)
    judged, _ = ledger.judge(*pair, Verdict.SAME, by="Ann", when=bench.noon)
    undone, _ = ledger.unjudge(judged.id, by="Ann", when=bench.noon)
    with pytest.raises(InvalidClaim, match="judge anew"):
        ledger.unjudge(undone.id, by="Ann", when=bench.noon)
