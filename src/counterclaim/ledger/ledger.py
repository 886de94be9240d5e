"""Keeps reports, readings and claims in one file that only grows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, func, select
from sqlalchemy.dialects.sqlite import insert

from counterclaim.claims.claim import Claim, Extractor
from counterclaim.claims.errors import LedgerError, UnknownClaim
from counterclaim.claims.report import Report
from counterclaim.ledger import queries
from counterclaim.ledger.connection import connect, explained, writing
from counterclaim.ledger.queries import ClaimQuery
from counterclaim.ledger.rows import (
    Failure,
    Reading,
    Row,
    appearance_row,
    claim_of,
    claim_row,
    count_rows,
    failure_row,
    reading_row,
    report_of,
)
from counterclaim.ledger.tables import appearances, claims, counts, failures, readings, reports

_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was new to the ledger; all 0 where everything was there already."""

    new_reports: int
    new_readings: int
    new_claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What lies in a ledger. `claims` and `parties` (most claims first) count the newest reading of each report."""

    reports: int
    appearances: int
    readings: int
    claims: int
    failures: int
    parties: tuple[tuple[str | None, int], ...]


class Ledger:
    """One SQLite file of reports and of what was read in them; a context manager.

    Nothing in it is ever changed or removed: what is added twice is there once, and a newer extractor's reading of a
    report stands beside the older one. Questions are answered from the newest reading of each report.
    """

    __slots__ = ("_engine", "path")

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Self:
        """Give the ledger in this file, made where there is none yet and `create` allows it.

        Raises:
            LedgerError: The file is no ledger, is of a newer program, is damaged or locked, or its folder is missing.
        """
        path = Path(path)
        return cls(path, connect(path, create=create))

    def close(self) -> None:
        """Let go of the file; everything that was added is in it."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with explained(self.path), self._engine.connect() as connection:
            yield connection

    def add(self, report: Report, claims: Iterable[Claim], *, extractor: Extractor, when: dt.datetime) -> Added:
        """Add one reading of one report, and tell what of it was new.

        Raises:
            LedgerError: The file could not be written; nothing of this reading is in it.
            InvalidClaim: A claim is of another text, two have one id, or `when` names no time zone.
        """
        return self.add_batch([Reading(report=report, claims=tuple(claims), extractor=extractor, finished=when)])

    def add_batch(self, batch: Iterable[Reading]) -> Added:
        """Add many readings in one transaction: all of them, or none.

        The batch is gathered before the file is locked, so that other writers do not wait for whatever makes it.

        Raises:
            LedgerError: The file could not be written; nothing of this batch is in it.
        """
        gathered = tuple(batch)
        if not gathered:
            return Added(new_reports=0, new_readings=0, new_claims=0)
        with explained(self.path), writing(self._engine) as connection:
            return _add(connection, gathered)

    def is_read(self, report: Report | str, extractor: Extractor) -> bool:
        """Tell whether this version of the extractor has read the report, without failing.

        A SHA-256 instead of a report asks for the text, wherever it appeared; a report asks for it with its own
        outlet and day, on which "yesterday" depends.
        """
        sha256 = report if isinstance(report, str) else report.sha256
        appearance = None if isinstance(report, str) else appearance_row(report, sha256)["id"]
        asked = {"sha256": sha256, "extractor": extractor.name, "version": extractor.version, "appearance": appearance}
        with self._asking() as connection:
            return connection.execute(queries.READ, asked).first() is not None

    def record_failure(self, *happened: Failure) -> int:
        """Keep inputs that could not be read, and tell how many were new; the same failure is kept once."""
        if not happened:
            return 0
        with explained(self.path), writing(self._engine) as connection:
            return sum(_insert(connection, failures, failure_row(failure)) for failure in happened)

    def failures(self) -> tuple[Failure, ...]:
        """Give the inputs that could not be read, in the order in which they were first tried."""
        table = failures.c
        asked = select(table.input, table.place, table.reason, table.way_out, table.happened).order_by(
            table.happened, table.input, table.id
        )
        with self._asking() as connection:
            found = connection.execute(asked).all()
        return tuple(
            Failure(
                input=row.input, place=row.place, reason=row.reason, way_out=row.way_out, happened=dt.datetime.fromisoformat(row.happened)
            )
            for row in found
        )

    def claims(self, query: ClaimQuery | None = None) -> Iterator[Claim]:
        """Give the claims asked for, all of them without a query, as they are read from the file.

        They come by the report's day of publication (unknown last), report, and place in the text.
        """
        with self._asking() as connection:
            streamed = connection.execution_options(yield_per=1000)
            for document in streamed.execute(queries.claim_documents(query or ClaimQuery())).scalars():
                yield claim_of(document)

    def claim(self, id_prefix: str) -> Claim:
        """Give the claim whose id is, or begins with, these characters, as the newest reading that has it says it.

        Raises:
            UnknownClaim: No claim's id begins so, or several do.
        """
        with self._asking() as connection:
            found = connection.execute(queries.claims_named(id_prefix)).all()
        by_id: dict[str, str] = {}
        for name, document in found:
            by_id.setdefault(name, document)
        name = _only(id_prefix, tuple(by_id), "claim")
        return claim_of(by_id[name])

    def report(self, key: str) -> Report:
        """Give the report with this id, or whose text's SHA-256 is or begins with it; by text, the first that was published.

        Raises:
            UnknownClaim: The ledger holds no such report, or several texts.
        """
        with self._asking() as connection:
            found = connection.execute(queries.reports_named(key)).all()
        named = [row for row in found if row.report_id == key] or found
        sha256 = _only(key, tuple(dict.fromkeys(row.sha256 for row in named)), "report")
        row = next(row for row in named if row.sha256 == sha256)
        return report_of(row.text, row.document)

    def reports(self) -> Iterator[Report]:
        """Give every text once, as it was first published, by day of publication (unknown last) and id."""
        with self._asking() as connection:
            for text, document in connection.execution_options(yield_per=100).execute(queries.report_documents()):
                yield report_of(text, document)

    def appearances(self, sha256: str) -> tuple[Report, ...]:
        """Give a text with each outlet, address, day and title that it came with, first published first."""
        asked = queries.reports_named(sha256).where(reports.c.sha256 == sha256)
        with self._asking() as connection:
            return tuple(report_of(row.text, row.document) for row in connection.execute(asked))

    def summary(self) -> Summary:
        """Count what lies in the ledger."""
        with self._asking() as connection:
            parties = tuple((party, many) for party, many in connection.execute(queries.parties()))
            sizes = {table.name: _size(connection, table) for table in (reports, appearances, readings, failures)}
        return Summary(**sizes, claims=sum(many for _, many in parties), parties=parties)

    def check(self) -> None:
        """Make SQLite go over every page of the file.

        Raises:
            LedgerError: Something in the file is damaged.
        """
        with self._asking() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if said != ["ok"] or orphans:
            raise LedgerError(
                str(self.path), f"the file is damaged ({said[0]})", "take it from a backup, or read the reports again into a new file"
            )


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _insert(connection: Connection, table: Table, row: Row) -> bool:
    """Insert what is not there yet, and tell whether it was new."""
    return connection.execute(insert(table).on_conflict_do_nothing(), row).rowcount == 1


