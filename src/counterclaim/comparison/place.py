"""Whether two places are one, one inside the other, or apart."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from counterclaim.claims.place import Place, distance_km

COUNTRY: Final = 6  # UCDP's where_prec of a whole country, GED codebook 23.1 section 1.2
PROVINCE: Final = 4
DISTRICT: Final = 3
FAR: Final = 30.0  # kilometres between two places of a district's precision or better, beyond which they are two
_KINDS: Final = frozenset({"province", "district", "region", "governorate", "oblast", "state", "county", "wilayat", "the", "city", "of"})


class Relation(StrEnum):
    """How a first place lies to a second."""

    SAME = "same"
    INSIDE = "inside"
    CONTAINS = "contains"
    APART = "apart"
    UNKNOWN = "unknown"


@lru_cache(maxsize=65_536)
def name_key(name: str | None) -> str:
    """Give what spellings of one place name have in common: "Panjshir Province" is "Panjshir"."""
    words = (name or "").casefold().replace("-", " ").replace("’", "'").split()
    return " ".join(w for w in words if w not in _KINDS) or " ".join(words)


def place_key(place: Place) -> str:
    """Give the key under which claims on one place are grouped: the gazetteer's id, else the name with its admin chain.

    >>> place_key(Place(text="Anaba", geonames=7054336)), place_key(Place(text="Unabah"))
    ('geonames:7054336', 'unabah')
    """
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    chain = [name_key(place.name or place.text), name_key(place.admin2), name_key(place.admin1), (place.country or "").casefold()]
    return " / ".join(part for part in chain if part)


def relate(a: Place | None, b: Place | None) -> Relation:
    """Tell how place `a` lies to place `b`. An unresolved place is only ever the same, by its words, or unknown."""
    if a is None or b is None:
        return Relation.UNKNOWN
    if _same(a, b):
        return Relation.SAME
    if contains(a, b):
        return Relation.CONTAINS
    if contains(b, a):
        return Relation.INSIDE
    return Relation.APART if _apart(a, b) else Relation.UNKNOWN


def contains(area: Place, place: Place) -> bool:
    """Tell whether a place lies in an area, by its admin chain.

    >>> province = Place(text="Panjshir", name="Panjshir", admin1="Panjshir", country="AF", precision=4)
    >>> contains(province, Place(text="Khinj", name="Khenj", admin1="Panjshir", country="AF", precision=3))
    True
    """
    if area.name is None or place.name is None or area.country != place.country:
        return False
    if is_country(area):
        return not is_country(place)
    name = name_key(area.name)
    if is_province(area):
        return not is_province(place) and name_key(place.admin1) == name
    same_province = name_key(place.admin1) == name_key(area.admin1)
    return area.precision == DISTRICT and (place.precision or 0) < DISTRICT and same_province and name_key(place.admin2) == name


def is_country(place: Place) -> bool:
    """Tell whether a place is a whole country."""
    return place.precision is not None and place.precision >= COUNTRY


def is_province(place: Place) -> bool:
    """Tell whether a place is a first-level division: by its precision, or where that is unknown by its own name."""
    if place.precision is not None:
        return place.precision == PROVINCE
    return place.admin1 is not None and name_key(place.name) == name_key(place.admin1)


def _same(a: Place, b: Place) -> bool:
    if a.geonames is not None and b.geonames is not None:
        return a.geonames == b.geonames
    if a.country is not None and b.country is not None and a.country != b.country:
        return False
    if is_province(a) != is_province(b) and a.name is not None and b.name is not None:
        return False
    if a.admin1 and b.admin1 and name_key(a.admin1) != name_key(b.admin1):
        return False
    return name_key(a.name or a.text) == name_key(b.name or b.text)


def _apart(a: Place, b: Place) -> bool:
    if a.country is not None and b.country is not None and a.country != b.country:
        return True
    if is_country(a) or is_country(b):
        return False
    if a.admin1 and b.admin1 and name_key(a.admin1) != name_key(b.admin1):
        return True
    exact = all(p.precision is not None and p.precision <= DISTRICT for p in (a, b))
    here, there = a.point, b.point
    return exact and here is not None and there is not None and distance_km(here, there) > FAR
