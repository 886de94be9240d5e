import dataclasses
import itertools

import pytest

from counterclaim.claims.attribution import Source, Stance
from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Operator, Outcome, Scope, Unit
from counterclaim.claims.event import Change, Kind, Modality, Mode
from counterclaim.comparison.across import counterclaims_across
from counterclaim.comparison.counterclaims import compatible, counterclaims

from .made import COUNTRY, TOWN, VALLEY, VILLAGE, ids, make_claim, make_control, make_count, on


def tolls(*counts, days=(5, 5), sides=("Xandria", "Front"), **fields) -> list[Claim]:
    return [
        make_claim(ident, f"spokesman of {side}", side, day=day, target="Xandria", counts=(count,), **fields)
        for ident, side, day, count in zip("ab", sides, days, counts, strict=True)
    ]


def test_two_sides_give_one_toll_two_numbers(two_tolls: list[Claim]) -> None:
    (found,) = counterclaims(two_tolls)

    assert (found.a, found.b, found.question) == ("a", "b", "figure")
    assert found.reason == "a general (Xandria): 7 soldiers killed; the Front: 15 soldiers killed: no number in common"


@pytest.mark.parametrize(
    ("x", "y", "why"),
    [
        (make_count((701, None), operator=Operator.MORE_THAN, text="over 700"), make_count(700), "in common"),
        (make_count((24, 99), operator=Operator.VAGUE, text="dozens"), make_count(7), "too loose"),
        (make_count((None, None), best=30, operator=Operator.ABOUT, text="about 30"), make_count(173), "too loose"),
        (make_count((None, 10), text="up to 10"), make_count(20), "too loose"),
        (make_count(7, scope=Scope.SINCE, window="since morning"), make_count(20, scope=Scope.LAST_DAYS, window="in four days"), "windows"),
        (make_count(7, scope=Scope.TO_DATE), make_count(20), "windows"),
        (make_count(9, outcome=Outcome.KILLED_OR_WOUNDED), make_count(20), "takes in more"),
        (make_count(7), make_count(20, revises="20 more"), "adds to another"),
    ],
)
def test_not_every_difference_is_a_contradiction(x, y, why: str) -> None:
    claims = tolls(x, y)

    assert counterclaims(claims) == ()
    (found,) = compatible(claims)
    assert why in found.reason


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (make_count(7), make_count(15, outcome=Outcome.CAPTURED)),
        (make_count(7), make_count(15, party="Front")),
        (make_count(7), make_count(15, of="civilians", party="civilians")),
        (make_count(7), make_count(15, unit=Unit.THINGS, of="tanks")),
        (make_count(7, unit=Unit.THINGS, of="tanks"), make_count(15, unit=Unit.THINGS, of="drones of the army")),
        (make_count(7), make_count(7)),
    ],
)
def test_other_groups_and_outcomes_do_not_differ(x, y) -> None:
    claims = tolls(x, y)

    assert counterclaims(claims) == ()
    assert compatible(claims) == ()


def test_at_least_sixty_six_cannot_hold_beside_nine() -> None:
    assert ids(counterclaims(tolls(make_count(9), make_count((66, None))))) == [("a", "b", "figure")]


def test_an_asserter_who_gives_another_figure_later_revises_himself() -> None:
    claims = [make_claim(i, "Ada Vik", "Front", day=d, target="Xandria", counts=(make_count(n),)) for i, d, n in (("a", 5, 7), ("b", 6, 4))]

    assert counterclaims(claims) == ()
    assert "revises" in compatible(claims)[0].reason


def test_a_toll_that_grows_within_a_side_is_no_contradiction_but_one_that_shrinks_is() -> None:
    grew = [dataclasses.replace(c, source=Source(name=c.id, party="Front")) for c in tolls(make_count(7), make_count(9), days=(5, 6))]
    shrank = [dataclasses.replace(c, source=Source(name=c.id, party="Front")) for c in tolls(make_count(9), make_count(7), days=(5, 6))]

    assert counterclaims(grew) == ()
    assert len(counterclaims(shrank)) == 1
    assert len(counterclaims(tolls(make_count(7), make_count(9), days=(5, 6)))) == 1


