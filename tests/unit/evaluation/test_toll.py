from __future__ import annotations

import datetime as dt

import pytest

from counterclaim.claims.count import Outcome, Scope
from counterclaim.claims.event import Modality
from counterclaim.evaluation.toll import toll

from .sighted import DAY, exactly, on, people, seen, sighting

THREE = people("fisherman", exactly(3), plural=True)
WOUNDED = {"outcome": Outcome.WOUNDED, "trigger": "injure"}
SHOT = {"outcome": Outcome.KILLED_OR_WOUNDED, "trigger": "shoot"}


def test_the_first_figure_counts():
    two = people("sailor", exactly(2), plural=True)

    assert toll(seen(sighting(THREE), sighting(two), sighting(two))) == (3, None)
    assert toll(seen(sighting(people("sailor")), sighting(two))) == (2, None)


def test_what_happened_long_ago_counts_where_nothing_else_is_told():
    past = {"dates": on(DAY - dt.timedelta(days=400))}

    assert toll(seen(sighting(THREE, **past))) == (3, None)
    assert toll(seen(sighting(THREE, **past), sighting(people("nurse")))) == (1, None)
    assert toll(seen(sighting(people("clerk"), **past), sighting(people("nurse"), **WOUNDED))) == (1, 1)


def test_who_is_first_told_to_have_died_far_behind_the_wounded_died_of_something_else():
    wounded = sighting(people("sailor", exactly(4), plural=True), sentence=0, **WOUNDED)

    assert toll(seen(wounded, sighting(people("mayor"), sentence=9))) == (1, 4)
    assert toll(seen(wounded, sighting(people("mayor"), sentence=20))) == (None, 4)


def test_who_is_first_told_to_be_hurt_far_behind_the_dead_was_hurt_elsewhere():
    dead = sighting(THREE, sentence=0)

    assert toll(seen(dead, sighting(people("mayor"), sentence=7, **WOUNDED))) == (3, 1)
    assert toll(seen(dead, sighting(people("mayor"), sentence=20, **WOUNDED))) == (3, None)


def test_the_wounded_told_one_by_one_are_as_many_as_were_shot_and_lived():
    shot = sighting(people("guard", exactly(4), plural=True), **SHOT)

    assert toll(seen(shot, sighting(people("guard", exactly(1))), sighting(people("he"), **WOUNDED))) == (1, 3)


def test_persons_told_one_by_one_are_one_where_no_figure_is_told():
    named = people("daw", name="Omar Daw")

    assert toll(seen(sighting(named), sighting(people("he")))) == (1, None)
    assert toll(seen(sighting(named), sighting(THREE))) == (3, None)


def test_those_who_stand_together_are_counted_together():
    father, sons = people("father", exactly(1)), people("son", exactly(2), plural=True)

    assert toll(seen(sighting(father, sons))) == (3, None)
    assert toll(seen(sighting(father, people("son", plural=True)))) == (None, None)


@pytest.mark.parametrize(
    "values",
    [
        {"negated": True},
        {"modality": Modality.PLANNED},
        {"scope": Scope.TO_DATE},
    ],
)
def test_other_events_than_the_text_is_about_do_not_count(values):
    assert toll(seen(sighting(THREE, **values))) == (None, None)


def test_who_is_shot_is_wounded_unless_the_words_say_that_he_died():
    shot = sighting(people("guard", exactly(4), plural=True), **SHOT)

    assert toll(seen(shot)) == (None, 4)
    assert toll(seen(shot, sighting(people("guard", exactly(1))))) == (1, 3)
    assert toll(seen(sighting(people("guard"), words="the guard was shot, and beaten to death", **SHOT)))[0] == 1
    assert toll(seen(sighting(people("guard"), words="the guard was hit a week after a fatal shooting", **SHOT))) == (None, 1)


def test_who_kills_others_and_himself_is_one_more():
    killer = people("man", exactly(1))
    two = sighting(people("sailor", exactly(2), plural=True), doers=(killer,))
    himself = sighting(people("himself"), doers=(killer,))

    assert toll(seen(two, himself)) == (3, None)
    assert toll(seen(sighting(people("sailor", exactly(2), plural=True)), himself)) == (2, None)


def test_who_is_told_apart_from_the_dead_is_wounded():
    dead = sighting(people("farmer"), sentence=0)

    assert toll(seen(dead, sighting(people("other", exactly(1)), sentence=2, outcome=Outcome.WOUNDED, trigger="wound"))) == (1, 1)
    assert toll(seen(dead, sighting(people("boy"), sentence=0, outcome=Outcome.WOUNDED, trigger="wound"))) == (1, 1)
    assert toll(seen(dead, sighting(people("he"), sentence=0, outcome=Outcome.WOUNDED, trigger="wound"))) == (1, None)


def test_who_was_brought_to_hospital_and_died_is_not_wounded_too():
    brought = sighting(people("he"), outcome=Outcome.WOUNDED, trigger="bring")

    assert toll(seen(brought, sighting(people("he")))) == (1, None)
    assert toll(seen(brought)) == (None, 1)
    assert toll(seen(sighting(people("woman"), **WOUNDED), sighting(people("man")))) == (1, 1)
