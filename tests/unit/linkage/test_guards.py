from typing import Any

import pytest

from counterclaim.linkage.features import features_of
from counterclaim.linkage.guards import Places, can_be_one

from .builders import at, claim


def spot(name: str, admin1: str | None = "Eastmark", country: str | None = "XX", **fields: Any) -> dict[str, Any]:
    row = features_of(claim("a", place=at(name, admin1, country, **fields)))
    return {"words": row.place_words} | {
        key: getattr(row, key) for key in ("place", "inside", "broad", "country", "latitude", "longitude", "km")
    }


def near(degrees: float, **fields: Any) -> dict[str, Any]:
    return spot(f"Town {degrees}", latitude=10.0 + degrees, longitude=10.0, precision=1, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (spot("Lower Vale"), spot("Lower Vale")),
        (spot("Jammu and Kashmir"), spot("Kashmir", None, None)),
        (spot("Eastmark"), spot("Lower Vale")),
        (spot("somewhere", None, None), spot("Lower Vale")),
        (spot("XX", None), spot("Lower Vale")),
        (near(0.0), near(0.1)),
    ],
)
def test_these_can_be_one(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert can_be_one(one, other)
    assert can_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (spot("Lower Vale"), spot("Far Hill")),
        (spot("Lower Vale"), spot("Lower Vale", "Westmark", "YY")),
        (near(0.0), near(0.5)),
        (spot("XX", None), spot("Saltmouth", "Westmark", "YY")),
    ],
)
def test_these_cannot_be_one(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not can_be_one(one, other)
    assert not can_be_one(other, one)


def test_places_are_asked_by_index_in_either_order() -> None:
    places = Places([spot("Lower Vale"), spot("Far Hill"), spot("Eastmark")])

    assert [places.can_be_one(*pair) for pair in ((0, 0), (0, 1), (1, 0), (2, 1))] == [True, False, False, True]
