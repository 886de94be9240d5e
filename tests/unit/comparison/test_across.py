from counterclaim.claims.claim import Claim
from counterclaim.claims.event import Change, Kind
from counterclaim.comparison.across import counterclaims_across
from counterclaim.comparison.counterclaims import counterclaims
from counterclaim.comparison.incident import assemble

from .made import TOWN, VALLEY, VILLAGE, ids, make_claim, make_control, make_count


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


def test_a_bare_denial_reaches_other_reports_by_the_asserter_one_with_a_figure_by_the_side() -> None:
    told = make_claim("a", "the Front", "Front", target="Xandria", counts=(make_count(7),), report="r")
    again = make_claim("b", "the Front", "Front", target="Xandria", counts=(make_count(7),), report="s")
    another = make_claim("c", "Ada Vik", "Front", target="Xandria", counts=(make_count(7),), report="t")
    bare = make_claim("d", "the army", "Xandria", target="Xandria", negated=True, report="r")
    seven = make_claim("e", "the army", "Xandria", target="Xandria", negated=True, report="r", counts=(make_count(7),))

    assert ids(counterclaims([told, again, another, bare])) == [("a", "d", "happened"), ("b", "d", "happened")]
    assert ids(counterclaims([told, again, another, seven])) == [("a", "e", "figure"), ("b", "e", "figure"), ("c", "e", "figure")]


def test_what_an_outlet_tells_is_denied_in_its_own_report_and_if_nobody_says_it_there() -> None:
    denial = attack("d", "the army", "Xandria", "Xandria", report="r", negated=True)
    voice = make_claim("v", None, kind=Kind.ATTACK, actor="Xandria", report="r")
    elsewhere = make_claim("w", None, kind=Kind.ATTACK, actor="Xandria", report="s")
    said = attack("x", "the Front", "Front", "Xandria", report="r")

    assert ids(counterclaims([denial, voice, elsewhere])) == [("d", "v", "happened")]
    assert counterclaims([denial, elsewhere]) == ()
    assert ids(counterclaims([denial, voice, said])) == [("d", "x", "happened")]


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
