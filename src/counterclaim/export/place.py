"""Where an incident was, as the tables of incidents write it: one place, in columns that each names in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counterclaim.claims.place import Place
from counterclaim.export.cell import Cell
from counterclaim.export.sides import Sides

Values = dict[str, Cell]

DECIMALS: Final = 6
"""Of a degree: a tenth of a metre."""


def placed(place: Place | None, sides: Sides, columns: Mapping[str, str]) -> Values:
    """Give a place in columns.

    Args:
        place: The place, None where nobody tells one; then nothing is given.
        sides: Knows the names of countries.
        columns: By the table's own column, what of the place it holds: an attribute of `Place`, its `country_name`, or its
            `latitude` and `longitude`, which are given only together.
    """
    if place is None:
        return {}
    pointed = place.latitude is not None and place.longitude is not None
    known: Values = {
        "name": place.name,
        "text": place.text,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "country_name": sides.country(place.country),
        "precision": place.precision,
        "latitude": round(place.latitude, DECIMALS) if pointed and place.latitude is not None else None,
        "longitude": round(place.longitude, DECIMALS) if pointed and place.longitude is not None else None,
    }
    return {column: known[what] for column, what in columns.items()}
