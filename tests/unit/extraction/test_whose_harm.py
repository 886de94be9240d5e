"""Who was hurt and how many, where a sentence names others too: finders, speakers, those who were elsewhere, houses with numbers."""

from __future__ import annotations

import pytest

from counterclaim.claims.event import Modality
from counterclaim.extraction.event import events


def tolls(claims):
    return [(n.low, n.high, n.outcome.value) for c in claims for n in c.counts]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Three of the soldiers were having breakfast in Goma when the commander was shot to death by gunmen, police said.",
            [(1, None, "killed")],
        ),
        ("They were the last of the six suspects police believe were connected to the farmer's death in Sokoto.", []),
        (
            "Three children were home alone in Homs when a shell hit the house, killing their father, officials said.",
            [(1, None, "killed")],
        ),
        ("The dead man was found at 7801 East Palm St. in Mogadishu on Monday, police said.", []),
        ("Three people were injured in front of 1013 Harbour St. in Tripoli on Monday, police said.", [(3, 3, "wounded")]),
        ("One of two soldiers shot in Benghazi on Monday has died, officials said.", [(1, 1, "killed")]),
        ("The phone went dead after the blast in Kabul, her brother said.", []),
        (
            "Four soldiers were shot, one man fatally, outside a base in Gao on Monday, the army said.",
            [(4, 4, "killed_or_wounded"), (1, 1, "killed")],
        ),
    ],
)
def test_who_only_stands_beside_is_not_counted(claims_of, text, counts):
    assert tolls(claims_of(text)) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Troops found three adults and a boy suffering from shrapnel wounds in Idlib, medics said.", [(4, 4, "wounded")]),
        ("Gunfire struck a captain and three others in Beirut on Monday, the army said.", [(4, 4, "killed_or_wounded")]),
        (
            "Two officers were shot in Jos on Monday. Both were injured and are in hospital.",
            [(2, 2, "killed_or_wounded"), (2, 2, "wounded")],
        ),
        ("A male, 17, and two females, 13 and 17 years of age, were taken to hospital after the blast in Basra.", [(3, 3, "wounded")]),
    ],
)
def test_those_who_stand_together_are_counted(claims_of, text, counts):
    assert tolls(claims_of(text)) == counts


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("1 dead, 4 injured after man shoots at random in Basra", [(1, 1, "killed"), (4, 4, "wounded")]),
        ("5 people shot, 1 dead in Basra", [(5, 5, "killed_or_wounded"), (1, 1, "killed")]),
        ("Soldier, two farmers killed in Donetsk shelling", [(3, 3, "killed")]),
        ("1 killed 3 injured in weekend shelling in Kharkiv", [(1, 1, "killed"), (3, 3, "wounded")]),
        ("Mayor killed, four guards wounded in ambush in Borno", [(1, None, "killed"), (4, 4, "wounded")]),
        ("Death toll rises to four in Donetsk, 35 others wounded", [(4, 4, "killed"), (35, 35, "wounded")]),
        ("Toll in Idlib strike rises to 12, 30 wounded", [(12, 12, "killed"), (30, 30, "wounded")]),
        ("Police: two boys shot in Jos market", [(2, 2, "killed_or_wounded")]),
    ],
)
def test_headings_tell_it_with_commas_and_colons(claims_of, heading, counts):
    told = [c for c in claims_of("It is quiet now.", headings=[heading]) if c.counts]
    assert tolls(told) == counts
    assert [c.target for c in told if c.target == "police"] == []


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Relatives found the driver dead inside his home in Aleppo on Monday.", "driver"),
        ("Police found the teacher dead at a checkpoint near Jos.", "teacher"),
        ("Officers searched the market in Jos and found the teacher, 20, suffering from a gunshot wound.", "teacher"),
    ],
)
def test_who_finds_the_dead_is_not_dead(desk_of, text, hurt):
    desk = desk_of(text)
    found = (e for s in desk.draft.sentences for e in events(s.tokens, desk.participants.class_of))
    assert [g.text for e in found if e.outcome for g in e.groups] == [hurt]


def test_who_was_going_to_kill_has_not(claims_of):
    told = claims_of("He was going to kill the governor of Basra and his sons, police said.")
    assert {c.modality for c in told} == {Modality.PLANNED}


def test_the_shelling_that_killed_him_is_not_the_soldiers(claims_of):
    assert {c.actor for c in claims_of("It is quiet.", headings=["Ukrainian soldier killed in Donetsk shelling"])} == {None}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The death toll from the strike on Idlib rose to 12 and 30 were wounded, medics said.", [(12, 12, "killed"), (30, 30, "wounded")]),
        ("The number of people killed in Derna rose to 15 and 40 were missing, officials said.", [(15, 15, "killed"), (40, 40, "missing")]),
        ("The number of dead rose from 12 to 15, hospital officials in Gaza said.", [(15, 15, "killed")]),
    ],
)
def test_a_toll_that_rose_is_of_the_dead(claims_of, text, counts):
    assert tolls(claims_of(text)) == counts


def test_who_speaks_behind_a_list_of_the_wounded_is_not_one_of_them(claims_of):
    told = [c for c in claims_of("The strike wounded a boy and three others, medics in Sanaa said.") if c.counts]
    assert [(c.source.name, c.counts[0].low) for c in told if c.source] == [("medics in Sanaa", 4)]
