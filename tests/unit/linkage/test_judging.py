from counterclaim.claims.incident import Verdict
from counterclaim.linkage.judging import verdicts_of

from .builders import judged

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def test_same_and_different_stand_and_unsure_says_nothing() -> None:
    verdicts = verdicts_of([judged("a", "b", SAME), judged("c", "d", DIFFERENT), judged("e", "f", UNSURE)])

    assert (verdicts.same, verdicts.different) == ((("a", "b"),), (("c", "d"),))


def test_what_was_taken_back_does_not_count() -> None:
    first = judged("a", "b", SAME)

    assert verdicts_of([judged("a", "b", SAME, hour=1, undoes=first.id), first]).same == ()


def test_the_later_of_two_on_one_pair_holds() -> None:
    verdicts = verdicts_of([judged("a", "b", DIFFERENT, hour=2), judged("a", "b", SAME, hour=1)])

    assert (verdicts.same, verdicts.different) == ((), (("a", "b"),))


def test_unsure_takes_the_place_of_what_was_said_before() -> None:
    assert verdicts_of([judged("a", "b", SAME), judged("a", "b", UNSURE, hour=1)]).same == ()


def test_a_chain_of_same_never_joins_two_that_were_later_called_different() -> None:
    verdicts = verdicts_of([judged("a", "b", SAME), judged("b", "c", SAME, hour=1), judged("a", "c", DIFFERENT, hour=2)])

    assert (verdicts.same, verdicts.different) == ((("b", "c"),), (("a", "c"),))


def test_a_later_same_holds_against_an_earlier_different() -> None:
    verdicts = verdicts_of([judged("a", "c", DIFFERENT), judged("a", "b", SAME, hour=1), judged("b", "c", SAME, hour=2)])

    assert (verdicts.same, verdicts.different) == ((("a", "b"), ("b", "c")), ())
