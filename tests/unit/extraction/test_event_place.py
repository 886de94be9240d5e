"""Which name in a sentence is the place of one event, and the trees and signs behind that."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extraction.event_place import EventPlaces, Forest
from counterclaim.extraction.event_place_names import Known, candidates
from counterclaim.extraction.event_place_signs import gap, rivals, signs
from counterclaim.knowledge.gazetteer import Gazetteer

STUMP = {"nodes": [[0, 0.5, -1, -2]], "leaves": [-1.0, 2.0]}
FOREST = Forest.of({"names": ["near"], "trees": [STUMP, {"nodes": [], "leaves": [0.5]}]})


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.open()


@pytest.fixture(scope="module")
def places(gazetteer):
    return EventPlaces(gazetteer)


@pytest.fixture
def told(nlp, places):
    def read(text, trigger):
        doc = nlp(text)
        verb = next(t for t in doc if t.text == trigger)
        return [text[start:end] for start, end in places.spans(list(doc), verb)]

    return read


@pytest.mark.parametrize(("found", "total"), [({}, -0.5), ({"near": 1.0}, 2.5), ({"far": 1.0}, -0.5)])
def test_trees_add_up_to_a_chance(found, total):
    assert FOREST.chance(found) == pytest.approx(1 / (1 + math.exp(-total)))


@given(st.dictionaries(st.sampled_from(["near", "far"]), st.floats(-9, 9)))
def test_a_chance_lies_between_0_and_1(found):
    assert 0 < FOREST.chance(found) < 1


def test_an_untrained_one_finds_no_place(nlp, gazetteer):
    doc = nlp("Rebels killed ten soldiers in Kunduz.")
    assert EventPlaces.untrained(gazetteer).spans(list(doc), doc[1]) == []


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("A car bomb killed ten people in Baghdad on Sunday.", "killed", ["Baghdad"]),
        ("Gunmen shot dead a farmer in the village of Lassipora in Kashmir.", "shot", ["Lassipora"]),
        ("Soldiers patrolled Athens and Piraeus.", "patrolled", ["Athens", "Piraeus"]),
        ("The army captured ten rebels, Israel said.", "captured", []),
        ("The soldiers were killed.", "killed", []),
    ],
)
def test_the_smallest_place_of_the_event(told, text, trigger, names):
    assert told(text, trigger) == names


def test_candidates_are_runs_of_names_without_days_and_directions(nlp):
    doc = nlp("On Sunday rebels in southern Deir ez-Zor and north of Mazar-i-Sharif fled.")
    names = [doc.text[slice(*c.span)] for c in candidates(list(doc), lambda _: None)]
    assert names[-1] == "Mazar-i-Sharif"
    assert not {"Sunday", "southern", "north"} & set(names)


def test_signs_tell_the_way_and_the_gazetteers_word(nlp):
    doc = nlp("Rebels killed ten soldiers in Kunduz.")
    every = candidates(list(doc), lambda _: Known(level="town", size=9.0, readings=1))
    found = signs(every, 0, doc[1])
    assert found["role=in"] == found["below the event"] == found["level=town"] == 1.0
    assert found["size"] == pytest.approx(math.log(10))
    assert "ahead" not in found


def test_rivals_are_seen_from_each_other(nlp):
    doc = nlp("Rebels killed ten soldiers in Kunduz, Afghanistan.")
    every = candidates(list(doc), lambda _: None)
    found = [signs(every, n, doc[1]) for n in range(2)]
    assert gap(*every) == ","
    assert rivals(every, found, [0.8, 0.2], 1)["rank"] == 1.0
    assert rivals(every, found, [0.8, 0.2], 0)["lead"] == pytest.approx(0.6)
