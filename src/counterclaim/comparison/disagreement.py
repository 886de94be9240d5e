"""How much the claims of incidents disagree on their figures, by the measures of eventreport."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Outcome
from counterclaim.comparison import eventreport
from counterclaim.comparison.tallies import tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Measures over the groups of victims of incidents (`n`); None where there is nothing to measure.

    `dscore` is how many different numbers a group has on average, less one; `normalised_dscore` the same as a share
    of all different numbers. `mean_range` and `mean_sd` are in persons or things. `share` is the share of groups with
    two numbers or more, `modal_confidence` the mean share of claims that give a group's most frequent number.
    """

    outcome: Outcome
    n: int
    dscore: float | None
    normalised_dscore: float | None
    mean_range: float | None
    mean_sd: float | None
    share: float | None
    modal_confidence: float | None


def disagreement(incidents: Iterable[Iterable[Claim]], outcome: Outcome = Outcome.KILLED) -> Disagreement:
    """Give the disagreement on one outcome, of each incident's groups of victims apart.

    A claim's number is its best, else its lowest, else its ceiling; what a side revised is left out. Source: the
    diagnostics of eventreport 0.1.1 (van Baalen and Höglund).

    >>> from counterclaim.comparison.example import ambush
    >>> found = disagreement([ambush()[:4], ambush()[2:4]])
    >>> found.n, found.dscore, found.mean_range, found.share, found.modal_confidence
    (2, 1.0, 4.0, 0.5, 0.75)
    """
    groups = [[entry.best for entry in tally.entries] for claims in incidents for tally in tallies(claims) if tally.outcome is outcome]
    return Disagreement(
        outcome=outcome,
        n=len(groups),
        dscore=eventreport.mean_dscore(groups),
        normalised_dscore=eventreport.mean_dscore(groups, normalise=True),
        mean_range=eventreport.mean_range(groups),
        mean_sd=eventreport.mean_sd(groups),
        share=eventreport.share_disagreement(groups),
        modal_confidence=eventreport.modal_confidence(groups),
    )
