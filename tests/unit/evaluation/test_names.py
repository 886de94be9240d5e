from __future__ import annotations

import pytest

from counterclaim.evaluation.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bilal Karimi", "Karimi"),
        ("Azerbaijani Ministry of Defence", "Azerbaijan"),
        ("al-Shabaab", "Al Shabaab"),
        ("BSF", "Border Security Force"),
        ("the United States", "US"),
        ("Pakistan's army", "Pakistani military"),
        ("the army", "army"),
        (None, None),
    ],
)
def test_names_that_are_one(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("the Indian army", "the Pakistani army"), ("Karimi", None), ("outlet", "Taliban"), ("defence ministry", "interior")]
)
def test_names_that_are_two(one, other):
    assert not same_name(one, other)
    assert not same_name(other, one)
