from __future__ import annotations

import pytest

from counterclaim.claims.counterclaim import Counterclaim, Question
from counterclaim.claims.incident import Incident, Status
from counterclaim.evaluation.gold import Dispatches
from counterclaim.evaluation.incidents import misses, place, score_incidents


def coded(n: int, day: str | None = None, where: str | None = None) -> dict:
    date = {"start": day, "end": day} if day else None
    return {"doc": "war-01", "n": n, "kind": "attack", "start": 0, "date": date, "place": {"canonical": where} if where else None}


GOLD = Dispatches(
    texts={"war-01": "One sentence."},
    claims=(
        coded(1, "2021-09-01", "Bazarak"),
        coded(2, "2021-09-01", "Bazarak"),
        coded(3, "2021-09-01", "Bazarak"),
        coded(4, "2021-09-09", "Bazarak"),
        coded(5, None, "Rokha"),
    ),
    starts={"war-01": (0,)},
    hash="x",
)
GROUPS = (
    {"group": "r1", "relation": "denies", "about": "who", "claims": ["war-01#1", "war-01#2"], "sides": [["war-01#1"], ["war-01#2"]]},
    {"group": "r2", "relation": "agree", "about": "what", "claims": ["war-01#2", "war-01#3"], "sides": None},
)


def scores(members: list[str], *flags: str) -> dict[str, tuple[float, int]]:
    pairs = [Counterclaim(a=f"war-01#{a}", b=f"war-01#{b}", question=Question.HAPPENED, reason="no") for a, b in flags]
    incidents = [
        Incident(id=f"i{nth}", claims=tuple(f"war-01#{n}" for n in group), counterclaims=tuple(pairs), status=Status.CONTESTED)
        for nth, group in enumerate(members)
    ]
    coded_as = {f"war-01#{n}": frozenset({f"war-01#{n}"}) for n in range(1, 6)}
    placed = place(incidents, coded_as)
    return {one.name: (one.right, one.n) for one in score_incidents(GOLD, GROUPS, placed)}


def test_all_is_well_where_groups_stand_together_and_only_the_denial_is_flagged() -> None:
    assert scores(["123", "4", "5"], "12") == {
        "together": (2, 2),
        "mixed": (0, 7),
        "flagged": (1, 1),
        "flag precision": (1, 1),
        "false alarm": (0, 1),
    }


def test_one_incident_for_everything_mixes_what_days_and_places_tell_apart() -> None:
    found = scores(["12345"])
    assert found["together"] == (2, 2)
    assert found["mixed"] == (7, 7)
    assert found["flagged"] == (0, 1)


def test_a_flag_between_those_who_agree_is_a_false_alarm() -> None:
    found = scores(["12", "3", "4", "5"], "23")
    assert found["together"] == (1, 2)
    assert found["flag precision"] == (0, 1)
    assert found["false alarm"] == (1, 1)


def test_a_claim_that_stands_in_no_incident_is_together_with_nobody() -> None:
    assert scores(["3"])["together"] == (0, 2)


def test_misses_name_the_groups() -> None:
    placed = place([], {})
    assert misses(GOLD, GROUPS, placed) == [
        "apart: r1 who (war-01#1, war-01#2)",
        "apart: r2 what (war-01#2, war-01#3)",
        "not flagged: r1 who (war-01#1, war-01#2)",
    ]


@pytest.mark.parametrize(("members", "share"), [(["12"], 0.5), (["123"], 1.0)])
def test_a_share_has_a_value(members, share) -> None:
    right, n = scores(members)["together"]
    assert right / n == share
