from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.evaluation.time_expressions import score_time_expressions


def test_spans_and_values_are_scored_apart(write_rows):
    gold = [{"start": 0, "end": 6, "value": "2021-09-05"}, {"start": 10, "end": 16, "value": "2021-09-06"}]
    path = write_rows("gold.jsonl", [{"doc": "a", "dct": "2021-09-07", "text": "Sunday or Monday", "timex3": gold}])

    def find(_, day):
        assert day == dt.date(2021, 9, 7)
        return [(0, 6, "2021-09-04"), (8, 16, "2021-09-06")]

    rows = {row.name: row for row in score_time_expressions(path, find, samples=10)}
    assert rows["strict span"].f1 == pytest.approx(0.5)
    assert rows["overlapping span"].f1 == 1
    assert rows["overlapping span and value"].f1 == pytest.approx(0.5)
