from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from counterclaim.evaluation.dates import match, score_dates

TEXT = "It fell on Friday, not last week."
ROW = {
    "doc": "a",
    "dct": "2021-09-05T10:00",
    "text": TEXT,
    "timex3": [
        {"start": 11, "end": 17, "value": "2021-09-03"},
        {"start": 23, "end": 32, "value": "2021-W34"},
    ],
}


def finder(*found: tuple[int, int, str]):
    def find(_: str, published: dt.date | None) -> Iterable[tuple[int, int, str]]:
        assert published == dt.date(2021, 9, 5)
        return found

    return find


def test_a_tally_counts_strict_relaxed_and_value() -> None:
    (tally,) = score_dates([ROW], finder((28, 32, "2021-W34"), (11, 17, "2021-09-10"), (0, 2, "2021")))
    assert (tally.gold, tally.found, tally.strict, tally.relaxed, tally.value) == (2, 3, 1, 2, 1)


def test_timex2_is_read_like_timex3() -> None:
    row = {"doc": "b", "dct": "2021-09-05", "text": TEXT, "timex2": [{"start": 11, "end": 17, "val": "2021-09-03"}]}
    (tally,) = score_dates([row], finder((11, 17, "2021-09-03")))
    assert (tally.gold, tally.value) == (1, 1)


def test_one_expression_is_matched_once() -> None:
    assert match([(0, 5, "a"), (6, 9, "b")], [(0, 9, "a")]) == [((0, 5, "a"), (0, 9, "a"))]
    assert match([(0, 5, "a"), (4, 9, "b")], [(4, 9, "b")]) == [((4, 9, "b"), (4, 9, "b"))]
