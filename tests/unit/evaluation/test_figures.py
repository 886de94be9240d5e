from __future__ import annotations

import pytest

from counterclaim.evaluation.figures import fits, person_counts, same_figure

from .builders import count, measure


@pytest.mark.parametrize(
    ("coded", "found", "right"),
    [
        (measure("killed", 12, 12), count("killed", 12, 12, 12), True),
        (measure("killed", 12, 12), count("killed", best=12), True),
        (measure("killed", 12, 12), count("killed", low=12), False),
        (measure("killed", 12, 12), count("killed", 13, 13, 13), False),
        (measure("killed", 700, None, "over 700"), count("killed", low=701), True),
        (measure("killed", 700, None, "over 700"), count("killed", low=702), False),
        (measure("killed", 700, None, "over 700"), count("killed", 700, 700, 700), False),
        (measure("killed", 1, None, "at least one"), count("killed", low=2), False),
        (measure("killed", None, 1000, "up to 1,000"), count("killed", high=1000), True),
        (measure("killed", None, 1000, "up to 1,000"), count("killed", low=1000), False),
        (measure("killed", 24, 99, "dozens"), count("killed", 24, 99), True),
        (measure("killed", 24, 99, "dozens"), count("killed", low=30), True),
        (measure("killed", 24, 99, "dozens"), count("killed", low=12), False),
        (measure("killed", 900, 1000, "nearly a thousand"), count("killed", high=1000, best=1000), True),
        (measure("killed", 180, 200, "180 to 200"), count("killed", 180, 250), False),
        (measure("wounded", None, None, "soldiers"), count("wounded"), True),
    ],
)
def test_bounds_fit_a_coded_number(coded, found, right):
    assert fits(coded, found) is right


def test_outcomes_are_never_mixed_but_their_synonyms_are_one():
    twelve = count("captured", 12, 12, 12)
    assert not same_figure(measure("killed", 12, 12), twelve)
    assert same_figure(measure("taken", 12, 12), twelve)
    assert same_figure(measure("casualties", 9, 9), count("killed_or_wounded", 9, 9, 9))


def test_only_people_with_an_outcome_are_counted():
    claim = {"counts": [count("killed", 1), count("destroyed", 2, unit="things"), count("captured", 3, unit="things"), count("present", 4)]}
    assert [c["low"] for c in person_counts(claim)] == [1]
    assert person_counts({"counts": None}) == []
