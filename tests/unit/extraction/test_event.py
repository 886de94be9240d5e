"""Which events a sentence tells, who takes part in them, and whether they happened at all."""

from __future__ import annotations

import pytest

from counterclaim.claims.count import Outcome
from counterclaim.claims.event import Change, Kind, Modality
from counterclaim.extraction.event import events


@pytest.fixture
def read(desk_of):
    def find(text):
        desk = desk_of(text)
        return [e for s in desk.draft.sentences for e in events(s.tokens, desk.participants.class_of)]

    return find


@pytest.fixture
def one(read):
    def find(text):
        (event,) = read(text)
        return event

    return find


def texts(tokens):
    return tuple(t.text for t in tokens)


@pytest.mark.parametrize(
    ("text", "kind", "outcome", "actor", "groups"),
    [
        ("The rebels killed three soldiers.", Kind.CASUALTIES, Outcome.KILLED, "rebels", ("soldiers",)),
        ("Three soldiers were killed by the rebels.", Kind.CASUALTIES, Outcome.KILLED, "rebels", ("soldiers",)),
        ("Two soldiers and a child died.", Kind.CASUALTIES, Outcome.KILLED, None, ("soldiers", "child")),
        ("Troops shot down a drone.", Kind.EQUIPMENT_LOSS, Outcome.DESTROYED, "Troops", ("drone",)),
        ("Fighters gunned down two judges.", Kind.CASUALTIES, Outcome.KILLED, "Fighters", ("judges",)),
        ("The rebels captured 20 soldiers.", Kind.CAPTURE, Outcome.CAPTURED, "rebels", ("soldiers",)),
        ("The rebels seized four vehicles.", Kind.EQUIPMENT_LOSS, Outcome.CAPTURED, "rebels", ("vehicles",)),
        ("Police arrested 12 protesters.", Kind.DETENTION, Outcome.DETAINED, "Police", ("protesters",)),
        ("Forty fighters surrendered.", Kind.SURRENDER, Outcome.SURRENDERED, None, ("fighters",)),
        ("Some 300 families fled the town.", Kind.DISPLACEMENT, Outcome.DISPLACED, None, ("families",)),
        ("The war claimed the lives of 20 nurses.", Kind.CASUALTIES, Outcome.KILLED, None, ("nurses",)),
        ("Five miners are missing.", Kind.CASUALTIES, Outcome.MISSING, None, ("miners",)),
        ("Fighting continued.", Kind.CLASH, None, None, ()),
        ("The troops came under attack from militants.", Kind.ATTACK, None, "militants", ("troops",)),
    ],
)
def test_what_happened_to_whom(one, text, kind, outcome, actor, groups):
    event = one(text)
    assert (event.kind, event.outcome, texts(event.groups)) == (kind, outcome, groups)
    assert (event.actor.text if event.actor is not None else None) == actor


@pytest.mark.parametrize(
    ("text", "change", "actor", "sites"),
    [
        ("The army captured the town.", Change.CAPTURED, "army", ("town",)),
        ("Fighters took control of the town.", Change.CAPTURED, "Fighters", ("town",)),
        ("The army recaptured the town and the village.", Change.RECAPTURED, "army", ("town", "village")),
        ("The town fell to the rebels.", Change.CAPTURED, "rebels", ("town",)),
        ("The town is under rebel control.", Change.HOLDS, "rebel", ("town",)),
        ("The troops drove the militants out of the village.", Change.RECAPTURED, "troops", ("village",)),
        ("The army withdrew from the base.", Change.WITHDREW_FROM, "army", ("base",)),
        ("The army lost control of the town.", Change.LOST, "army", ("town",)),
        ("The rebels encircled the garrison.", Change.SURROUNDED, "rebels", ("garrison",)),
    ],
)
def test_who_takes_which_place(one, text, change, actor, sites):
    event = one(text)
    assert (event.kind, event.change, event.actor.text, texts(event.sites)) == (Kind.CONTROL, change, actor, sites)


def test_who_is_pushed_back_is_the_attacker(one):
    event = one("The garrison beat back the militants.")
    assert (event.change, event.actor.text, texts(event.groups), event.sites) == (Change.REPELLED_ATTACK_ON, "garrison", ("militants",), ())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The rebels lost 50 fighters and 3 tanks.",
            [(Kind.CASUALTIES, Outcome.KILLED, ("fighters",)), (Kind.EQUIPMENT_LOSS, Outcome.LOST, ("tanks",))],
        ),
        (
            "Militants captured 12 soldiers and four trucks.",
            [(Kind.CAPTURE, Outcome.CAPTURED, ("soldiers",)), (Kind.EQUIPMENT_LOSS, Outcome.CAPTURED, ("trucks",))],
        ),
        (
            "The strike destroyed two tanks and killed 30 soldiers.",
            [(Kind.EQUIPMENT_LOSS, Outcome.DESTROYED, ("tanks",)), (Kind.CASUALTIES, Outcome.KILLED, ("soldiers",))],
        ),
    ],
)
def test_people_and_things_are_two_events(read, text, kinds):
    assert [(e.kind, e.outcome, texts(e.groups)) for e in read(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The rebels did not kill any soldiers.",
        "No soldiers were killed.",
        "Nobody was killed.",
        "Neither side suffered casualties.",
        "The rebels failed to capture the town.",
        "The army never captured the town.",
        "The army played no role in the attack.",
    ],
)
def test_negated(read, text):
    assert {e.negated for e in read(text) if e.kind is not Kind.ATTACK or "role" in text} == {True}


@pytest.mark.parametrize(
    "text",
    [
        "If the rebels attack the town, thousands will flee.",
        "The rebels could attack the town.",
        "The generals ordered troops to attack the town.",
        "Militants often attack the town.",
        "It was unclear how many soldiers were killed.",
    ],
)
def test_what_did_not_happen_is_left_out(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The rebels will attack the town.", Modality.PLANNED),
        ("The rebels plan to attack the town.", Modality.PLANNED),
        ("The rebels threatened to attack the town.", Modality.THREATENED),
        ("The rebels were attacking the town.", Modality.ONGOING),
        ("The rebels claimed to have attacked the town.", Modality.HAPPENED),
    ],
)
def test_modality(one, text, modality):
    assert one(text).modality is modality


@pytest.mark.parametrize("text", ["The minister met farmers.", "Talks are a topic for the summit.", "He lost the election."])
def test_no_event(read, text):
    assert [e for e in read(text) if e.outcome is not None or e.change is not None] == []
