from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.number_words import find_amounts, lower_case
from counterclaim.extraction.quantity import find_quantities, one_words, zero_words

PIECES = [
    "at least ", "more than ", "nearly ", "up to ", "between ", "some ", "a ", "another ", "12", "1,280", "2014", "twenty-three", "dozens",
    "hundred",
    "half a dozen", " and ", " or ", "-", " to ", " more", " or more", " killed", " km", " days", ", ", ". ", "May ", "aged ", " of the ",
    "İstanbul ", "\u2019s ",
    "\n", "$", "3.5",
    "million ", " one ", " no ", "several", "tens of thousands", "(", ")", "Route ",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(TEXTS)
def test_offsets_re_slice_and_phrases_are_in_order_and_apart(text):
    quantities = find_quantities(text)
    for quantity in [*quantities, *one_words(text), *zero_words(text)]:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.text.strip()
    for earlier, later in pairwise(quantities):
        assert earlier.end <= later.start


@given(TEXTS)
def test_bounds_are_in_order(text):
    for quantity in find_quantities(text):
        known = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
        assert known == sorted(known)
        assert all(n >= 0 for n in known)


@given(TEXTS)
def test_lower_case_keeps_offsets(text):
    assert len(lower_case(text)) == len(text)


@given(st.integers(min_value=2, max_value=10**9))
def test_figure_with_commas_is_its_value(number):
    (amount,) = find_amounts(f"killed {number:,} men")
    assert amount.low == amount.high == number


@given(st.integers(min_value=2, max_value=1499))
def test_hedges_move_the_bounds_of_the_same_figure(number):
    def bounds(words):
        (quantity,) = find_quantities(f"{words} {number} soldiers died")
        return quantity.low, quantity.high, quantity.best

    assert bounds("exactly") == (number, number, number)
    assert bounds("at least") == (number, None, None)
    assert bounds("more than") == (number + 1, None, None)
    assert bounds("up to") == (None, number, None)
    assert bounds("about") == (None, None, number)
    assert bounds("nearly") == (None, number, number)
