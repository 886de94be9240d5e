"""Linking against gold: incidents and counterclaims of coded dispatches, from coded claims or from the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident
from counterclaim.workflows.across import Gatherer
from counterclaim.workflows.describe import Describer
from counterclaim.workflows.evaluate import claims_in
from counterclaim.workflows.recipe import Recipe

if TYPE_CHECKING:
    from counterclaim.evaluation.floors import Floors
    from counterclaim.evaluation.gold import Dispatches
    from counterclaim.evaluation.incidents import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredIncidents:
    """Scores of incidents on coded dispatches; `basis` is `hand-coded` or `from text`, the claims that they were made of."""

    gold: Dispatches
    basis: str
    shares: list[Share]
    misses: list[str]

    def check_floors(self, path: Path) -> None:
        """Check that no score is worse than its floor.

        Raises:
            BelowFloor: One is.
            UnreadableInput: The file holds no floors, or those of other gold.
        """
        from counterclaim.evaluation.floors import check_shares, read_floors

        check_shares(self.shares, read_floors(path), gold=self.gold.hash, basis=self.basis)

    def write_floors(self, path: Path, *, lower: bool) -> None:
        """Write what was reached as the new floors.

        Raises:
            BelowFloor: A floor would get worse and `lower` does not allow it.
            UnreadableInput: The file holds no floors, or those of other gold.
        """
        from counterclaim.evaluation.floors import read_floors, update_shares, write_floors

        old: Floors = read_floors(path)
        write_floors(path, update_shares(self.shares, old, gold=self.gold.hash, basis=self.basis, allow_regression=lower))


def score_incidents(folder: Path, recipe: Recipe, *, claims: Path | None = None, hand_coded: bool = False) -> ScoredIncidents:
    """Give scores of what linking makes of coded dispatches.

    Args:
        folder: Has `texts/`, `claims.jsonl`, `reports.jsonl` and `incidents.jsonl`.
        recipe: Reads the texts, where neither of the following is given.
        claims: A file of claims read in these texts.
        hand_coded: The coded claims themselves are linked.

    Raises:
        UnreadableInput: The folder or the file does not hold these.
    """
    from counterclaim.evaluation import incidents as scorer
    from counterclaim.evaluation.coded import coded_claims
    from counterclaim.evaluation.gold import read_dispatches
    from counterclaim.export.claims import read_claims

    gold, groups = read_dispatches(folder), scorer.read_groups(folder)
    if hand_coded:
        known = list(coded_claims(folder, gold))
        stands_for = {claim.id: frozenset({claim.id}) for claim in known}
    else:
        known = list(read_claims(claims) if claims else claims_in([folder], recipe))
        stands_for = scorer.stands_for(gold, known)
    placed = scorer.place(incidents_of(known, gold.by_hash), stands_for)
    return ScoredIncidents(
        gold=gold,
        basis="hand-coded" if hand_coded else "from text",
        shares=scorer.score_incidents(gold, groups, placed),
        misses=scorer.misses(gold, groups, placed),
    )


def incidents_of(claims: Iterable[Claim], texts: Mapping[str, str]) -> Iterator[Incident]:
    """Give the incidents of some claims, without a ledger; `texts` are those of their reports, by the SHA-256."""
    from counterclaim.linkage import link

    gatherer = Gatherer()
    by_report = sorted(claims, key=lambda claim: (claim.report.sha256, claim.id))
    known = {claim.id: claim for claim in gatherer.passing(by_report)}
    describer = Describer(across=gatherer.found(), outlets={}, copies={})
    for name, inside in link(known.values(), texts=lambda _names: texts).incidents.items():
        yield describer.describe(name, [known[claim] for claim in inside])
