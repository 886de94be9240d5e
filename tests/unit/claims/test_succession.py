from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.succession import Change, Succession, succeed


def fates(before: dict[str, str], *now: str) -> dict[str, tuple[Change, str, tuple[str, ...]]]:
    """Give what becomes of incidents whose claims are single letters."""
    return {one.incident: (one.change, "".join(one.claims), one.others) for one in succeed({k: list(v) for k, v in before.items()}, now)}


def test_a_group_without_a_past_is_new_and_named_by_its_first_claim() -> None:
    [(name, fate)] = fates({}, "ba").items()
    assert fate == (Change.NEW, "ab", ())
    assert list(fates({}, "acd")) == [name]
    assert list(fates({}, "b")) != [name]


def test_what_stays_the_same_is_left_out() -> None:
    assert fates({"x": "ab"}, "ab") == {}


@pytest.mark.parametrize(
    ("before", "now", "change"), [("bc", "abc", Change.GROWN), ("abc", "bc", Change.SHRUNK), ("abc", "abd", Change.CHANGED)]
)
def test_an_incident_keeps_its_name_while_claims_come_and_go(before, now, change) -> None:
    assert fates({"x": before}, now) == {"x": (change, now, ())}


def test_the_larger_part_of_a_merger_gives_the_name_and_the_other_tells_where_it_went() -> None:
    assert fates({"x": "a", "y": "bc"}, "abc") == {"y": (Change.MERGED, "abc", ("x",)), "x": (Change.ENDED, "", ("y",))}


def test_the_larger_part_of_a_split_keeps_the_name_and_the_other_tells_whence_it_came() -> None:
    found = fates({"x": "abc"}, "a", "bc")
    [(new, fate)] = [item for item in found.items() if item[0] != "x"]
    assert fate == (Change.PARTED, "a", ("x",))
    assert found["x"] == (Change.SPLIT, "bc", (new,))


def test_an_incident_without_claims_ends() -> None:
    assert fates({"x": "ab"}) == {"x": (Change.ENDED, "", ())}


def test_a_name_that_is_in_use_is_not_given_again() -> None:
    [taken] = fates({}, "a")
    assert next(iter(succeed({}, ["a"], is_taken=lambda name: name == taken))).incident != taken
    found = fates({taken: "abc"}, "a", "bc")
    assert set(found) > {taken}
    assert len(found) == 2


GROUPS = st.lists(st.integers(0, 4), min_size=1, max_size=8)


def partition(labels: list[int]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for nth, label in enumerate(labels):
        groups.setdefault(f"x{label}", []).append(f"c{nth}")
    return groups


@given(GROUPS, GROUPS, st.randoms(use_true_random=False))
def test_the_names_after_any_change_are_those_of_the_groups_in_whatever_order(old, new, random) -> None:
    before, now = partition(old), list(partition(new).values())
    shuffled = [random.sample(group, len(group)) for group in random.sample(now, len(now))]
    told = list(succeed(before, now))
    assert told == list(succeed(before, shuffled))
    after = {name: tuple(sorted(claims)) for name, claims in before.items()}
    after.update({one.incident: one.claims for one in told})
    assert sorted(claims for claims in after.values() if claims) == sorted(tuple(sorted(group)) for group in now)
    assert all(isinstance(one, Succession) and one.incident not in one.others for one in told)
