"""Where something is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass

NO_MATCH = "no_match"


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
