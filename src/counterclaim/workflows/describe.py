"""An incident made of its claims: origins, positions, what cannot both hold, and how it stands."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.incident import Incident, Origin
from counterclaim.comparison.incident import assemble
from counterclaim.workflows.across import Across, by_claim, packed, unpacked
from counterclaim.workflows.pool import run_in_order
from counterclaim.workflows.seldom import collect_seldom

if TYPE_CHECKING:
    from counterclaim.ledger import KeptIncident, Ledger

MANY: Final = 20_000
"""Claims from which on several processes make incidents of them."""
AGAIN: Final = "run it again when there is more; the ledger is as it was"


Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Describer:
    """Makes incidents of claims.

    `across` are counterclaims by claim, whatever incidents they reach into; `outlets` those of texts that appeared in
    several, by the text's SHA-256; `copies` gives, for reports that repeat another almost word for word, the id of that one.
    """

    across: Across
    outlets: Mapping[str, Sequence[str]]
    copies: Mapping[str, str]

    @classmethod
    def of(cls, ledger: Ledger, claims: Iterable[Claim], across: Across) -> Describer:
        """Give one that knows from a ledger the outlets and the copies of the reports of some claims."""
        reports = [claim.report for claim in claims]
        outlets = ledger.outlets({report.sha256 for report in reports})
        return cls(across=across, outlets=outlets, copies=ledger.copies({report.id for report in reports}))

    def describe(self, name: str, claims: Sequence[Claim]) -> Incident:
        """Give the incident of some claims, at least one, under its id."""
        from counterclaim.linkage import origins

        texts = {claim.id: claim.report.sha256 for claim in claims}
        found = [self._with_outlets(one, texts) for one in origins(claims, self.copies)]
        return assemble(name, claims, found, [one for claim in texts for one in self.across.get(claim, ())])

    def _with_outlets(self, origin: Origin, texts: Mapping[str, str]) -> Origin:
        more = {outlet for claim in origin.claims for outlet in self.outlets.get(texts[claim], ())}
        return replace(origin, outlets=tuple(sorted({*origin.outlets, *more}))) if more else origin


def described_in(ledger: Ledger, parts: Iterable[Groups], across: Across, *, processes: int) -> Iterator[tuple[Groups, list[KeptIncident]]]:
    """Give each part of the groups, claims by incident, with its incidents, in order.

    One process or several give the same. Each reads the claims in the ledger itself, which nobody may write meanwhile.
    """
    tasks = ((part, (part, packed(_about(across, part)))) for part in parts)
    if processes > 1:
        yield from run_in_order(partial(_opened, ledger.path), tasks, processes, way_out=AGAIN)
        return
    describe = _describing(ledger)
    yield from ((part, describe(task)) for part, task in tasks)


def processes_for(claims: int) -> int:
    """Give how many processes to use for so many claims: one for few, for they start in a second each."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 1 + claims // MANY)


def _about(across: Across, part: Groups) -> list[Counterclaim]:
    """Give the counterclaims of some groups' claims, each once or twice."""
    return [one for inside in part.values() for claim in inside if claim in across for one in across[claim]]


def _opened(path: Path) -> Callable[[tuple[Groups, bytes]], list[KeptIncident]]:
    from counterclaim.ledger import Ledger

    collect_seldom()
    return _describing(Ledger.open(path))


def _describing(ledger: Ledger) -> Callable[[tuple[Groups, bytes]], list[KeptIncident]]:
    """Give what makes incidents of the claims of a ledger."""

    def describe(task: tuple[Groups, bytes]) -> list[KeptIncident]:
        groups, across = task
        claims = ledger.claims_named([claim for inside in groups.values() for claim in inside])
        describer = Describer.of(ledger, claims.values(), by_claim(dict.fromkeys(unpacked(across))))
        return [_described(describer, name, [claims[claim] for claim in inside]) for name, inside in groups.items()]

    return describe


def _described(describer: Describer, name: str, claims: Sequence[Claim]) -> KeptIncident:
    from counterclaim.ledger import kept_incident

    days = [day for claim in claims for day in days_of(claim)]
    return kept_incident(describer.describe(name, claims), earliest=min(days, default=None), latest=max(days, default=None))


def days_of(claim: Claim) -> tuple[dt.date, ...]:
    """Give the first and last day of a claim; the day of publication where it has none."""
    if claim.dates:
        return claim.dates.earliest, claim.dates.latest
    return (claim.report.published,) if claim.report.published else ()
