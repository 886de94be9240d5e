"""Which side of a text stands behind an incident."""

from __future__ import annotations

import pytest

from counterclaim.evaluation import muc
from counterclaim.evaluation.muc_perpetrators import confidence_in, perpetrators
from counterclaim.evaluation.muc_sides import chance, likely_side, name_in, signs, talk_of
from counterclaim.evaluation.sightings import Named, Seen

from .sighted import DAY, people, sighting

SENTENCES = (
    "A bomb killed two nurses in Mekelle.",
    "The army arrived an hour later.",
    "The TPLF claimed responsibility on the radio.",
    *["Nothing else was told."] * 9,
    "The mayor spoke about the price of bread.",
)
KILLED = sighting(people("nurse"), sentence=0, words=SENTENCES[0])


def named(sentence, text, side, kind="rebel"):
    return Named(sentence=sentence, text=text, side=side, kind=kind)


def seen(*sides):
    return Seen(day=DAY, country="ET", sightings=(KILLED,), sentences=SENTENCES, sides=sides)


FRONT, ARMY = named(2, "TPLF", "Tigray People's Liberation Front"), named(1, "army", "Ethiopia", "state")


def test_a_group_that_claims_the_deed_nearby_is_likelier_than_the_army():
    text = seen(ARMY, FRONT)
    assert chance(signs([KILLED], text, FRONT.side)) > chance(signs([KILLED], text, ARMY.side))
    assert likely_side([KILLED], text) == FRONT.side


def test_a_text_that_names_no_side_or_only_a_state_gives_none():
    assert likely_side([KILLED], seen()) is None
    assert likely_side([KILLED], seen(ARMY)) is None


def test_signs_tell_who_did_it_how_far_away_and_in_which_words():
    done = sighting(people("nurse"), sentence=0, actor=FRONT.side)
    told = signs([done], seen(ARMY, FRONT), FRONT.side)
    assert told["did it"]
    assert told["claims"]
    assert not told["another did it"]
    assert not told["same sentence"]
    assert signs([done], seen(ARMY, FRONT), ARMY.side)["another did it"]
    assert signs([done], seen(named(12, "TPLF", "x")), "x")["far"]


def test_by_stands_before_the_name():
    text = Seen(
        day=DAY, country="IQ", sightings=(), sentences=("A judge was shot by members of the JRTN.",), sides=(named(0, "JRTN", "JRTN"),)
    )
    assert signs([KILLED], text, "JRTN")["by"]


def test_the_longest_name_and_the_sentences_around_are_given():
    text = seen(FRONT, named(0, "the Front", FRONT.side), named(12, "TPLF", FRONT.side))
    assert name_in(text, FRONT.side) == "the Front"
    assert talk_of([KILLED], text, FRONT.side) == f"{SENTENCES[0]} {SENTENCES[2]}"


@pytest.mark.parametrize(
    ("talk", "how"),
    [
        ("the front shelled the port", "REPORTED AS FACT"),
        ("the front claimed responsibility for it", "CLAIMED OR ADMITTED"),
        ("villagers blamed the front", "SUSPECTED OR ACCUSED"),
        ("police blamed the front", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
    ],
)
def test_how_sure_sentences_about_a_side_are(talk, how):
    assert confidence_in(talk) == how


def test_the_likely_side_fills_the_organisation_and_its_confidence():
    slots = perpetrators([KILLED], seen(ARMY, FRONT))
    assert [fill.values for fill in slots[muc.ORGANISATION]] == [("TPLF",)]
    assert [(fill.values, fill.tags) for fill in slots[muc.CONFIDENCE]] == [(("CLAIMED OR ADMITTED",), ("TPLF",))]
