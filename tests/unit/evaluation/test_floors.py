from __future__ import annotations

import dataclasses

import pytest

from counterclaim.claims.errors import BelowFloor, UnreadableInput
from counterclaim.evaluation.bootstrap import Score
from counterclaim.evaluation.floors import EPSILON, Floors, check_floors, read_floors, update_floors, write_floors


def row(name, f1):
    return Score(name=name, precision=f1, recall=f1, f1=f1, n_gold=400, n_predicted=400, low=0.0, high=1.0)


FLOORS = Floors(gold="abc", f1={"figures": 0.6, "dates": 0.5})


@pytest.mark.parametrize("figures", [0.6, 0.9, 0.6 - EPSILON / 2])
def test_scores_at_the_floor_pass(figures):
    check_floors([row("figures", figures), row("dates", 0.5), row("new", 0.0)], FLOORS, gold="abc")


def test_score_under_the_floor_is_refused_by_name():
    with pytest.raises(BelowFloor, match=r"figures 0\.590 \(floor 0\.600\)") as caught:
        check_floors([row("figures", 0.59), row("dates", 0.7)], FLOORS, gold="abc")
    assert caught.value.sunk == {"figures": (0.59, 0.6)}


def test_one_item_of_a_small_measure_may_tip_and_two_may_not():
    few = Score(name="figures", precision=0.5, recall=0.5, f1=0.57, n_gold=30, n_predicted=30, low=0.0, high=1.0)
    check_floors([few, row("dates", 0.5)], FLOORS, gold="abc")
    with pytest.raises(BelowFloor):
        check_floors([dataclasses.replace(few, f1=0.53), row("dates", 0.5)], FLOORS, gold="abc")


def test_measure_that_is_gone_is_refused():
    with pytest.raises(BelowFloor, match="dates"):
        check_floors([row("figures", 0.7)], FLOORS, gold="abc")


def test_floors_of_other_gold_are_no_floors():
    with pytest.raises(UnreadableInput, match="measure floors on this gold anew"):
        check_floors([row("figures", 0.7), row("dates", 0.7)], FLOORS, gold="xyz")


def test_floors_rise_and_never_fall_unasked():
    risen = update_floors([row("figures", 0.7), row("dates", 0.5 - EPSILON / 2), row("new", 0.1)], FLOORS, gold="abc")
    assert risen.f1 == {"figures": 0.7, "dates": 0.5, "new": 0.1}
    with pytest.raises(BelowFloor):
        update_floors([row("figures", 0.7), row("dates", 0.4)], FLOORS, gold="abc")


def test_floors_fall_when_asked():
    lowered = update_floors([row("figures", 0.7), row("dates", 0.4)], FLOORS, gold="abc", allow_regression=True)
    assert lowered.f1 == {"figures": 0.7, "dates": 0.4}


@pytest.mark.parametrize("floors", [None, FLOORS])
def test_new_gold_starts_anew(floors):
    assert update_floors([row("figures", 0.1)], floors, gold="xyz") == Floors(gold="xyz", f1={"figures": 0.1})


def test_floors_round_trip(tmp_path):
    path = tmp_path / "floors.json"
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"gold": "a", "f1": 3}', '{"gold": "a", "f1": {"x": "high"}}'])
def test_file_without_floors_is_unreadable(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match="no floors in it"):
        read_floors(path)


def test_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableInput, match="No such file"):
        read_floors(tmp_path / "floors.json")
