import datetime as dt

from counterclaim.claims.count import Outcome, Unit
from counterclaim.claims.event import Change
from counterclaim.comparison.timeline import timelines

from .made import TOWN, VALLEY, VILLAGE, make_claim, make_control, make_count, on

MAY = {day: dt.date(2022, 5, day) for day in range(1, 32)}


def said(timeline, day: int) -> list[tuple[str, str, str | None]]:
    return [(s.side, s.change.value, s.party) for s in timeline.on(MAY[day])]


def test_each_side_keeps_its_word_until_it_says_something_contrary_itself() -> None:
    claims = [
        make_control("a", "the army", Change.HOLDS, "Xandria", day=2),
        make_control("b", "the Front", Change.CAPTURED, "Front", day=4, dates=on(3)),
        make_control("c", "the army", Change.LOST, "Xandria", day=6),
    ]

    (belo,) = timelines(claims)

    assert belo.key == "geonames:2"
    assert said(belo, 2) == [("Xandria", "holds", "Xandria")]
    assert said(belo, 5) == [("Xandria", "holds", "Xandria"), ("Front", "captured", "Front")]
    assert said(belo, 6) == [("Front", "captured", "Front"), ("Xandria", "lost", "Xandria")]
    assert belo.days() == (MAY[2], MAY[3], MAY[6])
    assert [s.dated for s in belo.spells] == [False, True, False]


def test_a_spell_goes_on_while_a_side_repeats_it() -> None:
    (belo,) = timelines(make_control(i, "the army", Change.HOLDS, "Xandria", day=d) for i, d in (("a", 2), ("b", 9)))

    assert [(s.start, s.end, s.claims) for s in belo.spells] == [(MAY[2], None, ("a", "b"))]


def test_who_concedes_another_holder_ends_his_own_claim() -> None:
    ours = make_control("a", "the army", Change.HOLDS, "Xandria", day=2)
    conceded = make_control("b", "the army", Change.CAPTURED, "Front", side="Xandria", day=8)

    (belo,) = timelines([conceded, ours])

    assert [(s.change.value, s.end) for s in belo.spells] == [("holds", MAY[7]), ("captured", None)]


def test_a_denial_ends_only_what_its_own_side_said() -> None:
    theirs = make_control("a", "the Front", Change.CAPTURED, "Front", day=2)
    denied = make_control("b", "the army", Change.CAPTURED, "Front", side="Xandria", negated=True, day=3)

    (belo,) = timelines([theirs, denied])

    assert [(s.side, s.negated, s.end) for s in belo.spells] == [("Front", False, None), ("Xandria", True, None)]


def test_places_are_apart_and_what_has_no_day_is_listed() -> None:
    undated = make_control("a", "the army", Change.HOLDS, "Xandria", VILLAGE, day=None)
    town = make_control("b", "the army", Change.HOLDS, "Xandria", TOWN)
    nowhere = make_control("c", "the army", Change.HOLDS, "Xandria", None)

    belo, dorra = timelines([town, undated, nowhere, make_claim("d", "the army")])

    assert (belo.undated, belo.spells) == (("a",), ())
    assert [s.claims for s in dorra.spells] == [("b",)]


def test_places_within_a_place_are_no_word_on_the_whole_of_it() -> None:
    villages = (make_count(3, Outcome.CAPTURED, unit=Unit.PLACES, of="villages", party=None),)

    assert timelines([make_control("a", "the Front", Change.CAPTURED, "Front", VALLEY, counts=villages)]) == ()
