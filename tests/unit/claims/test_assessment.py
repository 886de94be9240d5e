from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims import admiralty
from counterclaim.claims.assessment import SCALE, Assessment, Rating, holding
from counterclaim.claims.errors import InvalidClaim

NOON = dt.datetime(2016, 1, 16, 12, tzinfo=dt.UTC)
FIRST = Assessment(id="1", claim="x", rating=Rating.DOUBTFUL, admiralty="C4", by="Ann", at=NOON, why="the hospital counts fewer")


def after(hours: int, **changes: object) -> Assessment:
    return replace(FIRST, at=NOON + dt.timedelta(hours=hours), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"rating": None, "admiralty": None},
        {"by": " "},
        {"why": None},
        {"why": " "},
        {"at": NOON.replace(tzinfo=None)},
        {"admiralty": "G1"},
        {"admiralty": "A7"},
        {"admiralty": "A"},
        {"admiralty": "a2"},
    ],
)
def test_what_no_named_person_says_with_a_reason_is_no_assessment(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidClaim):
        replace(FIRST, **changes)  # type: ignore[arg-type]


def test_a_code_is_taken_in_either_case_and_told_in_words() -> None:
    assert admiralty.checked(" b2 ") == "B2"
    assert admiralty.in_words(admiralty.UNJUDGED) == "source reliability cannot be judged, information truth cannot be judged"


def test_nothing_is_ever_called_confirmed() -> None:
    words = [*Rating, *admiralty.SOURCES.values(), *admiralty.INFORMATION.values()]
    assert [word for word in words if "confirmed" in word] == []
    assert set(SCALE) == set(Rating) - {Rating.UNRESOLVED}


def test_each_persons_last_word_holds_beside_the_others() -> None:
    mine = after(1, id="2", rating=Rating.PLAUSIBLE)
    theirs = after(2, id="3", by="Bo", rating=Rating.REFUTED)
    other = after(3, id="4", claim="y")
    assert holding([other, theirs, mine, FIRST]) == {"x": (mine, theirs), "y": (other,)}


def test_when_the_last_word_is_taken_back_the_one_before_holds_again() -> None:
    mine = after(1, id="2", rating=Rating.PLAUSIBLE)
    undo = after(2, id="3", rating=Rating.PLAUSIBLE, by="Bo", why=None, undoes="2")
    assert holding([FIRST, mine, undo]) == {"x": (FIRST,)}
    assert holding([FIRST, after(1, id="9", why=None, undoes="1")]) == {}
