from __future__ import annotations

import json

from counterclaim.evaluation.bootstrap import Score
from counterclaim.evaluation.dispatches import Miss
from counterclaim.evaluation.report import as_json, miss_lines, plain_table, table_rows

from .builders import coded, measure

SCORE = Score(name="figures", precision=0.5, recall=2 / 3, f1=0.5714, n_gold=107, n_predicted=93, low=0.41, high=0.66)


def test_row_has_three_digits():
    assert table_rows([SCORE]) == [("figures", "0.500", "0.667", "0.571", "0.41\u20130.66", "107", "93")]


def test_table_lines_up_and_fits_a_terminal():
    lines = plain_table(
        [SCORE, Score(name="place in the right country", precision=1, recall=1, f1=1, n_gold=1, n_predicted=1, low=1, high=1)]
    ).split("\n")
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1
    assert max(map(len, lines)) <= 80


def test_json_reads_back():
    assert Score(**json.loads(as_json([SCORE]))[0]) == SCORE


def test_miss_tells_what_was_coded_and_where():
    claim = coded(
        "alpha",
        2,
        19,
        measures=[measure("killed", 12, 12, "12")],
        date={"start": "2021-09-05", "end": "2021-09-05"},
        place={"text": "Rukha"},
    )
    miss = Miss(doc="alpha", nth=2, kind="clash", source=None, coded=claim, sentence="Twelve died.")
    assert miss_lines([miss]) == ["alpha#2 clash, says the outlet (killed: 12; Rukha; 2021-09-05)", "    Twelve died."]
