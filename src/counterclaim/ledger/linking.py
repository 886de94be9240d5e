"""What linking makes of the claims, and what it needs to know to go on where it stopped."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec
from sqlalchemy import Connection, Table, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import Relinked
from counterclaim.claims.identity import IncidentChange
from counterclaim.claims.resemblance import Tie
from counterclaim.ledger import incident_queries as asked
from counterclaim.ledger.rows import KeptIncident, Row, claim_of, moment
from counterclaim.ledger.store import Store, hold_much, in_batches, insert_many, parts
from counterclaim.ledger.tables import appearances, claims, incidents, judgements, linkings, members, readings
from counterclaim.ledger.tables import ties as ties_table

ROWS: Final = 5_000
"""Rows that are handed to SQLite at once."""

_READING_BEFORE: Final = select(members.c.reading).where(members.c.claim == bindparam("claim")).order_by(members.c.linking.desc()).limit(1)
_DEPENDS_ON: Final = (readings, claims, appearances, judgements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """One time that claims were grouped: when, by what and its version, how many claims, and what the ledger held."""

    nth: int
    finished: dt.datetime
    linker: str
    version: str
    claims: int
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a linking tells of one incident: what became of it, and the incident as it is now, None where it has ended.

    `placed` are its claims that are new to it, or were read anew, each with its reading, None for that of the linking
    before.
    """

    change: IncidentChange
    incident: KeptIncident | None = None
    placed: Mapping[str, str | None] = field(default_factory=dict)


