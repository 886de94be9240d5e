"""Incidents as a ledger tells them: those asked for, one of them, its past, its links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import msgspec
from sqlalchemy import select

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.errors import UnknownClaim
from counterclaim.claims.event import Kind
from counterclaim.claims.identity import Fate
from counterclaim.claims.incident import Incident
from counterclaim.claims.resemblance import Tie
from counterclaim.comparison.counterclaims import counterclaims_on_control
from counterclaim.comparison.positions import positions
from counterclaim.ledger import incident_queries as asked
from counterclaim.ledger.asking import Asking
from counterclaim.ledger.incident_queries import IncidentQuery
from counterclaim.ledger.linking import Grouping
from counterclaim.ledger.queries import ClaimQuery
from counterclaim.ledger.store import in_batches, only_one, parts
from counterclaim.ledger.tables import incidents, linkings, ties

Crossing: TypeAlias = Mapping[str, Sequence[Counterclaim]]

AT_ONCE: Final = 200
"""Incidents whose claims are fetched together."""

_INCIDENT: Final = msgspec.json.Decoder(Incident)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What became of an incident in one linking, and how many claims it had afterwards."""

    when: dt.datetime
    fate: Fate
    claims: int
    others: tuple[str, ...]


class Telling(Asking, Grouping):
    """Answers questions about incidents, as the newest linking left them."""

    __slots__ = ()

    def incidents(self, query: IncidentQuery | None = None) -> Iterator[Incident]:
        """Give the incidents asked for, all of them without a query: by first day (unknown last), last day, and id.

        Each comes with its positions, and with the counterclaims between its claims on the control of places and those of
        other incidents.
        """
        crossing: Crossing | None = None
        for some in in_batches(self._kept(query or IncidentQuery()), AT_ONCE):
            claims = self.claims_named([claim for incident in some for claim in incident.claims])
            if crossing is None and any(claim.control for claim in claims.values()):
                crossing = _crossing(self.claims(ClaimQuery(kind=Kind.CONTROL)))
            for incident in some:
                yield _completed(incident, claims, crossing or {})

    def _kept(self, query: IncidentQuery) -> Iterator[Incident]:
        with self._asking() as connection:
            for row in connection.execution_options(yield_per=1000).execute(asked.incidents_asked(query)):
                yield _INCIDENT.decode(row.document)

    def incident(self, id_prefix: str) -> Incident:
        """Give the incident whose id, or the id of a claim in it, is or begins with these characters.

        Raises:
            UnknownClaim: Nothing is called so, several incidents are, or the incident ended; then the reason says in which.
        """
        with self._asking() as connection:
            names = tuple(connection.execute(asked.incidents_named(id_prefix)).scalars()) if id_prefix else ()
            if not names and id_prefix:
                found = connection.execute(asked.incidents_of_claims(id_prefix)).all()
                names = tuple(dict.fromkeys(row.incident for row in found))
            name = only_one(id_prefix, names, "incident")
            row = connection.execute(asked.states(name)).one()
        if row.status is None:
            raise UnknownClaim(id_prefix, _end_of(_names(row.others)))
        incident = _INCIDENT.decode(row.document)
        claims = self.claims_named(incident.claims)
        countries = {claim.place.country if claim.place else None for claim in claims.values() if claim.control}
        near = [claim for code in sorted(filter(None, countries)) for claim in self.claims(ClaimQuery(kind=Kind.CONTROL, country=code))]
        return _completed(incident, claims, _crossing(near))

    def documents(self, names: Sequence[str]) -> dict[str, Incident]:
        """Give incidents by their whole ids as they are kept, without their positions; what has ended is left out."""
        found: dict[str, Incident] = {}
        with self._asking() as connection:
            for some in parts(names):
                rows = connection.execute(asked.states(*some)).all()
                found.update((row.incident, _INCIDENT.decode(row.document)) for row in rows if row.document)
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


def _crossing(control: Iterable[Claim]) -> Crossing:
    """Give the counterclaims on control by each of their two claims."""
    found: dict[str, list[Counterclaim]] = {}
    for one in counterclaims_on_control(control):
        for claim in (one.a, one.b):
            found.setdefault(claim, []).append(one)
    return found


def _completed(incident: Incident, claims: Mapping[str, Claim], crossing: Crossing) -> Incident:
    inside = [claims[claim] for claim in incident.claims if claim in claims]
    known = {(one.a, one.b) for one in incident.counterclaims}
    more = {
        (one.a, one.b, one.question): one for claim in incident.claims for one in crossing.get(claim, ()) if (one.a, one.b) not in known
    }
    counterclaims = (*incident.counterclaims, *(more[key] for key in sorted(more)))
    return replace(incident, counterclaims=counterclaims, positions=positions(inside, incident.origins))


def _names(told: str) -> tuple[str, ...]:
    return msgspec.json.decode(told, type=tuple[str, ...])


def _end_of(into: tuple[str, ...]) -> str:
    return (
        f"this incident ended: its claims are in {', '.join(into)} now" if into else "this incident ended: no newest reading has its claims"
    )
