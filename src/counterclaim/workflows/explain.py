"""One claim with everything that stands behind it: what the ledger keeps, and what reading its report again shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counterclaim.claims.claim import Claim
from counterclaim.claims.report import Report
from counterclaim.workflows.read import Recipe

if TYPE_CHECKING:
    from counterclaim.extraction.trace import Trace
    from counterclaim.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A claim, its report, and the trace of how it was read.

    `report` is None where the ledger does not hold its text, `trace` where reading again does not give the claim.
    """

    claim: Claim
    report: Report | None
    trace: Trace | None


def explain(ledger: Ledger, claim_id: str, recipe: Recipe | None) -> Explanation:
    """Give the explanation of a claim, by its id or the first characters of it.

    The report is read again by the reader that made the claim, in this version; without a recipe, or where people or
    another version made the claim, the ledger alone speaks.

    Raises:
        UnknownClaim: No claim, or several, have this id.
    """
    claim = ledger.claim(claim_id)
    report = next(iter(ledger.appearances(claim.report.sha256)), None)
    return Explanation(claim=claim, report=report, trace=trace_of(claim, report, recipe) if recipe and report else None)


def trace_of(claim: Claim, report: Report, recipe: Recipe) -> Trace | None:
    """Give how the reader that made a claim came to it; None where it was not this version of one of ours."""
    from counterclaim.extraction.identity import READERS, made_by

    reader = next((one for one in READERS if made_by(one) == claim.extractor), None)
    if reader is None:
        return None
    extractor = replace(recipe, reader=reader)()
    return next((trace for _, trace in extractor.traced(report) if trace.claim == claim.id), None)
