"""What is asked of a ledger before its claims are linked, as statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, and_, func, literal, literal_column, select, union_all

from counterclaim.ledger.incident_queries import is_newest_place
from counterclaim.ledger.queries import newest_readings
from counterclaim.ledger.tables import CONTROL, claims, members, readings

_SPOT: Final = (claims.c.country, claims.c.place, claims.c.admin1, claims.c.admin2)


def texts_since(*, reading: int, claim: int) -> Select[str]:
    """Give the statement for the texts that have readings, or claims in readings, with larger row numbers than these.

    Nothing else changes which reading of a text is its newest, or which claims that has.
    """
    added = select(claims.c.reading).where(literal_column("claims.rowid") > claim)
    found = union_all(
        select(readings.c.sha256).where(literal_column("readings.rowid") > reading),
        select(readings.c.sha256).where(readings.c.id.in_(added)),
    ).subquery()
    return select(found.c.sha256)


def arrived(texts: Select[str] | None) -> Select[str, str]:
    """Give the statement for claim and reading of the claims of the newest readings that were not linked as these have them."""
    newest = newest_readings(texts)
    linked = select(literal(1)).where(
        members.c.claim == claims.c.id, members.c.reading == claims.c.reading, members.c.incident.is_not(None), is_newest_place()
    )
    return select(claims.c.id, claims.c.reading).join(newest, newest.c.id == claims.c.reading).where(~linked.exists())


def departed(texts: Select[str] | None) -> Select[str]:
    """Give the statement for the ids of claims that stand in an incident and in no newest reading any more."""
    newest = newest_readings(texts)
    kept = select(claims.c.id).join(newest, newest.c.id == claims.c.reading)
    found = select(members.c.claim).where(members.c.incident.is_not(None), is_newest_place(), members.c.claim.not_in(kept))
    if texts is None:
        return found
    inside = select(claims.c.id).join(readings, readings.c.id == claims.c.reading).where(readings.c.sha256.in_(texts))
    return found.where(members.c.claim.in_(inside))


def number_of_claims() -> Select[int]:
    """Give the statement that counts the claims of the newest readings."""
    newest = newest_readings()
    return select(func.count()).select_from(claims).join(newest, newest.c.id == claims.c.reading)


def newest_in_order() -> Select[str]:
    """Give the statement for the newest readings, in the order in which they were added."""
    newest = newest_readings()
    return select(readings.c.id).join(newest, newest.c.id == readings.c.id).order_by(literal_column("readings.rowid"))


def claims_of(ids: Sequence[str]) -> Select[str]:
    """Give the statement for the documents of the claims of readings, those of one reading together."""
    return select(claims.c.document).where(claims.c.reading.in_(ids)).order_by(claims.c.reading, claims.c.id)


def countries_of_control() -> Select[str | None]:
    """Give the statement for the countries of the resolved places that claims on control are about, each once."""
    return select(claims.c.country).where(CONTROL, claims.c.place.is_not(None)).distinct().order_by(claims.c.country)


def control_in(country: str | None) -> Select[str]:
    """Give the statement for the documents of the newest readings' claims on the control of resolved places in a country."""
    there = and_(CONTROL, claims.c.country.is_(country), claims.c.place.is_not(None))
    newest = newest_readings(select(readings.c.sha256).join(claims, claims.c.reading == readings.c.id).where(there))
    return select(claims.c.document).join(newest, newest.c.id == claims.c.reading).where(there)


def texts_of(ids: Sequence[str]) -> Select[str]:
    """Give the statement for the texts of claims."""
    return select(readings.c.sha256).join(claims, claims.c.reading == readings.c.id).where(claims.c.id.in_(ids)).distinct()


def newest_among(ids: Sequence[str]) -> Select[str]:
    """Give the statement for those of some readings that are the newest of their texts."""
    newest = newest_readings(select(readings.c.sha256).where(readings.c.id.in_(ids)))
    return select(newest.c.id).where(newest.c.id.in_(ids))


def spots_of_control() -> Select[Any]:
    """Give the statement for the resolved places that claims on control are about, each once, with the areas around them."""
    return select(*_SPOT).where(CONTROL, claims.c.place.is_not(None)).distinct()


def on_control(wanted: str) -> CompoundSelect[str, str, str]:
    """Give the statement for id, reading and document of claims on the control of places in some days.

    Args:
        wanted: A list in JSON: country, place, its two areas, first day, last day.
    """
    asked = func.json_each(wanted).table_valued("value").alias("asked")
    country, place, admin1, admin2, since, until = (func.json_extract(asked.c.value, f"$[{nth}]") for nth in range(6))
    there = and_(CONTROL, *(mine.is_(theirs) for mine, theirs in zip(_SPOT, (country, place, admin1, admin2), strict=True)))
    rows = select(claims.c.id, claims.c.reading, claims.c.document).select_from(asked).join(claims, there)
    said = func.coalesce(func.json_extract(claims.c.document, "$.asserted_at"), claims.c.published)
    return union_all(rows.where(claims.c.latest.between(since, until)), rows.where(claims.c.latest.is_(None), said.between(since, until)))
