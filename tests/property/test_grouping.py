"""Groups and ties are those that the rule gives when it is followed word for word."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.resemblance import Tie
from counterclaim.linkage.clustering import group, links
from counterclaim.linkage.store import Neighbourhood
from counterclaim.linkage.weights import Weights

WEIGHTS = Weights(comparisons={}, threshold=2, sure=5, partners=2, together=1)
MOST = 9


@st.composite
def neighbourhoods(draw: st.DrawFn) -> Neighbourhood:
    """Give up to nine claims of some days, and scores of some pairs of them."""
    number = draw(st.integers(2, MOST))
    pairs = draw(st.lists(st.sampled_from(list(itertools.combinations(range(number), 2))), unique=True))
    scores = [draw(st.integers(-1_000, 1_200)) for _ in pairs]
    days = [draw(st.sampled_from([None, 1, 2, 3])) for _ in range(number)]
    return Neighbourhood(
        ids=[f"claim {nth}" for nth in range(number)],
        before=[None] * number,
        earliest=np.array([-1 if day is None else day for day in days]),
        latest=np.array([9_999_999 if day is None else day for day in days]),
        spots=np.full(number, -1),
        places=[],
        left=np.array([pair[0] for pair in pairs], dtype=np.int64),
        right=np.array([pair[1] for pair in pairs], dtype=np.int64),
        scores=np.array(scores, dtype=np.int64),
    )


def word_for_word(near: Neighbourhood) -> tuple[list[int], list[Tie]]:
    """Take the pairs that link, best first, and work out anew each time whether the groups of their claims may be one."""
    pairs = list(zip(near.left.tolist(), near.right.tolist(), near.scores.tolist(), links(near, WEIGHTS).tolist(), strict=True))
    scores = {frozenset((a, b)): score for a, b, score, _ in pairs}
    groups, ties = [{nth} for nth in range(len(near.ids))], []
    for a, b, score, linking in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
        one, other = (next(group for group in groups if claim in group) for claim in (a, b))
        told = [scores[pair] for x in one for y in other if (pair := frozenset((x, y))) in scores]
        both = [*one, *other]
        fits = max(near.earliest[both]) - min(near.latest[both]) <= 1
        if linking and one is not other and fits and sum(told) >= 100 * WEIGHTS.together * len(told):
            groups.remove(other)
            one |= other
            ties.append(Tie(a=near.ids[a], b=near.ids[b], score=score / 100))
    return [min(next(group for group in groups if nth in group)) for nth in range(len(near.ids))], ties


@given(neighbourhoods())
def test_groups_are_joined_by_the_mean_of_what_was_compared(near: Neighbourhood) -> None:
    found = group(near, [], [], WEIGHTS)
    groups, ties = word_for_word(near)

    assert found.groups == groups
    assert sorted(found.ties, key=repr) == sorted(ties, key=repr)
