"""Arithmetic with spans: what is covered, shared, left over, put together, trimmed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.attributions import covers, overlap, trimmed, united, without

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6)


def inside(spans):
    return {i for a, b in spans for i in range(a, b)}


def test_covers_the_start_and_not_the_end():
    assert covers([(3, 5)], 3)
    assert not covers([(3, 5)], 5)
    assert not covers([], 0)


def test_overlap_counts_shared_characters():
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((0, 5), (5, 9)) == 0
    assert overlap((2, 4), (0, 9)) == 2


@given(SPANS, SPANS)
def test_united_has_the_characters_of_both_and_no_span_touches_another(one, two):
    made = united(one, two)
    assert inside(made) >= inside(one) | inside(two)
    assert len(inside(made) - inside(one) - inside(two)) <= len(one) + len(two)
    assert all(a[1] + 1 < b[0] for a, b in pairwise(made))


def test_united_closes_a_gap_of_one_character_only():
    assert united([(0, 4)], [(5, 9)]) == ((0, 9),)
    assert united([(0, 4)], [(6, 9)]) == ((0, 4), (6, 9))


@given(st.tuples(st.integers(0, 30), st.integers(31, 60)), SPANS)
def test_without_leaves_what_no_hole_has(span, holes):
    assert inside(without(span, holes)) == inside([span]) - inside(holes)


@given(st.text(alphabet="ab ,;–\n", max_size=20), SPANS)
def test_trimmed_spans_begin_and_end_with_a_word(text, spans):
    spans = [(a, min(b, len(text))) for a, b in spans if a < len(text)]
    kept = trimmed(text, spans)
    assert all(text[a] in "ab" and text[b - 1] in "ab" for a, b in kept)
    assert sorted(text[a:b] for a, b in kept) == sorted(word for a, b in spans if (word := text[a:b].strip(" ,;–\n")))
