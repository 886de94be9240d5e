import dataclasses

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Operator, Outcome, Scope
from counterclaim.comparison.policy import POLICIES

from .made import VALLEY, VILLAGE, make_claim, make_count, on

VAGUE = make_count((24, 99), operator=Operator.VAGUE, text="dozens")


def numbers(policy: str, claims: list[Claim], outcome: Outcome = Outcome.KILLED) -> list[tuple[int | None, int | None, int | None]]:
    return [(f.low, f.best, f.high) for f in POLICIES[policy](claims).figures if f.outcome is outcome]


def toll(ident: str, who: str, side: str, count, **fields) -> Claim:
    return make_claim(ident, who, side, **({"actor": "Front", "target": "Xandria", "counts": (count,)} | fields))


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("list_all", (7, None, 15)),
        ("acled_conservative", (None, 7, None)),
        ("gtd", (None, 7, None)),
        ("ucdp_like", (7, 7, 15)),
        ("airwars", (7, None, 7)),
        ("maverick_con", (7, 7, 7)),
        ("maverick_rep", (7, 7, 7)),
        ("maverick_inf", (15, 15, 15)),
    ],
)
def test_how_the_number_moves_with_the_rule(two_tolls: list[Claim], policy: str, expected: tuple[int | None, ...]) -> None:
    row = POLICIES[policy](two_tolls)

    assert row.policy == policy
    assert numbers(policy, two_tolls) == [expected]
    assert numbers(policy, two_tolls[::-1]) == [expected]


def test_there_are_eight_policies_and_the_first_merges_nothing() -> None:
    assert list(POLICIES) == [
        "list_all", "acled_conservative", "gtd", "ucdp_like", "airwars", "maverick_con", "maverick_rep", "maverick_inf",
    ]  # fmt: skip


def test_a_row_says_who_says_so(two_tolls: list[Claim]) -> None:
    (figure,) = POLICIES["list_all"](two_tolls).figures

    assert (figure.said_by, figure.claims, figure.party) == (("Front", "Xandria"), ("a", "b"), "Xandria")


@pytest.mark.parametrize("policy", POLICIES)
def test_captured_are_never_added_to_killed(policy: str) -> None:
    claims = [toll("a", "a nurse", "witness", make_count(700), counts=(make_count(700), make_count(600, Outcome.CAPTURED)), target="Front")]

    assert {n for triple in numbers(policy, claims) for n in triple} <= {700, None}
    assert {n for triple in numbers(policy, claims, Outcome.CAPTURED) for n in triple} <= {600, None}


def test_acled_writes_dozens_as_twelve_and_more_than_seven_hundred_as_that() -> None:
    over = make_count((701, None), operator=Operator.MORE_THAN, text="over 700")

    assert numbers("acled_conservative", [toll("a", "a nurse", "witness", VAGUE)]) == [(None, 12, None)]
    assert numbers("acled_conservative", [toll("a", "a nurse", "witness", over)]) == [(None, 700, None)]
    assert numbers("acled_conservative", [toll("a", "a nurse", "witness", make_count(0))]) == []


@pytest.mark.parametrize(
    ("words", "low", "expected"), [("several hundred", 300, 300), ("tens of thousands", 20_000, 20_000), ("hundreds", 200, 100)]
)
def test_acled_has_no_rule_for_words_upon_words(words: str, low: int, expected: int) -> None:
    vague = make_count((low, 99_999), operator=Operator.VAGUE, text=words)

    assert numbers("acled_conservative", [toll("a", "a nurse", "witness", vague)]) == [(None, expected, None)]


def test_gtd_takes_the_majority_of_the_latest_and_leaves_out_doers_and_vague_words() -> None:
    old = toll("a", "a clerk", "witness", make_count(3), day=1)
    recent = [toll(i, f"clerk {i}", "witness", make_count(n), day=8) for i, n in (("b", 9), ("c", 9), ("d", 4))]

    assert numbers("gtd", [old, *recent]) == [(None, 9, None)]
    assert numbers("gtd", [old, *recent[1:]]) == [(None, 4, None)]
    assert numbers("gtd", [toll("e", "the Front", "Front", make_count(50)), toll("f", "a nurse", "witness", VAGUE)]) == []


def test_ucdp_like_lets_an_enemys_claim_raise_high_alone() -> None:
    assert numbers("ucdp_like", [toll("a", "the Front", "Front", make_count(50))]) == [(0, None, 50)]


def test_airwars_grades_by_the_number_of_sides() -> None:
    dead = make_count(4, of="villagers", party="civilians")
    claims = [toll(i, who, "witness", dead, target="civilians", place=VILLAGE) for i, who in (("a", "a nurse"), ("b", "an elder"))]

    assert "fair" in (POLICIES["airwars"](claims).note or "")
    assert "weak" in (POLICIES["airwars"](claims[:1]).note or "")


def test_what_a_side_revised_and_longer_windows_do_not_count() -> None:
    claims = [
        toll("a", "a general", "Xandria", make_count(3), day=1),
        toll("b", "a general", "Xandria", make_count(9), day=2),
        toll("c", "a nurse", "witness", make_count(80, scope=Scope.TO_DATE)),
        toll("d", "a nurse", "witness", make_count(5, revises="5 more")),
    ]

    assert numbers("list_all", claims) == [(9, None, 9)]


def test_an_open_range_leaves_the_envelope_open() -> None:
    claims = [toll("a", "a nurse", "witness", make_count((5, None))), toll("b", "a clerk", "witness", make_count(9))]

    assert numbers("list_all", claims) == [(5, None, None)]


def test_where_and_when_by_the_three_maverick_rules() -> None:
    claims = [
        make_claim("a", "a nurse", "witness", place=VALLEY, dates=on(1, 6), actor="Front"),
        make_claim("b", "a clerk", "witness", place=VILLAGE, dates=on(3, 4), actor="Front"),
        make_claim("c", "an elder", "witness", place=VILLAGE, dates=on(3, 4), actor=None),
    ]
    con, rep, inf = (POLICIES[f"maverick_{name}"](claims) for name in ("con", "rep", "inf"))

    assert [row.place for row in (con, rep, inf)] == [VALLEY, VILLAGE, VILLAGE]
    days = [(row.dates.earliest.day, row.dates.latest.day) for row in (con, rep, inf) if row.dates is not None]
    assert days == [(1, 6), (3, 4), (3, 4)]
    assert {row.actor for row in (con, rep, inf)} == {"Front"}


def test_days_that_do_not_meet_and_places_that_tie_are_left_open_with_a_note() -> None:
    claims = [
        make_claim("a", "a nurse", "witness", place=VALLEY, dates=on(1)),
        make_claim("b", "a clerk", "witness", place=VILLAGE, dates=on(3)),
    ]

    assert (POLICIES["maverick_inf"](claims).dates, POLICIES["maverick_inf"](claims).note) == (
        None,
        "the claims name days that do not meet",
    )
    assert (POLICIES["maverick_rep"](claims).place, POLICIES["maverick_rep"](claims).note) == (None, "the claims tie on the place")


def test_a_denied_toll_is_no_figure(two_tolls: list[Claim]) -> None:
    assert POLICIES["list_all"]([dataclasses.replace(c, negated=True) for c in two_tolls]).figures == ()
