"""How much speaks for each place that a name could mean: pure functions over entries."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.claims.place import distance_km
from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_store import ALIAS, CORE, NAME, Entry

KIND_WEIGHT = {NAME: 1.0, ALIAS: 0.6, CORE: 0.15}
COUNTRY_SIZE, REGION_SIZE, CAPITAL_SIZE, DISTRICT_SIZE, FEATURE_SIZE = 3e8, 5e5, 5e5, 5e3, 5e4
CAPITAL_BOOST = 8.0
SMALLEST = 300.0
SIZE_POWER = 0.9
ELSEWHERE = 0.002
"""What remains of a reading's weight outside of the countries that the report is about."""
LEAST_COUNTRY = 0.05
"""Countries are named in reports that are not about them."""
SAME_REGION, NAMED_REGION, CLOSE, CLOSE_KM = 6.0, 25.0, 12.0, 60.0
REGION_SUPPORT = 2.0
WRONG_LEVEL = 0.02
NESTED_KM = 75.0
LEVEL_ORDER = {place_names.COUNTRY: 0, place_names.REGION: 1, place_names.DISTRICT: 2, place_names.TOWN: 3}
CODES_OF_LEVEL = {
    place_names.PASS: ("PASS", "GAP"),
    place_names.VALLEY: ("VAL", "VALS", "RGN"),
    place_names.MOUNTAIN: ("MT", "MTS", "HLL", "HLLS", "PK", "RDGE"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One place that a name could mean: how the name led to it, and how alike the spelling is (1: the same)."""

    entry: Entry
    kind: int
    likeness: float = 1.0


def level_of(entry: Entry) -> str | None:
    """Give the level of a place: country, region, district, town, or nothing for natural and other features."""
    if entry.feature_class == "P":
        return place_names.TOWN
    if entry.feature_code.startswith("PCL") or entry.feature_code == "TERR":
        return place_names.COUNTRY
    return {"ADM1": place_names.REGION, "ADM2": place_names.DISTRICT, "ADM3": place_names.DISTRICT, "ADMD": place_names.DISTRICT}.get(
        entry.feature_code
    )


def size_of(entry: Entry) -> float:
    """Give how much a place is talked about, in inhabitants of a town that is talked about as much."""
    level = level_of(entry)
    if level == place_names.COUNTRY:
        return COUNTRY_SIZE if entry.population > CAPITAL_SIZE else CAPITAL_SIZE * 4
    if level == place_names.REGION:
        return max(REGION_SIZE, entry.population)
    if level == place_names.DISTRICT:
        return max(DISTRICT_SIZE, entry.population / 4)
    if level is None:
        return FEATURE_SIZE
    if entry.feature_code == "PPLC":
        return CAPITAL_SIZE + CAPITAL_BOOST * entry.population
    return max(SMALLEST, entry.population)


def apart_km(one: Entry, other: Entry) -> float | None:
    """Give the distance of two entries in kilometres, or nothing where a point is unknown."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def prior_weight(entry: Entry, prior: Mapping[str, float]) -> float:
    """Give what remains of a reading's weight, given the countries that the report is about."""
    if not prior:
        return 1.0
    share = max(prior.values()) if entry.country is None else prior.get(entry.country, 0.0)
    return max(ELSEWHERE + share, LEAST_COUNTRY if level_of(entry) == place_names.COUNTRY else 0.0)


def near_weight(entry: Entry, near: Sequence[Entry]) -> float:
    """Give how much more likely a place is for lying by others of the report, or in a region that the report names."""
    best = 1.0
    for other in near:
        if other.country != entry.country or other is entry:
            continue
        if entry.admin1 and entry.admin1 == other.admin1:
            best = max(best, NAMED_REGION if level_of(other) == place_names.REGION else SAME_REGION)
        if level_of(other) in {place_names.TOWN, place_names.DISTRICT} and (apart := apart_km(entry, other)) is not None:
            best = max(best, 1.0 + CLOSE * math.exp(-apart / CLOSE_KM))
    return best


def hint_weight(entry: Entry, level: str | None) -> float:
    """Give how well a place fits the generic word beside its name."""
    if level is None or level == place_names.SPOT:
        return 1.0
    own = level_of(entry)
    if level in place_names.ADMINISTRATIVE:
        return 1.0 if own == level else WRONG_LEVEL
    if own is not None:
        return WRONG_LEVEL
    codes = CODES_OF_LEVEL.get(level)
    return 1.0 if codes is None or entry.feature_code in codes else WRONG_LEVEL * 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of a report: its countries (and whether a caller gave them), places already known, support for regions."""

    prior: Mapping[str, float] = field(default_factory=dict)
    near: Sequence[Entry] = ()
    regions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    given: bool = False


def region_weight(entry: Entry, regions: Mapping[tuple[str, str], float]) -> float:
    """Give how much more likely a place is for lying in a region that other names of the report could lie in."""
    if not entry.country or not entry.admin1:
        return 1.0
    return 1.0 + REGION_SUPPORT * regions.get((entry.country, entry.admin1), 0.0)


def weigh(reading: Reading, context: Context, level: str | None) -> float:
    """Give the weight of one reading: importance, spelling, countries of the report, neighbours, generic word."""
    entry = reading.entry
    weight = math.pow(size_of(entry), SIZE_POWER) * KIND_WEIGHT[reading.kind] * math.pow(reading.likeness, 4)
    natural = reading.kind == CORE and level_of(entry) is None  # "Kashmir" is the Kashmir Valley only where the words say so
    around = 1.0 if natural else near_weight(entry, context.near) * region_weight(entry, context.regions)
    return weight * prior_weight(entry, context.prior) * around * hint_weight(entry, level)


def encloses(outer: Entry, inner: Entry) -> bool:
    """Tell whether one administrative reading of a name holds another reading of it: province, district and town of one name."""
    if outer.country != inner.country or outer.country is None:
        return False
    above, below = level_of(outer), level_of(inner)
    if above is None or below is None or LEVEL_ORDER[above] >= LEVEL_ORDER[below]:
        return False
    if above == place_names.COUNTRY:
        return True
    if above == place_names.REGION:
        return outer.admin1 == inner.admin1
    if outer.admin1 and inner.admin1 and outer.admin1 != inner.admin1:
        return False
    apart = apart_km(outer, inner)
    return outer.admin2 == inner.admin2 or (apart is not None and apart < NESTED_KM)