def test_two_enemies_of_one_party_may_each_count_its_growing_losses() -> None:
    allies = [make_count(11, party="Norden"), make_count(90, party="Norden")]

    assert counterclaims(dataclasses.replace(c, target="Norden") for c in tolls(*allies, days=(5, 7))) == ()
    assert len(counterclaims(dataclasses.replace(c, target="Norden") for c in tolls(*allies, days=(5, 5)))) == 1


def test_civilians_are_one_group_only_with_one_doer_or_at_one_place() -> None:
    civilians = [make_count(n, of="civilians", party="civilians") for n in (4, 9)]
    apart = tolls(*civilians)
    together = tolls(*civilians, place=VILLAGE)

    assert counterclaims([dataclasses.replace(c, target="civilians") for c in apart]) == ()
    assert len(counterclaims([dataclasses.replace(c, target="civilians") for c in together])) == 1


def test_figures_of_a_place_and_of_its_province_can_both_hold() -> None:
    small, large = tolls(make_count(7), make_count(15))
    claims = [dataclasses.replace(small, place=VILLAGE), dataclasses.replace(large, place=VALLEY)]

    assert counterclaims(claims) == ()
    assert "larger area" in compatible(claims)[0].reason


def test_what_is_planned_or_unknown_contradicts_nothing() -> None:
    small, large = tolls(make_count(7), make_count(15))

    assert counterclaims([small, dataclasses.replace(large, modality=Modality.PLANNED)]) == ()
    assert counterclaims([small, dataclasses.replace(large, target=None, counts=(make_count(15, party=None),))]) == ()


def test_a_denial_denies_the_figure_it_names_and_no_other() -> None:
    denial = make_claim("d", "the army", "Xandria", target="Xandria", negated=True, stance=Stance.DENIES, counts=(make_count(15),))
    fifteen = make_claim("e", "the Front", "Front", target="Xandria", counts=(make_count(15),))
    three = make_claim("f", "the Front", "Front", target="Xandria", counts=(make_count(3),))

    assert ids(counterclaims([denial, fifteen, three])) == [("d", "e", "figure")]


def test_a_denied_single_thing_denies_every_number_of_them() -> None:
    one = make_count(1, unit=Unit.THINGS, outcome=Outcome.DESTROYED, of="helicopter", text="a helicopter")
    three = make_count(3, unit=Unit.THINGS, outcome=Outcome.DESTROYED, of="helicopters")
    denial = make_claim("d", "the army", "Xandria", kind=Kind.EQUIPMENT_LOSS, target="Xandria", negated=True, counts=(one,))
    claim = make_claim("e", "the Front", "Front", kind=Kind.EQUIPMENT_LOSS, target="Xandria", counts=(three,))

    assert ids(counterclaims([denial, claim])) == [("d", "e", "happened")]


def test_a_side_does_not_deny_itself_nor_another_event() -> None:
    denial = make_claim("d", "the army", "Xandria", kind=Kind.ATTACK, actor="Xandria", negated=True, dates=on(1))
    own = make_claim("e", "a minister", "Xandria", kind=Kind.ATTACK, actor="Xandria")
    later = make_claim("f", "the Front", "Front", kind=Kind.ATTACK, actor="Xandria", dates=on(9))
    elsewhere = make_claim("g", "the Front", "Front", kind=Kind.ATTACK, actor="Front")
    meant = make_claim("h", "the Front", "Front", kind=Kind.ATTACK, actor="Xandria", dates=on(1, 2))

    assert ids(counterclaims([denial, own, later, elsewhere, meant])) == [("d", "h", "happened")]


def test_a_denial_that_names_its_claim_denies_it_whatever_it_is() -> None:
    denial = make_claim("d", "the army", "Xandria", kind=Kind.OTHER, negated=True, denies="e")

    assert ids(counterclaims([denial, make_claim("e", "the Front", "Front", kind=Kind.TALKS)])) == [("d", "e", "happened")]


