from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from counterclaim.linkage.clustering import Forest, group, links
from counterclaim.linkage.store import Neighbourhood
from counterclaim.linkage.weights import Weights

WEIGHTS = Weights(comparisons={}, threshold=2, sure=5, partners=1, together=1)


def near(number: int, pairs: dict[tuple[int, int], float], days: dict[int, int] | None = None) -> Neighbourhood:
    told = days or {}
    left, right = (np.array([pair[nth] for pair in pairs], dtype=np.int64) for nth in (0, 1))
    return Neighbourhood(
        ids=[f"claim {nth}" for nth in range(number)],
        before=[None] * number,
        earliest=np.array([told.get(nth, -1) for nth in range(number)]),
        latest=np.array([told.get(nth, 9_999_999) for nth in range(number)]),
        spots=np.full(number, -1),
        places=[],
        left=left,
        right=right,
        scores=np.array([round(100 * score) for score in pairs.values()], dtype=np.int64),
    )


def groups(*args: Any, same: Any = (), different: Any = (), weights: Weights = WEIGHTS) -> list[int]:
    return group(near(*args), same, different, weights).groups


def test_pairs_over_the_threshold_join_and_pairs_under_it_do_not() -> None:
    assert groups(4, {(0, 1): 6, (2, 3): 1.9}) == [0, 0, 2, 3]


def test_a_chain_whose_ends_lie_days_apart_is_cut_at_its_weakest_link() -> None:
    assert groups(3, {(0, 1): 8, (1, 2): 6}, {0: 10, 2: 12}) == [0, 0, 2]
    assert groups(3, {(0, 1): 6, (1, 2): 8}, {0: 10, 2: 12}) == [0, 1, 1]


def test_groups_of_which_the_compared_pairs_disagree_stay_apart() -> None:
    pairs = {(0, 1): 9, (2, 3): 8, (0, 2): 6, (1, 3): -9}

    assert groups(4, pairs) == [0, 0, 2, 2]
    assert groups(4, pairs | {(1, 3): 3}) == [0, 0, 0, 0]


def test_a_person_parts_and_joins_against_every_score() -> None:
    assert groups(3, {(0, 1): 9, (1, 2): 8, (0, 2): 8}, different=[(0, 2)]) == [0, 0, 2]
    assert groups(2, {}, {0: 10, 1: 90}, same=[(0, 1)]) == [0, 0]


def test_what_fits_one_part_of_what_a_person_joined_may_join_it() -> None:
    assert groups(3, {(1, 2): 7}, {0: 10, 1: 90, 2: 90}, same=[(0, 1)]) == [0, 0, 0]
    assert groups(3, {(1, 2): 7}, {0: 10, 1: 90, 2: 50}, same=[(0, 1)]) == [0, 0, 2]


def test_a_claim_that_tells_little_links_through_its_best_partner_alone() -> None:
    scores = near(5, {(0, 1): 9, (2, 3): 9, (0, 4): 3, (2, 4): 2.9, (1, 4): 2.8})

    assert links(scores, WEIGHTS).tolist() == [True, True, True, False, False]
    assert links(scores, replace(WEIGHTS, partners=2)).tolist() == [True, True, True, True, True]
    assert links(scores, replace(WEIGHTS, sure=1)).tolist() == [True] * 5


def test_no_pairs_no_links() -> None:
    assert groups(2, {}) == [0, 1]
    assert groups(0, {}) == []


@pytest.mark.parametrize("pairs", [[(1, 2), (0, 1)], [(0, 1), (1, 2)]])
def test_a_set_is_named_by_its_least_number(pairs: list[tuple[int, int]]) -> None:
    forest = Forest(4)
    for a, b in pairs:
        forest.join(a, b)

    assert forest.tops() == [0, 0, 0, 3]
