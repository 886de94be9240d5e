"""What no score can overrule: days and places that are too far apart to be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from counterclaim.claims.place import distance_km

SLACK_DAYS: Final = 1
"""How far apart two days may be told and still be one: reports of a night differ by a day."""

_MARGIN_KM: Final = 5.0


class Places:
    """The places of some claims, and which of them can be one.

    Each is a mapping with `place` (its comparable name), `words`, `inside`, `broad`, `country`, `latitude`, `longitude`, `km`.
    """

    def __init__(self, places: Sequence[Mapping[str, Any]]) -> None:
        self._places = places
        self._known: dict[tuple[int, int], bool] = {}

    def can_be_one(self, one: int, other: int) -> bool:
        """Tell whether two places, by their index, are no further apart than their precisions allow."""
        if one == other:
            return True
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = can_be_one(self._places[one], self._places[other])
        return self._known[pair]


def can_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether something told of one place can be what is told of another.

    It can where the names are one, where one lies in the other, and where either is not known to lie anywhere. Of two
    places with coordinates the distance decides: at most the sum of both radii and 5 km. Without coordinates two names
    are two places, unless they share a telling word, or one is a country, or a part of one that has no province, and
    the other lies in it.
    """
    if one["place"] == other["place"]:
        return _in_one_country(one, other)
    if one["place"] in other["inside"] or other["place"] in one["inside"] or not one["inside"] or not other["inside"]:
        return True
    if (one["broad"] or other["broad"]) and one["country"] == other["country"]:
        return True
    if None in (one["latitude"], other["latitude"]):
        return bool(set(one["words"]) & set(other["words"])) and _in_one_country(one, other)
    apart = distance_km((one["latitude"], one["longitude"]), (other["latitude"], other["longitude"]))
    return bool(apart <= one["km"] + other["km"] + _MARGIN_KM)


def _in_one_country(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return len({one["country"], other["country"]} - {None}) <= 1
