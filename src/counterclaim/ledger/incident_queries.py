"""What is asked of a ledger about incidents, as statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, literal, select, true

from counterclaim.claims.incident import Status
from counterclaim.ledger.queries import ClaimQuery, begins, conditions, newest_readings
from counterclaim.ledger.tables import claims, incidents, members, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentQuery:
    """Which incidents are asked for; a field that is None asks nothing.

    `since` and `until` (both inclusive) ask for an incident with a claim whose days touch theirs, `party` for one with
    a claim by that side or that asserter, `place` for one with a claim about it; each may be another claim.
    `min_claims` asks for so many claims or more.
    """

    status: Status | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    party: str | None = None
    place: str | None = None
    min_claims: int | None = None
    limit: int | None = None


def newest_states() -> Subquery:
    """Give each incident's newest row: its name, and the linking that wrote it."""
    return (
        select(incidents.c.incident, func.max(incidents.c.linking).label("linking"))
        .group_by(incidents.c.incident)
        .subquery("newest_states")
    )


def states(*names: str) -> Select[Any]:
    """Give the statement for the rows of incidents as they are now, ended ones too; of all of them where none is named."""
    newest = newest_states()
    return (
        select(incidents)
        .join(newest, and_(newest.c.incident == incidents.c.incident, newest.c.linking == incidents.c.linking))
        .where(incidents.c.incident.in_(names) if names else true())
    )


def number_of_incidents() -> Select[int]:
    """Give the statement that counts the incidents that go on."""
    now = states().where(incidents.c.status.is_not(None)).with_only_columns(incidents.c.incident).subquery()
    return select(func.count()).select_from(now)


def incidents_asked(query: IncidentQuery) -> Select[Any]:
    """Give the statement for the incidents asked for: by first day (unknown last), last day, and id."""
    found = states().where(incidents.c.status.is_not(None), *_conditions(query))
    return found.order_by(incidents.c.earliest.asc().nulls_last(), incidents.c.latest, incidents.c.incident).limit(query.limit)


def _conditions(query: IncidentQuery) -> Iterator[ColumnElement[bool]]:
    if query.status is not None:
        yield incidents.c.status == str(query.status)
    if query.min_claims is not None:
        yield incidents.c.claims >= query.min_claims
    for one in (ClaimQuery(since=query.since, until=query.until), ClaimQuery(party=query.party), ClaimQuery(place=query.place)):
        if one != ClaimQuery():
            yield incidents.c.incident.in_(_with_a_claim(one))


def _with_a_claim(query: ClaimQuery) -> Select[str]:
    newest = newest_readings()
    return (
        select(members.c.incident)
        .join(claims, claims.c.id == members.c.claim)
        .join(newest, newest.c.id == claims.c.reading)
        .where(is_newest_place(), *conditions(query))
    )


def is_newest_place() -> ColumnElement[bool]:
    """Give the condition that a claim's place is the newest that it has."""
    later = members.alias("later")
    return ~select(literal(1)).where(later.c.claim == members.c.claim, later.c.linking > members.c.linking).exists()


def members_now(*names: str) -> Select[str, str]:
    """Give the statement for incident and claim, of the incidents named, or of all."""
    inside = members.c.incident.in_(names) if names else members.c.incident.is_not(None)
    return select(members.c.incident, members.c.claim).where(inside, is_newest_place()).order_by(members.c.incident, members.c.claim)


def incidents_named(prefix: str) -> Select[str]:
    """Give the statement for the ids of incidents, ended ones too, that begin so."""
    return select(incidents.c.incident).where(begins(incidents.c.incident, prefix)).distinct()


def incidents_of_claims(prefix: str) -> Select[str, str]:
    """Give the statement for claim and incident of the claims whose ids begin so."""
    return select(members.c.claim, members.c.incident).where(
        begins(members.c.claim, prefix), members.c.incident.is_not(None), is_newest_place()
    )


def places_now(ids: Sequence[str]) -> Select[str, str]:
    """Give the statement for claim and incident of these claims, those in no incident left out."""
    return select(members.c.claim, members.c.incident).where(members.c.claim.in_(ids), members.c.incident.is_not(None), is_newest_place())


def claims_of_texts(names: Sequence[str]) -> Select[str]:
    """Give the statement for the documents of the claims that the newest readings have of these texts."""
    newest = newest_readings(select(reports.c.sha256).where(reports.c.sha256.in_(names)))
    return select(claims.c.document).join(newest, newest.c.id == claims.c.reading).order_by(claims.c.id)


def claims_by_id(ids: Sequence[str]) -> Select[str, str]:
    """Give the statement for id and document of these claims in each reading that has them, the reading that finished last first."""
    return (
        select(claims.c.id, claims.c.document)
        .join(readings, readings.c.id == claims.c.reading)
        .where(claims.c.id.in_(ids))
        .order_by(readings.c.finished.desc(), readings.c.id, claims.c.id)
    )


def claims_by_newest(ids: Sequence[str]) -> Select[str, str]:
    """Give the same, with what the newest reading says first."""
    newest = newest_readings(select(readings.c.sha256).join(claims, claims.c.reading == readings.c.id).where(claims.c.id.in_(ids)))
    return (
        claims_by_id(ids)
        .order_by(None)
        .outerjoin(newest, newest.c.id == claims.c.reading)
        .order_by(newest.c.id.is_(None), readings.c.finished.desc(), readings.c.id, claims.c.id)
    )
