"""Claims that were made elsewhere, by a person or by another program, with or without their report's text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, select

from counterclaim.claims.claim import Claim
from counterclaim.claims.spans import misfits
from counterclaim.ledger.rows import Row, claim_row, count_rows, loaded_appearance_row, loaded_reading_row
from counterclaim.ledger.store import Store, hold_much, insert_many, parts, texts_in
from counterclaim.ledger.tables import appearances, claims, counts, readings, reports

AT_ONCE: Final = 10_000
"""Claims of which the rows are made at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A claim that was not taken in: which of those given, from 0, and why."""

    nth: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of claims that were given: new ones, those that were there already, and those refused."""

    new: int
    known: int
    refused: tuple[Refused, ...] = ()


class Loading(Store):
    """Takes claims in that this program did not make."""

    __slots__ = ()

    def load(self, given: Iterable[Claim], *, when: dt.datetime) -> Loaded:
        """Add claims that were made elsewhere, in one transaction.

        What one extractor made of one text adds up, however often and in whatever order its claims come. Of a report
        whose text is not here only its claims are known. Where the text is here, a claim whose words do not stand in
        it is refused; so is one that its extractor has told otherwise before.

        Raises:
            LedgerError: The file could not be written; none of these claims is in it.
        """
        batch = tuple(given)
        with self._writing() as connection:
            hold_much(connection)
            done = [_load(connection, some, when) for some in parts(batch, AT_ONCE)]
        refused = (replace(no, nth=no.nth + nth * AT_ONCE) for nth, one in enumerate(done) for no in one.refused)
        return Loaded(new=sum(one.new for one in done), known=sum(one.known for one in done), refused=tuple(refused))


def _load(connection: Connection, batch: Sequence[Claim], when: dt.datetime) -> Loaded:
    known_texts = texts_in(connection, {claim.report.sha256 for claim in batch})
    kept, homes = _kept(connection, [claim.id for claim in batch])
    fresh: dict[tuple[str, str, str], Row] = {}
    made: dict[str, tuple[Row, Row]] = {}
    counted: list[Row] = []
    refused: list[Refused] = []
    for nth, claim in enumerate(batch):
        key = (claim.id, claim.extractor.name, claim.extractor.version)
        row = claim_row(claim, "")
        before = kept.get(key)
        reason = _misfit(claim, known_texts, homes) or _contradicts(before, row["document"], claim)
        if reason:
            refused.append(Refused(nth=nth, reason=reason))
        elif before is None:
            appearance = loaded_appearance_row(claim.report)
            reading = loaded_reading_row(claim.report, claim.extractor, appearance["id"], when)
            made.setdefault(reading["id"], (appearance, reading))
            fresh[key] = row | {"reading": reading["id"]}
            counted += count_rows(claim, reading["id"])
            kept[key], homes[claim.id] = row["document"], claim.report.sha256
    _insert_homes(connection, made)
    insert_many(connection, claims, list(fresh.values()))
    insert_many(connection, counts, counted)
    return Loaded(new=len(fresh), known=len(batch) - len(fresh) - len(refused), refused=tuple(refused))


def _misfit(claim: Claim, known_texts: Mapping[str, str], homes: Mapping[str, str]) -> str | None:
    sha256 = claim.report.sha256
    if homes.get(claim.id, sha256) != sha256:
        return f"the id {claim.id} is that of a claim in another text; give each claim an id of its own"
    return next(iter(misfits(claim, known_texts[sha256])), None) if sha256 in known_texts else None


def _contradicts(before: str | None, now: str, claim: Claim) -> str | None:
    if before is None or before == now:
        return None
    made_by = claim.extractor
    return f"{made_by.name} {made_by.version} has told claim {claim.id} otherwise before; give corrections another extractor.version"


def _insert_homes(connection: Connection, made: Mapping[str, tuple[Row, Row]]) -> None:
    """Insert the readings that claims belong to, with their reports and appearances, where they are new."""
    known: set[str] = set()
    for some in parts(tuple(made)):
        known.update(connection.execute(select(readings.c.id).where(readings.c.id.in_(some))).scalars())
    new = [pair for name, pair in made.items() if name not in known]
    insert_many(connection, reports, [{"sha256": appearance["sha256"]} for appearance, _ in new], or_ignore=True)
    insert_many(connection, appearances, [appearance for appearance, _ in new], or_ignore=True)
    insert_many(connection, readings, [reading for _, reading in new])


def _kept(connection: Connection, ids: Sequence[str]) -> tuple[dict[tuple[str, str, str], str], dict[str, str]]:
    """Give what is kept under these ids by id, extractor and version, and the text that each id belongs to."""
    documents: dict[tuple[str, str, str], str] = {}
    homes: dict[str, str] = {}
    for some in parts(ids):
        asked = (
            select(claims.c.id, readings.c.extractor, readings.c.version, readings.c.sha256, claims.c.document)
            .join(readings, readings.c.id == claims.c.reading)
            .where(claims.c.id.in_(some))
        )
        for row in connection.execute(asked):
            documents[row.id, row.extractor, row.version] = row.document
            homes[row.id] = row.sha256
    return documents, homes
