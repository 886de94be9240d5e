"""Claims that were grouped: what the weights of linking are trained on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from counterclaim.claims.claim import Claim
from counterclaim.evaluation.coded import coded_claims
from counterclaim.evaluation.gold import read_dispatches, read_rows
from counterclaim.evaluation.incidents import read_groups, stands_for
from counterclaim.export.claims import read_claims
from counterclaim.workflows.evaluate import claims_in
from counterclaim.workflows.recipe import Recipe

PEOPLE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Claims that were grouped, and the texts of their reports by SHA-256.

    `of_reports` where the groups are of whole reports and tell nothing of two claims in one. `counts` is how often the set
    counts, `meant` which coded claims a claim stands for.
    """

    claims: list[Claim]
    groups: list[list[str]]
    texts: Mapping[str, str]
    of_reports: bool = False
    counts: float = 1.0
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def texts_of(self, _reports: Collection[str]) -> Mapping[str, str]:
        """Give the texts, as linking asks for them."""
        return self.texts

    def part(self, war: str, *, inside: bool) -> Coded:
        """Give the set of the reports whose ids begin with a war's name, or of all others."""
        claims = [claim for claim in self.claims if claim.report.id.startswith(war) is inside]
        kept = {claim.id for claim in claims}
        return replace(self, claims=claims, groups=[[claim for claim in group if claim in kept] for group in self.groups])


def read_set(folder: Path, *, of_reports: bool = False) -> Coded:
    """Give what a folder holds."""
    groups = [row["claims"] for row in read_rows(folder / "groups.jsonl")]
    there = folder / "texts.jsonl"
    texts = {row["sha256"]: row["text"] for row in read_rows(there)} if there.exists() else {}
    counts = PEOPLE if of_reports else 1.0
    return Coded(claims=list(read_claims(folder / "claims.jsonl")), groups=groups, texts=texts, of_reports=of_reports, counts=counts)


def dispatches_in(folder: Path) -> dict[str, Coded]:
    """Give coded dispatches: as people coded them, and what is read in them, grouped as what was coded of it."""
    gold, groups = read_dispatches(folder), [set(group["claims"]) for group in read_groups(folder)]
    by_hand, read = list(coded_claims(folder, gold)), list(claims_in([folder], Recipe()))
    meant = stands_for(gold, read)
    found = [[claim for claim, coded in meant.items() if coded & group] for group in groups]
    itself = {claim.id: frozenset({claim.id}) for claim in by_hand}
    return {
        "hand-coded": Coded(claims=by_hand, groups=[sorted(group) for group in groups], texts=gold.by_hash, counts=PEOPLE, meant=itself),
        "from text": Coded(claims=read, groups=found, texts=gold.by_hash, counts=PEOPLE, meant=meant),
    }