def test_who_denies_an_attack_denies_its_dead() -> None:
    denial = make_claim("d", "the army", "Xandria", kind=Kind.ATTACK, actor="Xandria", negated=True)
    dead = make_claim("e", "the Front", "Front", actor="Xandria", target="Front", counts=(make_count(4, party="Front"),))

    assert ids(counterclaims([denial, dead])) == [("d", "e", "happened")]


def test_two_holders_of_one_place_at_one_time() -> None:
    ours = make_control("a", "the army", Change.HOLDS, "Xandria")
    theirs = make_control("b", "the Front", Change.CAPTURED, "Front")

    assert ids(counterclaims([ours, theirs])) == [("a", "b", "control")]
    assert "Belo" in counterclaims([ours, theirs])[0].reason


def test_a_place_beaten_off_is_against_a_place_inside_it_taken_or_entered() -> None:
    ours = make_control("a", "the army", Change.REPELLED_ATTACK_ON, "Xandria", VALLEY)
    entered = make_control("b", "the Front", Change.ENTERED, "Front", VILLAGE)
    taken = make_control("c", "the Front", Change.CAPTURED, "Front", VILLAGE)
    elsewhere = make_control("d", "the Front", Change.CAPTURED, "Front", TOWN)

    assert ids(counterclaims([ours, entered, taken, elsewhere])) == [("a", "b", "control"), ("a", "c", "control")]
    assert "Belo lies in Arsin" in counterclaims([ours, taken])[0].reason


@pytest.mark.parametrize(
    ("change", "place"),
    [(Change.SURROUNDED, VILLAGE), (Change.ENTERED, VALLEY), (Change.HOLDS, COUNTRY), (Change.HOLDS, None)],
)
def test_control_that_can_both_hold(change: Change, place) -> None:
    ours = make_control("a", "the army", change, "Xandria", place, report="r", day=None)
    theirs = make_control("b", "the Front", Change.CAPTURED, "Front", TOWN if place is None else VILLAGE)

    assert counterclaims_across([ours, theirs]) == ()
    assert place is None or counterclaims([ours, theirs]) == ()


def test_taken_and_later_taken_back_is_a_sequence() -> None:
    taken = make_control("a", "the Front", Change.CAPTURED, "Front", dates=on(2), day=2)
    back = make_control("b", "the army", Change.RECAPTURED, "Xandria", dates=on(9), day=9)

    assert counterclaims([taken, back]) == ()
    assert "one after the other" in compatible([taken, back])[0].reason


def test_allies_who_hold_a_place_for_each_other_are_no_contradiction() -> None:
    one = make_control("a", None, Change.HOLDS, "Xandria")
    other = make_control("b", None, Change.HOLDS, "Norden Guard")

    assert counterclaims([one, other]) == ()


def test_lost_by_one_account_and_held_by_another() -> None:
    held = make_control("a", "the army", Change.HOLDS, "Xandria")
    lost = make_control("b", "the Front", Change.LOST, "Xandria", side="Front")

    assert ids(counterclaims([held, lost])) == [("a", "b", "control")]


def test_control_is_compared_across_incidents_where_place_and_days_are_known() -> None:
    ours = make_control("a", "the army", Change.REPELLED_ATTACK_ON, "Xandria", VALLEY, day=6)
    theirs = make_control("b", "the Front", Change.CAPTURED, "Front", VILLAGE, day=5)
    long_ago = make_control("c", "the Front", Change.CAPTURED, "Front", VILLAGE, day=1)
    undated = make_control("d", "the Front", Change.CAPTURED, "Front", VILLAGE, day=None)

    assert ids(counterclaims_across([undated, theirs, long_ago, ours])) == [("a", "b", "control")]


def test_each_says_that_the_other_attacked() -> None:
    ours = make_claim("a", "the army", "Xandria", kind=Kind.ATTACK, actor="Front", target="Xandria")
    theirs = make_claim("b", "the Front", "Front", kind=Kind.ATTACK, actor="Xandria", target="Front")
    own_raid = make_claim("c", "the Front", "Front", kind=Kind.ATTACK, actor="Front", target="Xandria", mode=Mode.AMBUSH)

    assert ids(counterclaims([ours, theirs])) == [("a", "b", "responsibility")]
    assert counterclaims([ours, own_raid]) == ()


