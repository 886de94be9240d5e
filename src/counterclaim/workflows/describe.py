"""An incident made of its claims: origins, positions, what cannot both hold, and how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident, Origin
from counterclaim.comparison.incident import assemble
from counterclaim.workflows.across import Across

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger


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
    def of(cls, ledger: Ledger, across: Across) -> Describer:
        """Give one that knows the outlets and the copies of a ledger."""
        return cls(across=across, outlets=ledger.outlets(), copies=ledger.copies())

    def describe(self, name: str, claims: Sequence[Claim]) -> Incident:
        """Give the incident of some claims, at least one, under its id."""
        from counterclaim.linkage import origins

        texts = {claim.id: claim.report.sha256 for claim in claims}
        found = [self._with_outlets(one, texts) for one in origins(claims, self.copies)]
        return assemble(name, claims, found, [one for claim in texts for one in self.across.get(claim, ())])

    def _with_outlets(self, origin: Origin, texts: Mapping[str, str]) -> Origin:
        more = {outlet for claim in origin.claims for outlet in self.outlets.get(texts[claim], ())}
        return replace(origin, outlets=tuple(sorted({*origin.outlets, *more}))) if more else origin


def days_of(claim: Claim) -> tuple[dt.date, ...]:
    """Give the first and last day of a claim; the day of publication where it has none."""
    if claim.dates:
        return claim.dates.earliest, claim.dates.latest
    return (claim.report.published,) if claim.report.published else ()
