from __future__ import annotations

from counterclaim.evaluation import muc
from counterclaim.evaluation.bootstrap import Hits
from counterclaim.evaluation.muc import Template, keys_of, score_muc, tally

KEY = {
    "optional": False,
    "slots": {
        "INCIDENT: DATE": ["02 MAR 11"],
        "INCIDENT: LOCATION": ["LIBYA: SIRTE (CITY)"],
        "INCIDENT: TYPE": ["BOMBING"],
        "PERP: ORGANIZATION ID": ['"RESCUE BRIGADE" / "RB"'],
        "PERP: ORGANIZATION CONFIDENCE": ['CLAIMED OR ADMITTED: "RESCUE BRIGADE" / "RB"'],
        "HUM TGT: DESCRIPTION": ['"FISHERMEN"'],
        "HUM TGT: NUMBER": ['3: "FISHERMEN"'],
        "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "FISHERMEN"'],
    },
}
OTHER = {"optional": True, "slots": {"INCIDENT: TYPE": ["ARSON"], "PHYS TGT: ID": ['"FERRY"']}}


def templates(*rows):
    return keys_of({"templates": rows})


def test_a_key_scores_all_of_itself():
    hits = tally(templates(KEY, OTHER), templates(KEY, OTHER))

    assert hits["number"] == Hits(right=1, gold=1, predicted=1)
    assert hits["incidents"] == Hits(right=2, gold=2, predicted=2)
    assert hits["things"] == Hits(right=1, gold=1, predicted=1)


def test_a_response_stands_for_a_key_only_with_its_type_and_a_participant():
    bombing = {"INCIDENT: TYPE": ["BOMBING"], "INCIDENT: DATE": ["02 MAR 11"]}
    without = tally(templates(KEY), templates({"optional": False, "slots": bombing}))
    other_type = tally(templates(KEY), templates({"optional": False, "slots": KEY["slots"] | {"INCIDENT: TYPE": ["ARSON"]}}))

    assert without["date"] == other_type["date"] == Hits(right=0, gold=1, predicted=1)


def test_what_is_missing_and_what_is_too_much_count_in_every_slot_but_optional_keys_may_be_left_out():
    missing = tally(templates(KEY, OTHER), [])
    surplus = tally([], templates(KEY))

    assert missing["incidents"] == Hits(right=0, gold=1, predicted=0)
    assert missing["things"] == Hits(right=0, gold=0, predicted=0)
    assert missing["perpetrator confidence"] == Hits(right=0, gold=1, predicted=0)
    assert surplus["perpetrator confidence"] == Hits(right=0, gold=0, predicted=1)


def test_an_attack_is_partly_right_for_another_type():
    attack = {"optional": False, "slots": KEY["slots"] | {"INCIDENT: TYPE": ["ATTACK"]}}

    assert tally(templates(KEY), templates(attack))["type"] == Hits(right=0.5, gold=1, predicted=1)


def test_scores_of_a_file(write_rows):
    path = write_rows("muc.jsonl", [{"text": "A", "templates": [KEY]}, {"text": "B", "templates": []}])

    def respond(text):
        return templates(KEY) if text == "A" else [Template(slots={muc.TYPE: templates(OTHER)[0].slots[muc.TYPE]})]

    scores = {score.name: score for score in score_muc(path, respond, samples=10)}
    assert (scores["type"].precision, scores["type"].recall) == (0.5, 1.0)
    assert scores["number"].f1 == 1.0
    assert list(scores)[:5] == ["perpetrator confidence", "number", "effect", "date", "place"]