def test_one_toll_laid_at_two_doors() -> None:
    dead = (make_count(4, of="villagers", party="civilians"),)
    ours = make_claim("a", "the army", "Xandria", actor="Front", target="civilians", counts=dead, place=VILLAGE)
    theirs = make_claim("b", "the Front", "Front", actor="Xandria", target="civilians", counts=dead, place=VILLAGE)

    assert ids(counterclaims([ours, theirs])) == [("a", "b", "responsibility")]


def test_allies_name_each_other_for_a_common_enemys_losses() -> None:
    dead = (make_count(4, party="Front"),)
    ours = make_claim("a", "a clerk", "Norden", actor="Xandria", target="Front", counts=dead)
    theirs = make_claim("b", "the army", "Xandria", actor="Norden", target="Front", counts=dead)

    assert counterclaims([ours, theirs]) == ()


def test_a_place_not_taken_today_may_be_taken_tomorrow() -> None:
    not_yet = make_control("a", "an elder", Change.CAPTURED, "Front", side="civilian", negated=True, day=4)
    taken = make_control("b", "the Front", Change.CAPTURED, "Front", day=5)

    assert counterclaims([not_yet, taken]) == ()
    assert len(counterclaims([not_yet, dataclasses.replace(taken, report=dataclasses.replace(taken.report, published=None))])) == 1


def test_fighters_in_one_account_and_civilians_in_the_other() -> None:
    ours = make_claim("a", "the army", "Xandria", actor="Xandria", target="Front", counts=(make_count(9, of="militants", party="Front"),))
    theirs = make_claim("b", "an elder", "civilian", actor="Xandria", counts=(make_count(9, of="villagers", party="civilians"),))

    assert ids(counterclaims([ours, theirs])) == [("a", "b", "victims")]


def test_one_toll_on_two_days() -> None:
    first, second = tolls(make_count(7), make_count(7), place=VILLAGE)
    claims = [dataclasses.replace(first, dates=on(3)), dataclasses.replace(second, dates=on(4))]

    assert ids(counterclaims(claims)) == [("a", "b", "date")]


def test_big_groups_that_say_one_thing_each_stay_linear() -> None:
    low = [make_claim(f"a{i:03}", "a general", "Xandria", target="Xandria", counts=(make_count(7),)) for i in range(200)]
    high = [make_claim(f"b{i:03}", "the Front", "Front", target="Xandria", counts=(make_count(15),)) for i in range(200)]

    found = counterclaims(itertools.chain(low, high))

    assert {c.a for c in found} | {c.b for c in found} == {c.id for c in [*low, *high]}
    assert len(found) == 399


def test_three_villages_in_an_area_are_not_the_area() -> None:
    villages = (make_count(3, Outcome.CAPTURED, unit=Unit.PLACES, of="villages", party=None, text="three"),)
    taken = make_control("a", "the Front", Change.CAPTURED, "Front", VALLEY, counts=villages)
    held = make_control("b", "the army", Change.HOLDS, "Xandria", VALLEY)
    repelled = make_control("c", "the army", Change.REPELLED_ATTACK_ON, "Xandria", VALLEY)

    assert ids(counterclaims([taken, held])) == []
    (pair,) = counterclaims([taken, repelled])
    assert "three villages in Arsin captured by Front" in pair.reason


def test_who_denies_that_an_area_fell_denies_no_village_in_it() -> None:
    denied = make_control("a", "the army", Change.CAPTURED, "Front", VALLEY, side="Xandria", negated=True, stance=Stance.DENIES)
    village = make_control("b", "the Front", Change.CAPTURED, "Front", VILLAGE)
    entered = make_control("c", "the Front", Change.ENTERED, "Front", VALLEY)
    area = make_control("d", "the Front", Change.CAPTURED, "Front", VALLEY)

    assert ids(counterclaims([denied, village, entered, area])) == [("a", "d", "control")]
