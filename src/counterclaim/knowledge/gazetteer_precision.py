"""How exact a place is that words name: UCDP's where_prec (GED codebook 23.1, section 1.2 and 1.4)."""

from __future__ import annotations

import re

from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_scoring import level_of
from counterclaim.knowledge.gazetteer_store import Entry

EXACT, NEAR, DISTRICT, REGION, FUZZY, COUNTRY, WATERS = range(1, 8)
NEAR_KM = 25.0
KM_OF = {"km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609, "mi": 1.609, "meter": 0.001, "metre": 0.001, "m": 0.001}
DISTANCE = re.compile(r"(\d+(?:[.,]\d+)?)\s*-?\s*(kilomet(?:er|re)|kms?|miles?|mi|met(?:er|re)|m)s?\b", re.IGNORECASE)
BESIDE = re.compile(
    r"\b(near|nearby|around|outside|outskirts?|vicinity|close to|not far from|environs|suburbs?|surroundings?|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west) of|"
    r"on the edge of|next to|adjacent to|approach(?:es|ing)?|in the direction of|towards?|countryside)\b",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(north|south|east|west|northern|southern|eastern|western|central|northeast\w*|northwest\w*|southeast\w*|southwest\w*|"
    r"north-\w+|south-\w+|parts? of|areas? of|border)\b",
    re.IGNORECASE,
)
ROAD = re.compile(r"\b(road|highway|route|railway) (?:between|from|to|that links|linking|connecting)\b", re.IGNORECASE)
WATER_CODES = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})


def precision(entry: Entry, words_around: str = "") -> int:
    """Give UCDP's where_prec of an entry, given the words of its phrase ("on the outskirts of", "eastern").

    1 a town, exact; 2 near it, at most 25 km away; 3 a district; 4 a region; 5 a line, a valley, a part of a region or of a
    country, or more than 25 km from a town; 6 a country; 7 international waters. The words never make it more exact.
    """
    basic = basic_precision(entry)
    if basic == WATERS:
        return basic
    distance = DISTANCE.search(words_around)
    if ROAD.search(words_around) or (distance and basic <= DISTRICT and kilometres(distance) > NEAR_KM):
        return max(basic, FUZZY)
    if basic == EXACT and (distance or BESIDE.search(words_around)):
        return NEAR
    if basic in {REGION, COUNTRY} and PART.search(words_around):
        return FUZZY if basic == COUNTRY else REGION
    return basic


def basic_precision(entry: Entry) -> int:
    """Give the precision that an entry has by itself."""
    level = level_of(entry)
    by_level = {place_names.TOWN: EXACT, place_names.DISTRICT: DISTRICT, place_names.REGION: REGION, place_names.COUNTRY: COUNTRY}
    if level is not None:
        return by_level[level]
    if entry.feature_class == "H":
        return WATERS if entry.feature_code in WATER_CODES else FUZZY
    if entry.feature_class == "S" or entry.feature_code in {"PASS", "CMP", "INSM"}:
        return EXACT
    return FUZZY


def kilometres(distance: re.Match[str]) -> float:
    """Give a distance in kilometres."""
    unit = distance.group(2).lower()
    factor = KM_OF.get(unit) or KM_OF[unit.rstrip("s")]
    return float(distance.group(1).replace(",", ".")) * factor
