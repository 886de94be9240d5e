"""Numbers without a noun: what they count, and who is never counted among those that were harmed."""

from __future__ import annotations

import pytest


def counted(claims):
    return [(c.outcome.value, c.text, c.unit.value) for claim in claims for c in claim.counts]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Musa said two trucks were seized and one was destroyed.", [("captured", "two", "things"), ("destroyed", "one", "things")]),
        ("Kyiv said two tanks were hit and three were destroyed.", [("destroyed", "two", "things"), ("destroyed", "three", "things")]),
        ("Kyiv said 30 drones were launched and 25 were shot down.", [("destroyed", "25", "things")]),
        ("The Taliban said 700 fighters were killed and 600 captured.", [("killed", "700", "persons"), ("captured", "600", "persons")]),
        ("The army said at least one was destroyed in Gao.", [("destroyed", "at least one", "things")]),
        ("The army said dozens were captured in Gao.", [("captured", "dozens", "persons")]),
    ],
)
def test_a_number_alone_counts_what_was_counted_before_it(claims_of, text, rows):
    assert counted(claims_of(text)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "A group of about ten rebels murdered two farmers in Beni.",
        "Some thirty gunmen killed two farmers in Konduga.",
        "Twelve soldiers executed two farmers in Bucha.",
    ],
)
def test_who_kills_is_not_counted_among_the_killed(claims_of, text):
    assert counted(claims_of(text)) == [("killed", "two", "persons")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Militants shot dead three women in Bama.", [("killed", "three", "persons")]),
        ("Gunmen shot dead two police officers in Quetta.", [("killed", "two", "persons")]),
        ("Police shot four men in Lagos.", [("killed_or_wounded", "four", "persons")]),
    ],
)
def test_who_is_shot_dead_is_counted_once(claims_of, text, rows):
    assert counted(claims_of(text)) == rows


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Near Raqqa, a strike destroyed an IED and two VBIEDs.", {"destroyed"}),
        ("Kyiv said its drones destroyed a BMP and two SUVs.", {"destroyed"}),
        ("The army said it destroyed a VBIED in Mosul.", {"destroyed"}),
    ],
)
def test_arms_in_capitals_are_not_killed(claims_of, text, outcomes):
    assert {outcome for outcome, _, unit in counted(claims_of(text)) if unit == "things"} == outcomes
    assert all(unit == "things" for _, _, unit in counted(claims_of(text)))
