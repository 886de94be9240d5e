"""Claims of a ledger on their way into the linker: what it compares of them, and what contradicts what across incidents."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeAlias

from counterclaim.comparison.across import on_control, within_reports
from counterclaim.workflows.across import Across, by_claim, packed, unpacked
from counterclaim.workflows.describe import AGAIN
from counterclaim.workflows.pool import run_in_order
from counterclaim.workflows.seldom import collect_seldom

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

TOGETHER: Final = 1_000
"""Readings that are taken in together."""

Task: TypeAlias = "Sequence[str] | Country"


class Country(NamedTuple):
    """Asks for what contradicts each other on the control of places in a country."""

    code: str | None


class Part(NamedTuple):
    """What was made of some claims: how many they are, what the linker compares of them, and packed counterclaims among them."""

    claims: int
    rows: bytes
    pairs: bytes


class Intake:
    """Takes in all claims of a ledger: first `rows`, to the end, then what contradicts what. A context manager.

    One process or several give the same. Each reads the claims in the ledger itself.
    """

    def __init__(self, ledger: Ledger, *, processes: int, done: Callable[[int], None] = lambda _claims: None) -> None:
        readings = ledger.newest_readings()
        parts: list[Task] = [readings[at : at + TOGETHER] for at in range(0, len(readings), TOGETHER)]
        self._first = len(parts)
        parts += map(Country, ledger.countries_of_control())
        self._coming = _made(ledger, parts, processes)
        self._pairs: list[bytes] = []
        self._done = done

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._coming.close()

    def rows(self) -> Iterator[bytes]:
        """Give what the linker compares of all claims, many at a time."""
        claims = 0
        for part in islice(self._coming, self._first):
            self._done(claims)
            claims += part.claims
            self._pairs.append(part.pairs)
            yield part.rows

    def across(self) -> Across:
        """Give the counterclaims of all claims across incidents, by each of their two claims."""
        self._pairs += (part.pairs for part in self._coming)
        return by_claim(one for pairs in self._pairs for one in unpacked(pairs))


def _made(ledger: Ledger, tasks: Sequence[Task], processes: int) -> Generator[Part, None, None]:
    if processes > 1:
        made = run_in_order(partial(_opened, ledger.path), ((None, task) for task in tasks), processes, way_out=AGAIN)
        yield from (part for _, part in made)
        return
    yield from map(_making(ledger), tasks)


def _opened(path: Path) -> Callable[[Task], Part]:
    from counterclaim.ledger import Ledger

    collect_seldom()
    return _making(Ledger.open(path))


def _making(ledger: Ledger) -> Callable[[Task], Part]:
    from counterclaim.linkage import encoded

    def make(task: Task) -> Part:
        if isinstance(task, Country):
            return Part(0, b"", packed(on_control(ledger.control_in(task.code))))
        claims = list(ledger.claims_of_readings(task))
        return Part(len(claims), encoded(claims, ledger.texts), packed(within_reports(claims)))

    return make
