from counterclaim.claims.claim import Claim
from counterclaim.claims.event import Change, Kind
from counterclaim.comparison.across import counterclaims_across
from counterclaim.comparison.incident import assemble

from .made import TOWN, VALLEY, VILLAGE, ids, make_claim, make_control


def attack(ident: str, who: str, side: str, actor: str, **fields) -> Claim:
    return make_claim(ident, who, side, kind=Kind.ATTACK, actor=actor, **fields)


def test_control_is_compared_where_place_and_days_are_known() -> None:
    ours = make_control("a", "the army", Change.REPELLED_ATTACK_ON, "Xandria", VALLEY, day=6)
    theirs = make_control("b", "the Front", Change.CAPTURED, "Front", VILLAGE, day=5)
    long_ago = make_control("c", "the Front", Change.CAPTURED, "Front", VILLAGE, day=1)
    undated = make_control("d", "the Front", Change.CAPTURED, "Front", VILLAGE, day=None)
    elsewhere = make_control("e", "the Front", Change.CAPTURED, "Front", TOWN, day=5)

    assert ids(counterclaims_across([undated, theirs, long_ago, ours, elsewhere])) == [("a", "b", "control")]


def test_a_denial_denies_what_its_own_report_tells_nearest_before_it() -> None:
    far = attack("a", "the Front", "Front", "Xandria", report="r", start=0, end=5)
    near = attack("b", "the Front", "Front", "Xandria", report="r", start=50, end=55, content=((50, 55),))
    denial = attack("c", "the army", "Xandria", "Xandria", report="r", start=100, end=105, content=((100, 105),), negated=True)
    other_report = attack("d", "the Front", "Front", "Xandria", report="s")

    assert ids(counterclaims_across([far, near, denial, other_report])) == [("b", "c", "happened")]


def test_two_sides_in_one_report_say_that_the_other_attacked() -> None:
    ours = attack("a", "the army", "Xandria", "Front", target="Xandria", report="r")
    theirs = attack("b", "the Front", "Front", "Xandria", target="Front", report="r")
    elsewhere = attack("c", "the Front", "Front", "Xandria", target="Front", report="s")

    assert ids(counterclaims_across([ours, theirs, elsewhere])) == [("a", "b", "responsibility")]


def test_an_incident_takes_its_own_counterclaims_and_those_across_that_touch_it(two_tolls: list[Claim]) -> None:
    ours = make_control("x", "the army", Change.HOLDS, "Xandria")
    theirs = make_control("y", "the Front", Change.CAPTURED, "Front")
    across = counterclaims_across([ours, theirs])

    assert ids(assemble("i", [*two_tolls, ours], across=across).counterclaims) == [("a", "b", "figure"), ("x", "y", "control")]
    assert ids(assemble("j", two_tolls, across=across).counterclaims) == [("a", "b", "figure")]
    assert assemble("k", [theirs], across=across).status == "contested"
