"""Incidents as a ledger tells them: those asked for, one of them, its past, its links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from counterclaim.claims.errors import UnknownClaim
from counterclaim.claims.identity import Fate
from counterclaim.claims.incident import Incident
from counterclaim.claims.resemblance import Tie
from counterclaim.ledger import incident_queries as asked
from counterclaim.ledger.incident_queries import IncidentQuery
from counterclaim.ledger.rows import incident_of
from counterclaim.ledger.store import Store, only_one, parts
from counterclaim.ledger.tables import incidents, linkings, ties


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What became of an incident in one linking, and how many claims it had afterwards."""

    when: dt.datetime
    fate: Fate
    claims: int
    others: tuple[str, ...]


class Telling(Store):
    """Answers questions about incidents, as the newest linking left them."""

    __slots__ = ()

    def incidents(self, query: IncidentQuery | None = None) -> Iterator[Incident]:
        """Give the incidents asked for, all of them without a query: by first day (unknown last), last day, and id."""
        with self._asking() as connection:
            for row in connection.execution_options(yield_per=1000).execute(asked.incidents_asked(query or IncidentQuery())):
                yield incident_of(row.document)

    def incident(self, id_prefix: str) -> Incident:
        """Give the incident whose id, or the id of a claim in it, is or begins with these characters.

        Raises:
            UnknownClaim: Nothing is called so, several incidents are, or the incident ended; then the reason says in which.
        """
        with self._asking() as connection:
            names = tuple(connection.execute(asked.incidents_named(id_prefix)).scalars()) if id_prefix else ()
            if not names and id_prefix:
                found = connection.execute(asked.incidents_of_claims(id_prefix)).all()
                found = [row for row in found if row.claim == id_prefix] or found
                names = tuple(dict.fromkeys(row.incident for row in found))
            name = only_one(id_prefix, names, "incident")
            row = connection.execute(asked.states(name)).one()
        if row.status is None:
            raise UnknownClaim(id_prefix, _end_of(_names(row.others)))
        return incident_of(row.document)

    def documents(self, names: Sequence[str]) -> dict[str, str]:
        """Give the documents of incidents by their whole ids; what has ended is left out."""
        found: dict[str, str] = {}
        with self._asking() as connection:
            for some in parts(names):
                rows = connection.execute(asked.states(*some)).all()
                found.update((row.incident, row.document) for row in rows if row.document)
        return found

    def past(self, incident: str) -> tuple[Past, ...]:
        """Give what became of an incident in each linking that changed it, oldest first; the id is a whole one."""
        table = incidents.c
        steps = (
            select(linkings.c.finished, table.change, table.claims, table.others)
            .join(linkings, linkings.c.nth == table.linking)
            .where(table.incident == incident)
            .order_by(table.linking)
        )
        with self._asking() as connection:
            found = connection.execute(steps).all()
        return tuple(
            Past(when=dt.datetime.fromisoformat(row.finished), fate=Fate(row.change), claims=row.claims, others=_names(row.others))
            for row in found
        )

    def ties(self, incident: Incident) -> tuple[Tie, ...]:
        """Give the pairs of claims that hold an incident together, those that people joined first, then the strongest."""
        table, inside = ties.c, set(incident.claims)
        found: dict[tuple[str, str], Tie] = {}
        with self._asking() as connection:
            for claim in incident.claims:
                for row in connection.execute(select(ties).where(table.a == claim).order_by(table.linking)):
                    if row.b in inside:
                        found[row.a, row.b] = Tie(a=row.a, b=row.b, score=row.score)
        return tuple(sorted(found.values(), key=lambda one: (one.score is not None, -(one.score or 0), one.a, one.b)))


def _names(told: str) -> tuple[str, ...]:
    return msgspec.json.decode(told, type=tuple[str, ...])


def _end_of(into: tuple[str, ...]) -> str:
    return (
        f"this incident ended: its claims are in {', '.join(into)} now" if into else "this incident ended: no newest reading has its claims"
    )
