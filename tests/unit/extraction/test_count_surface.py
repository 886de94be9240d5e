"""Numbers beside outcome words on the surface, where the parse does not join them."""

from __future__ import annotations

import pytest

from counterclaim.claims.count import Outcome
from counterclaim.extraction import count_surface


@pytest.fixture
def read(desk_of):
    def find(text, *, taken=()):
        desk = desk_of(text)
        rows = []
        for sentence in desk.draft.sentences:
            found = count_surface.events(sentence, desk.numbers, set(taken), desk.participants.class_of)
            rows += [(e.groups[0].text, e.outcome, e.trigger.text) for e in found]
        return rows

    return find


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("700 fighters killed, 600 captured", [("fighters", Outcome.KILLED, "killed"), ("600", Outcome.CAPTURED, "captured")]),
        ("12 soldiers and 3 officers died", [("soldiers", Outcome.KILLED, "died"), ("officers", Outcome.KILLED, "died")]),
        ("Its military dead at 532", [("532", Outcome.KILLED, "dead")]),
        ("Some 30 were taken", [("30", Outcome.CAPTURED, "taken")]),
    ],
)
def test_the_outcome_beside_a_number(read, text, rows):
    assert read(text) == rows


def test_a_number_that_an_event_has_is_left_alone(read):
    text = "700 fighters killed, 600 captured"
    assert read(text, taken={text.index("600"), 0}) == []


@pytest.mark.parametrize(
    "text",
    [
        "20 tanks were there; soldiers were killed",
        "The town has 4,000 houses, and a man was killed",
        "12 drones were downed",
    ],
)
def test_things_and_other_clauses_are_not_counted(read, text):
    assert read(text) == []
