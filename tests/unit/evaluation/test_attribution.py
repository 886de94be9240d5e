from __future__ import annotations

import pytest

from counterclaim.evaluation.attribution import score_attribution

TEXT = "Karimi said the valley fell. Dashti denied it."
FIRST = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 27]]}
SECOND = {"source": [[29, 35]], "cue": [[36, 42]], "content": [[43, 45]]}


@pytest.fixture
def scores(write_rows):
    other = {"attributions": [SECOND, SECOND, SECOND]}
    unfinished = {**FIRST, "content": []}
    path = write_rows("gold.jsonl", [{"doc": "a", "text": TEXT, "annotations": [{"attributions": [FIRST, SECOND, unfinished]}, other]}])

    def score(*attributions):
        return {row.name: row for row in score_attribution(path, lambda text: attributions if text == TEXT else (), samples=10)}

    return score


def test_gold_against_itself_is_full_marks(scores):
    rows = scores(FIRST, SECOND)
    assert {row.f1 for row in rows.values()} == {1.0}
    assert rows["content"].n_gold == 2


def test_contents_that_overlap_by_half_agree(scores):
    assert scores({**FIRST, "content": [[16, 27]]})["content"].recall == pytest.approx(0.5)
    assert scores({**FIRST, "content": [[23, 27]]})["content"].recall == 0


def test_wrong_source_costs_the_pair_and_its_characters_only(scores):
    rows = scores({**FIRST, "source": [[29, 35]]}, SECOND)
    assert (rows["content"].f1, rows["content and source"].f1) == (1.0, 0.5)
    assert rows["characters: source"].recall == pytest.approx(0.5)
    assert rows["characters: content"].f1 == 1.0


def test_one_content_is_found_once(scores):
    rows = scores(FIRST, FIRST)
    assert (rows["content"].precision, rows["content"].recall) == (0.5, 0.5)


def test_white_space_does_not_count(scores):
    assert scores({**FIRST, "cue": [[6, 12]]}, SECOND)["characters: cue"].f1 == 1.0
