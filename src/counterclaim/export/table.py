"""Claims as CSV for a spreadsheet: one row a count, and one row for a claim that counts nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from counterclaim.claims.assessment import Assessment
from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count
from counterclaim.export import assessed
from counterclaim.export.cell import Cell, safe

if TYPE_CHECKING:
    from _csv import Writer as CsvWriter

_CLAIM_COLUMNS: Final[dict[str, Callable[[Claim], Cell]]] = {
    "claim": lambda claim: claim.id,
    "report": lambda claim: claim.report.id,
    "title": lambda claim: claim.report.title,
    "outlet": lambda claim: claim.report.outlet,
    "url": lambda claim: claim.report.url,
    "published": lambda claim: claim.report.published,
    "source": lambda claim: _of(claim.source, "name"),
    "party": lambda claim: _of(claim.source, "party"),
    "role": lambda claim: _of(claim.source, "role"),
    "cue": lambda claim: _of(claim.cue, "text"),
    "chain": lambda claim: " > ".join(f"{link.role}: {link.name}" for link in claim.chain) or None,
    "stance": lambda claim: claim.stance,
    "unverified": lambda claim: claim.unverified,
    "asserted_at": lambda claim: claim.asserted_at,
    "denies": lambda claim: claim.denies,
    "kind": lambda claim: claim.kind,
    "mode": lambda claim: claim.mode,
    "actor": lambda claim: claim.actor,
    "target": lambda claim: claim.target,
    "negated": lambda claim: claim.negated,
    "modality": lambda claim: claim.modality,
    "polarity": lambda claim: claim.polarity,
    "control": lambda claim: _of(claim.control, "change"),
    "control_party": lambda claim: _of(claim.control, "party"),
    "place_text": lambda claim: _of(claim.place, "text"),
    "place": lambda claim: _of(claim.place, "name"),
    "admin1": lambda claim: _of(claim.place, "admin1"),
    "admin2": lambda claim: _of(claim.place, "admin2"),
    "country": lambda claim: _of(claim.place, "country"),
    "latitude": lambda claim: _of(claim.place, "latitude"),
    "longitude": lambda claim: _of(claim.place, "longitude"),
    "geonames": lambda claim: _of(claim.place, "geonames"),
    "where_prec": lambda claim: _of(claim.place, "precision"),
    "earliest": lambda claim: _of(claim.dates, "earliest"),
    "latest": lambda claim: _of(claim.dates, "latest"),
    "date_prec": lambda claim: _of(claim.dates, "precision"),
    "date_text": lambda claim: _of(claim.dates, "text"),
}

_COUNT_COLUMNS: Final = ("outcome", "unit", "low", "high", "best", "operator", "of", "party", "text", "scope", "window", "revises", "rule")

_LAST_COLUMNS: Final[dict[str, Callable[[Claim], Cell]]] = {
    "quote": lambda claim: claim.quote,
    "start": lambda claim: claim.start,
    "end": lambda claim: claim.end,
    "sha256": lambda claim: claim.report.sha256,
    "confidence": lambda claim: claim.confidence,
    "extractor": lambda claim: claim.extractor.name,
    "version": lambda claim: claim.extractor.version,
}

# Within a row, a count's columns are told from the claim's own by their beginning.
COLUMNS: Final = (*_CLAIM_COLUMNS, "nth", *(f"count_{name}" for name in _COUNT_COLUMNS), *_LAST_COLUMNS, *assessed.COLUMNS)
CLAIM_COLUMNS: Final = (*_CLAIM_COLUMNS, *_LAST_COLUMNS)


def write_table(claims: Iterable[Claim], stream: BinaryIO, *, bom: bool = False, known: assessed.Assessed = assessed.NONE) -> int:
    r"""Write a heading and one row a count in UTF-8, and tell how many rows without the heading.

    `nth` numbers the counts of a claim from 1, and is empty where it counts nothing: rows with `nth` above 1 repeat
    the claim, and count it again if they are counted. Words that a spreadsheet would change begin with an
    apostrophe. Lines end with `\r\n` (RFC 4180). `bom` puts a byte order mark first, by which Excel knows UTF-8.
    `known` is what people made of claims.
    """
    lines = csv_writer(stream, bom=bom)
    lines.writerow(COLUMNS)
    many = 0
    for claim in claims:
        for row in _rows(claim, known.get(claim.id, ())):
            lines.writerow([safe(cell) for cell in row])
            many += 1
    return many


def claim_values(claim: Claim) -> dict[str, Cell]:
    """Give the columns of a claim without those of its counts."""
    return {name: give(claim) for name, give in (_CLAIM_COLUMNS | _LAST_COLUMNS).items()}


def csv_writer(stream: BinaryIO, *, bom: bool = False) -> CsvWriter:
    """Give a CSV writer on a stream of bytes, in UTF-8, after a byte order mark where that is asked for."""
    if bom:
        stream.write(b"\xef\xbb\xbf")
    return csv.writer(_Encoded(stream))


class _Encoded:
    """What csv writes text to, on top of a stream of bytes, which is left open."""

    __slots__ = ("_stream",)

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode())


def _rows(claim: Claim, assessments: Iterable[Assessment]) -> Iterator[list[Cell]]:
    first = [give(claim) for give in _CLAIM_COLUMNS.values()]
    last = [*(give(claim) for give in _LAST_COLUMNS.values()), *assessed.values(assessments).values()]
    counts: tuple[Count | None, ...] = claim.counts or (None,)
    for nth, count in enumerate(counts, start=1):
        yield [*first, nth if count else None, *(_of(count, name) for name in _COUNT_COLUMNS), *last]


def _of(part: object | None, name: str) -> Any:
    return None if part is None else getattr(part, name)
