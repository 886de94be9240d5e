from __future__ import annotations

import pytest

from counterclaim.evaluation.bootstrap import Hits, score, score_tallies


def test_score_sums_documents_before_it_divides():
    row = score("figures", [Hits(right=1, gold=1, predicted=4), Hits(right=3, gold=5, predicted=4)], seed=1)
    assert (row.precision, row.recall, row.f1) == (pytest.approx(0.5), pytest.approx(4 / 6), pytest.approx(8 / 14))
    assert (row.n_gold, row.n_predicted) == (6, 8)


def test_interval_lies_around_the_score_and_is_that_of_its_seed():
    hits = [Hits(right=nth % 4, gold=4, predicted=4) for nth in range(40)]
    first, again, other = (score("x", hits, seed=seed) for seed in (7, 7, 8))
    assert first == again
    assert first.low < first.f1 < first.high
    assert (first.low, first.high) != (other.low, other.high)


def test_documents_that_are_all_alike_have_no_interval():
    row = score("x", [Hits(right=1, gold=2, predicted=2)] * 10, seed=0)
    assert row.low == row.high == row.f1 == pytest.approx(0.5)


@pytest.mark.parametrize("hits", [[], [Hits(right=0, gold=0, predicted=0)]])
def test_nothing_to_score_is_zero(hits):
    row = score("x", hits, seed=0)
    assert (row.precision, row.recall, row.f1, row.low, row.high) == (0, 0, 0, 0, 0)


def test_measures_keep_their_order():
    hit = Hits(right=1, gold=1, predicted=1)
    assert [row.name for row in score_tallies([{"b": hit}, {"b": hit, "a": hit}], seed=0)] == ["b", "a"]
