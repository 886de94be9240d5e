from __future__ import annotations

import pytest

from counterclaim.claims.count import Operator, Outcome
from counterclaim.claims.event import Kind
from counterclaim.evaluation import muc
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.muc_targets import number_of, targets

from .sighted import exactly, people, quantity, sighting, thing


@pytest.mark.parametrize(
    ("one", "number"),
    [
        (people("nurse"), "1"),
        (people("nurse", plural=True), "PLURAL"),
        (people("nurse", exactly(6)), "6"),
        (people("nurse", quantity(6, operator=Operator.AT_LEAST)), "6-"),
        (people("nurse", quantity(7, operator=Operator.MORE_THAN)), "6-"),
        (people("nurse", quantity(6, 8, operator=Operator.RANGE)), "6-8"),
        (people("nurse", quantity(None, best=100, operator=Operator.ABOUT)), "~100"),
        (people("nurse", quantity(24, 99, operator=Operator.VAGUE)), "PLURAL"),
    ],
)
def test_numbers_are_written_as_keys_write_them(one, number):
    assert number_of(one) == number


def test_a_name_carries_its_title_and_the_slots_point_to_it():
    slots = targets([sighting(people("daw", name="Judge Omar Daw"))])

    assert slots[muc.NAME] == [Fill(values=("OMAR DAW",))]
    assert slots[muc.DESCRIPTION] == [Fill(values=("JUDGE",), tags=("OMAR DAW",))]
    assert slots[muc.NUMBER] == [Fill(values=("1",), tags=("OMAR DAW",))]
    assert slots[muc.EFFECT] == [Fill(values=("DEATH",), tags=("OMAR DAW",))]


def test_one_person_told_twice_is_one_target_with_the_fuller_name_and_the_graver_effect():
    slots = targets(
        [
            sighting(people("daw", name="Daw"), outcome=Outcome.WOUNDED),
            sighting(people("daw", name="Omar Daw")),
        ]
    )

    assert slots[muc.NAME] == [Fill(values=("OMAR DAW",))]
    assert [fill.values for fill in slots[muc.EFFECT]] == [("DEATH",)]


def test_things_have_their_own_slots():
    slots = targets([sighting(thing("bus", exactly(2), plural=True), kind=Kind.EQUIPMENT_LOSS, outcome=Outcome.DAMAGED)])

    assert slots[muc.THING] == [Fill(values=("BUS",))]
    assert slots[muc.THING_NUMBER] == [Fill(values=("2",), tags=("BUS",))]
    assert slots[muc.THING_EFFECT] == [Fill(values=("SOME DAMAGE",), tags=("BUS",))]
    assert slots[muc.NUMBER] == []


def test_nobody_hurt_is_an_effect_without_a_target():
    unhurt = sighting(people("one"), negated=True, outcome=Outcome.WOUNDED)
    dead = sighting(people("nurse"))

    assert targets([unhurt])[muc.EFFECT] == [Fill(values=("NO INJURY",))]
    assert targets([unhurt, sighting(negated=True)])[muc.EFFECT] == [Fill(values=("NO INJURY OR DEATH",))]
    assert [fill.values for fill in targets([unhurt, dead])[muc.EFFECT]] == [("DEATH",)]