def _add(connection: Connection, batch: tuple[Reading, ...]) -> Added:
    new_reports = new_readings = 0
    claim_rows: list[Row] = []
    counted: list[Row] = []
    for reading in batch:
        sha256 = reading.report.sha256
        appearance = appearance_row(reading.report, sha256)
        row = reading_row(reading, sha256, appearance["id"])
        new_reports += _insert(connection, reports, {"sha256": sha256, "text": reading.report.text})
        _insert(connection, appearances, appearance)
        if _insert(connection, readings, row):
            new_readings += 1
            claim_rows += [claim_row(claim, row["id"]) for claim in reading.claims]
            counted += [one for claim in reading.claims for one in count_rows(claim, row["id"])]
    for table, rows in ((claims, claim_rows), (counts, counted)):
        if rows:
            connection.execute(insert(table), rows)
    return Added(new_reports=new_reports, new_readings=new_readings, new_claims=len(claim_rows))


def _only(asked: str, found: tuple[str, ...], noun: str) -> str:
    """Give the one name that is found, or the one that is exactly what was asked."""
    if asked in found:
        return asked
    if len(found) == 1 and asked:
        return found[0]
    if not found:
        raise UnknownClaim(asked, f"the ledger holds no such {noun}")
    few = ", ".join(found[:_FEW]) + (", …" if len(found) > _FEW else "")
    raise UnknownClaim(asked, f"names {len(found)} {noun}s: {few}")
