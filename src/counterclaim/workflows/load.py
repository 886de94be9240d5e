"""Claims coded by hand or made by another program, from a file into a ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import UnreadableInput
from counterclaim.workflows.read import now

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

BATCH: Final = 50_000
"""Claims that are written in one transaction: keys are hashes, and each transaction writes every page that one of them falls on."""
WAY_OUT: Final = "correct the line and load the file again; what is known already is passed over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What became of the next lines of a file: claims that are new, claims known before, and lines that are no claim."""

    new: int
    known: int
    errors: tuple[UnreadableInput, ...]


def load_claims(path: Path, ledger: Ledger, *, stdin: BinaryIO | None = None, clock: Callable[[], dt.datetime] = now) -> Iterator[Batch]:
    """Give what became of the claims in a file, batch by batch, each kept in the ledger by then.

    Raises:
        UnreadableInput: The file cannot be opened.
        LedgerError: The ledger cannot be written; whole batches before hold.
    """
    from counterclaim.export.claims import lines_in

    source = "standard input" if str(path) == "-" else str(path)
    for lines in batches(lines_in(path, stdin)):
        claims = [line for line in lines if not isinstance(line, UnreadableInput)]
        loaded = ledger.load((claim for _, claim in claims), when=clock())
        refused = [UnreadableInput(source, one.reason, place=f"line {claims[one.nth][0]}", way_out=WAY_OUT) for one in loaded.refused]
        errors = [line for line in lines if isinstance(line, UnreadableInput)]
        yield Batch(new=loaded.new, known=loaded.known, errors=tuple(errors + refused))


def batches(lines: Iterable[tuple[int, Claim] | UnreadableInput]) -> Iterator[list[tuple[int, Claim] | UnreadableInput]]:
    """Give lines in lists, the last one shorter; what comes before a file fails to give more is given first."""
    batch: list[tuple[int, Claim] | UnreadableInput] = []
    for line in lines:
        batch.append(line)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
