from __future__ import annotations

import pytest

from counterclaim.claims.attribution import Stance
from counterclaim.evaluation import muc
from counterclaim.evaluation.muc_perpetrators import confidence, perpetrators

from .sighted import people, seen, sighting

SAILORS = people("sailor", plural=True, text="armed sailors")
BRIGADE = people("brigade", name="Rescue Brigade", text="Rescue Brigade")


def test_people_and_organisations_have_slots_of_their_own():
    told = [sighting(doers=(SAILORS, people("they"))), sighting(doers=(BRIGADE,)), sighting(doers=(SAILORS,), negated=True)]
    slots = perpetrators(told, seen())

    assert [fill.values for fill in slots[muc.PERSON]] == [("ARMED SAILORS",)]
    assert [fill.values for fill in slots[muc.ORGANISATION]] == [("RESCUE BRIGADE",)]
    assert [(fill.values, fill.tags) for fill in slots[muc.CONFIDENCE]] == [(("REPORTED AS FACT",), ("RESCUE BRIGADE",))]


@pytest.mark.parametrize(
    ("values", "how"),
    [
        ({"words": "the brigade attacked"}, "REPORTED AS FACT"),
        ({"words": "the brigade claimed responsibility"}, "CLAIMED OR ADMITTED"),
        ({"words": "it said that it attacked", "source": "RB", "actor": "RB", "cue": "said"}, "CLAIMED OR ADMITTED"),
        ({"words": "the owner blamed the brigade", "stance": Stance.ACCUSES}, "SUSPECTED OR ACCUSED"),
        ({"words": "police suspect the brigade"}, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ({"words": "the police said that the brigade attacked", "cue": "said"}, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ({"words": "possibly the brigade"}, "POSSIBLE"),
    ],
)
def test_confidence_follows_words_speaker_and_stance(values, how):
    assert confidence(sighting(**values)) == how


def test_who_claims_responsibility_did_it_and_a_state_or_a_crowd_is_no_organisation():
    claimed = sighting(stance=Stance.CLAIMS, words="claimed responsibility for it", source="RB", cue="claimed")

    assert [fill.values for fill in perpetrators([claimed], seen())[muc.ORGANISATION]] == [("RB",)]
    assert perpetrators([sighting(actor="rebels"), sighting(actor="Colombia")], seen())[muc.ORGANISATION] == []
