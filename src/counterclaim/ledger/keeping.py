"""What is put into a ledger: readings, claims made elsewhere, failures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from counterclaim.claims.claim import Claim, Extractor
from counterclaim.claims.report import Report
from counterclaim.ledger import queries
from counterclaim.ledger.rows import Failure, Reading, Row, appearance_row, claim_row, count_rows, failure_row, reading_row
from counterclaim.ledger.store import Store, insert_new
from counterclaim.ledger.tables import appearances, claims, counts, failures, readings, reports, texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was new to the ledger; all 0 where everything was there already."""

    new_reports: int
    new_readings: int
    new_claims: int


class Keeping(Store):
    """Adds, and never changes or removes."""

    __slots__ = ()

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
        with self._writing() as connection:
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
        with self._writing() as connection:
            return sum(insert_new(connection, failures, failure_row(failure)) for failure in happened)


def _add(connection: Connection, batch: tuple[Reading, ...]) -> Added:
    new_reports = new_readings = 0
    claim_rows: list[Row] = []
    counted: list[Row] = []
    for reading in batch:
        sha256 = reading.report.sha256
        appearance = appearance_row(reading.report, sha256)
        row = reading_row(reading, sha256, appearance["id"])
        insert_new(connection, reports, {"sha256": sha256})
        new_reports += insert_new(connection, texts, {"sha256": sha256, "text": reading.report.text})
        insert_new(connection, appearances, appearance)
        if insert_new(connection, readings, row):
            new_readings += 1
            claim_rows += [claim_row(claim, row["id"]) for claim in reading.claims]
            counted += [one for claim in reading.claims for one in count_rows(claim, row["id"])]
    for table, rows in ((claims, claim_rows), (counts, counted)):
        if rows:
            connection.execute(insert(table), rows)
    return Added(new_reports=new_reports, new_readings=new_readings, new_claims=len(claim_rows))
