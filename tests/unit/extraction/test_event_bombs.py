"""Bombs, fire and hostages in sentences of several wars."""

from __future__ import annotations

import pytest


def told(claims):
    return [(c.kind.value, c.actor, c.counts[0].outcome.value if c.counts else None) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels planted a bomb in a bank in Lagos on Monday.",
        "A bomb exploded in front of the embassy in Kabul on Monday.",
        "Two banks were shaken by explosions in Bogota on Monday.",
        "The courthouse in Baghdad was the target of a bomb attack on Monday.",
    ],
)
def test_a_bomb_is_an_attack(claims_of, text):
    assert [c.kind.value for c in claims_of(text)] == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen took 12 students as hostages in Kaduna on Monday.",
        "Gunmen are holding 12 students hostage in Kaduna.",
    ],
)
def test_hostages_are_captured(claims_of, text):
    (claim,) = claims_of(text)
    assert [(c.outcome.value, c.text) for c in claim.counts] == [("captured", "12")]


@pytest.mark.parametrize("text", ["Militiamen set fire to two buses in Beni.", "Militiamen set two buses on fire in Beni."])
def test_what_is_set_on_fire_is_damaged(claims_of, text):
    (claim,) = claims_of(text)
    assert [(c.outcome.value, c.unit.value, c.text) for c in claim.counts] == [("damaged", "things", "two")]


def test_talk_of_bombs_is_no_attack(claims_of):
    assert claims_of("The army planted trees in front of the bank. The minister took the students as guests.") == []
