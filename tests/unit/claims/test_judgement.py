from __future__ import annotations

import datetime as dt

from counterclaim.claims.incident import Judgement, Verdict
from counterclaim.claims.judgement import standing, verdicts

NOON = dt.datetime(2021, 9, 6, 12, tzinfo=dt.UTC)


def judgement(name: str, verdict: Verdict = Verdict.SAME, *, by: str = "Ann", hour: int = 0, undoes: str | None = None) -> Judgement:
    return Judgement(id=name, a="a", b="b", verdict=verdict, by=by, at=NOON + dt.timedelta(hours=hour), undoes=undoes)


def test_a_persons_later_word_replaces_the_earlier_one() -> None:
    first, later = judgement("1"), judgement("2", Verdict.DIFFERENT, hour=1)
    assert standing([later, first]) == (later,)
    assert verdicts([first, later]) == {("a", "b"): Verdict.DIFFERENT}


def test_taking_the_later_word_back_lets_the_earlier_one_hold_again() -> None:
    first, later = judgement("1"), judgement("2", Verdict.DIFFERENT, hour=1)
    assert standing([first, later, judgement("3", Verdict.DIFFERENT, by="Bo", hour=2, undoes="2")]) == (first,)


def test_people_who_contradict_each_other_leave_it_unsure() -> None:
    assert verdicts([judgement("1"), judgement("2", Verdict.DIFFERENT, by="Bo")]) == {("a", "b"): Verdict.UNSURE}
    assert verdicts([judgement("1"), judgement("2", by="Bo")]) == {("a", "b"): Verdict.SAME}


def test_nothing_judged_is_nothing_held() -> None:
    assert verdicts([judgement("1"), judgement("2", undoes="1", hour=1)]) == {}
