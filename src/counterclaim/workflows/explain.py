"""One claim with everything that stands behind it: what the ledger keeps, and what reading its report again shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counterclaim.claims.assessment import Assessment, holding
from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import NoAnswer
from counterclaim.claims.report import Report
from counterclaim.workflows.recipe import Recipe

if TYPE_CHECKING:
    from counterclaim.extraction.trace import Trace
    from counterclaim.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A claim, its report, and the trace of how it was read.

    `assessments` are what holds of people's words on it.
    `report` is None where the ledger does not hold its text, `trace` where reading again does not give the claim.
    """

    claim: Claim
    report: Report | None
    trace: Trace | None
    assessments: tuple[Assessment, ...] = ()


def explain(ledger: Ledger, claim_id: str, recipe: Recipe | None) -> Explanation:
    """Give the explanation of a claim, by its id or the first characters of it.

    The report is read again by the reader that made the claim, in this version; without a recipe, or where people or
    another version made the claim, the ledger alone speaks.

    Raises:
        UnknownClaim: No claim, or several, have this id.
    """
    claim = ledger.claim(claim_id)
    report = next(iter(ledger.appearances(claim.report.sha256)), None)
    trace = trace_of(claim, report, recipe) if recipe and report else None
    return Explanation(claim=claim, report=report, trace=trace, assessments=holding(ledger.assessments()).get(claim.id, ()))


def trace_of(claim: Claim, report: Report, recipe: Recipe) -> Trace | None:
    """Give how the reader that made a claim came to it; None where it was not this version of one of ours.

    A language model is not asked again: its kept answer is read, and there is no trace where it is kept no longer.
    """
    same = recipe_of(claim, recipe)
    if same is None:
        return None
    try:
        return next((trace for _, trace in same().traced(report) if trace.claim == claim.id), None)
    except NoAnswer:
        return None


def recipe_of(claim: Claim, recipe: Recipe) -> Recipe | None:
    """Give the recipe of the reader that made a claim, with kept answers alone; None for another version, or for people."""
    from counterclaim.extraction.identity import ASKING, READERS, made_by, model_of, reader_of

    reader, model = reader_of(claim.extractor), model_of(claim.extractor)
    if reader not in READERS or (reader in ASKING) is not (model is not None and recipe.endpoint is not None):
        return None
    if made_by(reader, model) != claim.extractor:
        return None
    endpoint = replace(recipe.endpoint, url=None, model=model) if recipe.endpoint is not None and model is not None else None
    return replace(recipe, reader=reader, endpoint=endpoint)