class Grouping(Store):
    """Keeps what linking makes, and tells it."""

    __slots__ = ()

    def facts(self) -> str:
        """Give what linking depends on, in a form that changes whenever a reading, a claim, an outlet or a judgement is added."""
        with self._asking() as connection:
            return _facts(connection)

    def last_linking(self) -> Linking | None:
        """Give the newest linking; None where claims were never linked."""
        with self._asking() as connection:
            row = connection.execute(select(linkings).order_by(linkings.c.nth.desc()).limit(1)).first()
        if row is None:
            return None
        finished = dt.datetime.fromisoformat(row.finished)
        return Linking(nth=row.nth, finished=finished, linker=row.linker, version=row.version, claims=row.claims, facts=row.known)

    def groups(self, *names: str) -> dict[str, tuple[str, ...]]:
        """Give the sorted claims of incidents by the incident's id, of all incidents where none is named."""
        found: dict[str, list[str]] = {}
        with self._asking() as connection:
            for some in parts(names) if names else [()]:
                for incident, claim in connection.execution_options(yield_per=10_000).execute(asked.members_now(*some)):
                    found.setdefault(incident, []).append(claim)
        return {incident: tuple(inside) for incident, inside in found.items()}

    def claims_named(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Give claims by their whole ids, as the newest reading that has each says it; what is not there is left out."""
        found: dict[str, Claim] = {}
        with self._asking() as connection:
            for some in parts(tuple(ids)):
                rows = connection.execute(asked.claims_by_id(some)).all()
                found.update((name, claim_of(document)) for name, document in rows)
                several = [name for name, many in Counter(name for name, _ in rows).items() if many > 1]
                newest_last = connection.execute(asked.claims_by_newest(several)).all()[::-1] if several else ()
                found.update((name, claim_of(document)) for name, document in newest_last)
        return found

    def copies(self, reports: Iterable[str]) -> dict[str, str]:
        """Give, for those of some reports that repeat another almost word for word, by id, the id of that one."""
        table = appearances.c
        copied = select(table.report_id, table.copy_of).where(table.copy_of.is_not(None)).order_by(table.id)
        found: dict[str, str] = {}
        with self._asking() as connection:
            for some in parts(tuple(reports)):
                found.update((row.report_id, row.copy_of) for row in connection.execute(copied.where(table.report_id.in_(some))))
        return found

    def outlets(self, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the outlets, sorted, of those of some texts that appeared in more than one, by the text's SHA-256."""
        table = appearances.c
        found: dict[str, set[str]] = {}
        with self._asking() as connection:
            for some in parts(tuple(texts)):
                for row in connection.execute(select(table.sha256, table.outlet).where(table.sha256.in_(some), table.outlet.is_not(None))):
                    found.setdefault(row.sha256, set()).add(row.outlet)
        return {sha256: tuple(sorted(names)) for sha256, names in found.items() if len(names) > 1}

    def incidents_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Give the incident that each of some claims stands in, by the claim's whole id; claims in none are left out."""
        found: dict[str, str] = {}
        with self._asking() as connection:
            for some in parts(tuple(claims)):
                found.update((row.claim, row.incident) for row in connection.execute(asked.places_now(some)))
        return found

    def claims_of_texts(self, names: Iterable[str]) -> Iterator[Claim]:
        """Give the claims of texts, by their SHA-256, as the newest readings have them."""
        with self._asking() as connection:
            for some in parts(tuple(names)):
                for row in connection.execute(asked.claims_of_texts(some)):
                    yield claim_of(row.document)

    def number_of_incidents(self) -> int:
        """Give how many incidents there are now."""
        with self._asking() as connection:
            return connection.execute(asked.number_of_incidents()).scalar_one()

    def record_linking(self, told: Iterable[Told], *, linking: Linking, departed: Iterable[str] = (), ties: Iterable[Tie] = ()) -> None:
        """Keep what one linking made, in one transaction: all of it, or nothing.

        Args:
            told: What became of the incidents that changed.
            linking: When and by what it was made; `nth` is one more than that of the linking that it went on from.
            departed: Ids of claims that stand in no incident any more.
            ties: The pairs that hold the changed incidents together.

        Raises:
            Relinked: Another program has linked meanwhile, or added to the ledger; nothing is written.
            LedgerError: The file could not be written; nothing of this linking is in it.
        """
        with self._writing() as connection:
            hold_much(connection)
            newest = connection.execute(select(func.max(linkings.c.nth))).scalar_one() or 0
            if linking.nth != newest + 1 or linking.facts != _facts(connection):
                raise Relinked(str(self.path), "it changed while its claims were linked", "run the same command again")
            connection.execute(insert(linkings), _linking_row(linking))
            # In the order of their keys, rows fall on one page after the other.
            in_order = sorted(told, key=lambda one: one.change.incident)
            _insert_all(connection, incidents, (_incident_row(one, linking.nth) for one in in_order))
            placed = sorted((claim, one.change.incident, reading) for one in in_order for claim, reading in _placed(connection, one))
            _insert_all(connection, members, (_member_row(*place, linking.nth) for place in placed))
            _insert_all(connection, members, (_member_row(claim, None, None, linking.nth) for claim in departed))
            _insert_all(connection, ties_table, (_tie_row(one, linking.nth) for one in sorted(ties, key=lambda tie: (tie.a, tie.b))))


def _facts(connection: Connection) -> str:
    newest: dict[str, int | None] = {
        one.name: connection.execute(select(func.max(literal_column("rowid"))).select_from(one)).scalar_one() for one in _DEPENDS_ON
    }
    return msgspec.json.encode(newest).decode()


def _linking_row(linking: Linking) -> Row:
    return {
        "nth": linking.nth,
        "finished": moment(linking.finished),
        "linker": linking.linker,
        "version": linking.version,
        "claims": linking.claims,
        "known": linking.facts,
    }


def _incident_row(told: Told, nth: int) -> Row:
    incident, change = told.incident, told.change
    return {
        "incident": change.incident,
        "linking": nth,
        "change": str(change.fate),
        "status": incident.status if incident else None,
        "others": msgspec.json.encode(change.others).decode(),
        "claims": incident.claims if incident else 0,
        "origins": incident.origins if incident else 0,
        "earliest": incident.earliest if incident else None,
        "latest": incident.latest if incident else None,
        "document": incident.document if incident else None,
    }


def _placed(connection: Connection, told: Told) -> Iterator[tuple[str, str]]:
    """Give the claims that are new to an incident or were read anew, each with its reading; "" where that is not known."""
    for claim, reading in told.placed.items():
        yield claim, reading or connection.execute(_READING_BEFORE, {"claim": claim}).scalar() or ""


def _member_row(claim: str, incident: str | None, reading: str | None, nth: int) -> Row:
    return {"claim": claim, "linking": nth, "incident": incident, "reading": reading or None}


def _tie_row(tie: Tie, nth: int) -> Row:
    return {"a": tie.a, "b": tie.b, "linking": nth, "score": tie.score}


def _insert_all(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    for some in in_batches(rows, ROWS):
        insert_many(connection, table, some)
