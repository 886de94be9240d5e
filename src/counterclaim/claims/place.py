"""Where something is said to have happened."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

NO_MATCH = "no_match"
PARTS: Final = frozenset({
    "most", "much", "part", "parts", "half", "majority", "bulk", "swathe", "swathes", "swath", "swaths", "portion",
    "portions", "section", "sections", "third", "thirds", "quarter", "quarters", "stretches", "pockets", "rest",
})  # fmt: skip
FAR_PART: Final = 4  # words in which a part is told before "of": "the north-eastern two thirds of"
EARTH_DIAMETER_KM: Final = 12_742.0

Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The words of a place and the gazetteer entry that they resolve to.

    `country` is ISO 3166 alpha-2. Coordinates are WGS84 degrees. `precision` is UCDP's where_prec, 1 (exact) to 7
    (international waters), GED codebook 23.1 section 1.2. An unresolved place keeps its words, and nulls;
    `score` is the share of the evidence, 0 to 1, that speaks for the entry.
    """

    text: str
    name: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: int | None = None
    score: float | None = None
    start: int | None = None
    end: int | None = None

    @property
    def is_part(self) -> bool:
        """Whether the words tell a part of the place only.

        >>> Place(text="most of Khartoum").is_part, Place(text="the eastern half of Aleppo").is_part, Place(text="Mosul").is_part
        (True, True, False)
        """
        words = self.text.lower().split()
        return any(word in PARTS and words[n + 1 : n + 2] == ["of"] for n, word in enumerate(words[:FAR_PART]))

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, where both are known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


def distance_km(one: Point, other: Point) -> float:
    """Give the distance of two points along a great circle, in kilometres (haversine formula, mean radius 6,371 km).

    >>> round(distance_km((34.52, 69.18), (35.31, 69.52))), round(distance_km((0, 0), (0, 180)))
    (93, 20015)
    """
    south, north = math.radians(one[0]), math.radians(other[0])
    east = math.radians(other[1] - one[1])
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(min(1.0, half)))
