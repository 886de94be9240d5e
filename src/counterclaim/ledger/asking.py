"""What is asked of a ledger: claims of the newest readings, reports, failures, how much there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import LedgerError
from counterclaim.claims.report import Report
from counterclaim.ledger import queries
from counterclaim.ledger.queries import ClaimQuery
from counterclaim.ledger.rows import Failure, claim_of, report_of
from counterclaim.ledger.store import Store, only_one, texts_in
from counterclaim.ledger.tables import appearances, failures, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What lies in a ledger. `claims` and `parties` (most claims first) count the newest reading of each report."""

    reports: int
    appearances: int
    readings: int
    claims: int
    failures: int
    parties: tuple[tuple[str | None, int], ...]


class Asking(Store):
    """Answers from the newest reading of each report."""

    __slots__ = ()

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
        name = only_one(id_prefix, tuple(by_id), "claim")
        return claim_of(by_id[name])

    def report(self, key: str) -> Report:
        """Give the report with this id, or whose text's SHA-256 is or begins with it; by text, the first that was published.

        Raises:
            UnknownClaim: The ledger holds no such report, or several texts.
        """
        with self._asking() as connection:
            found = connection.execute(queries.reports_named(key)).all()
        named = [row for row in found if row.report_id == key] or found
        sha256 = only_one(key, tuple(dict.fromkeys(row.sha256 for row in named)), "report")
        row = next(row for row in named if row.sha256 == sha256)
        return report_of(row.text, row.document)

    def reports(self) -> Iterator[Report]:
        """Give every text once, as it was first published, by day of publication (unknown last) and id."""
        with self._asking() as connection:
            for text, document in connection.execution_options(yield_per=100).execute(queries.report_documents()):
                yield report_of(text, document)

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """Give the texts of reports, by their SHA-256; those that are not here are left out."""
        with self._asking() as connection:
            return texts_in(connection, names)

    def appearances(self, sha256: str) -> tuple[Report, ...]:
        """Give a text with each outlet, address, day and title that it came with, first published first."""
        asked = queries.reports_named(sha256).where(appearances.c.sha256 == sha256)
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
