import datetime as dt

import pytest

from counterclaim.claims.claim import Claim
from counterclaim.linkage.blocks import keys_of
from counterclaim.linkage.features import features_of

from .builders import DAY, at, claim, killed, on, report


def told(name: str, **fields: object) -> Claim:
    return claim(name, fields.pop("quote", f"Words of {name} alone."), report=report(name), **fields)  # type: ignore[arg-type]


def meet(one: Claim, other: Claim) -> bool:
    (a, a_other), (b, b_other) = (keys_of(features_of(each)) for each in (one, other))
    return bool({*a} & {*b, *b_other} or {*a_other} & {*b})


@pytest.mark.parametrize("days", range(4))
def test_what_is_told_of_one_place_within_three_days_is_compared(days: int) -> None:
    for shift in range(6):
        first = DAY + dt.timedelta(days=shift)
        one, other = (
            told(name, place=at("Lower Vale", "Eastmark"), dates=on(day))
            for name, day in (("a", first), ("b", first + dt.timedelta(days=days)))
        )
        assert meet(one, other)


def test_what_is_told_of_one_place_weeks_apart_is_not_compared() -> None:
    one, other = (told(name, place=at("Lower Vale", "Eastmark"), dates=on(DAY + dt.timedelta(days=n))) for name, n in (("a", 0), ("b", 20)))

    assert not meet(one, other)


def test_a_province_meets_its_towns_and_two_towns_of_it_do_not_meet() -> None:
    province, one, other = (
        told(name, place=at(place, "Eastmark"), dates=on(DAY))
        for name, place in (("a", "Eastmark"), ("b", "Lower Vale"), ("c", "Far Hill"))
    )

    assert meet(province, one)
    assert meet(province, other)
    assert not meet(one, other)


def test_without_a_place_the_figure_and_the_sides_bring_together() -> None:
    placed = told("a", place=at("Lower Vale", "Eastmark"), counts=(killed(41, "Army"),), dates=on(DAY), target="Army")

    assert meet(placed, told("b", counts=(killed(41, "Army"),), dates=on(DAY), target="Army"))
    assert not meet(placed, told("b", counts=(killed(12, "Front"),), dates=on(DAY), target="Front"))


def test_a_denial_meets_what_it_denies() -> None:
    assert meet(told("a", place=at("Lower Vale")), told("b", place=at("Far Hill"), denies="a"))


def test_keys_are_the_same_each_time_and_never_both_ones_own_and_anothers() -> None:
    row = features_of(told("a", place=at("Lower Vale", "Eastmark"), counts=(killed(41),)))

    assert keys_of(row) == keys_of(row)
    assert set(keys_of(row)[0]).isdisjoint(keys_of(row)[1])
