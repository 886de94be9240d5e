"""An incident with everything that stands behind it: its claims, what differs in it, why they were linked, what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counterclaim.claims.assessment import Assessment, holding
from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Compatible
from counterclaim.claims.incident import Incident, Judgement
from counterclaim.claims.resemblance import Resemblance, Tie
from counterclaim.claims.row import Row
from counterclaim.claims.timeline import Timeline
from counterclaim.comparison.counterclaims import compatible
from counterclaim.comparison.policy import POLICIES
from counterclaim.comparison.timeline import timelines

if TYPE_CHECKING:
    from counterclaim.ledger import ClaimQuery, Ledger, Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two claims stand in one incident: the tie, and their resemblance where both are still there."""

    tie: Tie
    resemblance: Resemblance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An incident with its claims and those of other incidents that it contradicts, by id.

    `differences` are pairs that differ and can both hold; `judgements` are people's on its claims, taken back or not;
    `assessments` are what holds of people's words on single claims, by claim;
    `reasons` are given only where they are asked for.
    """

    incident: Incident
    claims: Mapping[str, Claim]
    differences: tuple[Compatible, ...]
    past: tuple[Past, ...]
    judgements: tuple[Judgement, ...] = ()
    assessments: Mapping[str, Sequence[Assessment]] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()

    @property
    def said(self) -> list[Judgement | Assessment]:
        """What people judged, and what holds of their assessments of the incident's own claims, oldest first."""
        own = [one for claim in self.incident.claims for one in self.assessments.get(claim, ())]
        return sorted((*self.judgements, *own), key=lambda one: (one.at, one.id))

    @property
    def inside(self) -> list[Claim]:
        """The incident's own claims, in the order of their ids."""
        return [self.claims[claim] for claim in self.incident.claims if claim in self.claims]


def account_of(ledger: Ledger, incident_id: str, *, why: bool = False) -> Account:
    """Give an incident by its id or a claim's, or the first characters of them.

    Raises:
        UnknownClaim: Nothing is called so, several are, or the incident ended.
    """
    incident = ledger.incident(incident_id)
    beside = [claim for one in incident.counterclaims for claim in (one.a, one.b)]
    claims = ledger.claims_named(dict.fromkeys([*incident.claims, *beside]))
    return Account(
        incident=incident,
        claims=claims,
        differences=compatible(claims[claim] for claim in incident.claims if claim in claims),
        past=ledger.past(incident.id),
        judgements=tuple(one for one in ledger.judgements() if {one.a, one.b} & set(incident.claims)),
        assessments={claim: told for claim, told in holding(ledger.assessments()).items() if claim in claims},
        reasons=tuple(reasons(ledger, incident, claims)) if why else (),
    )


def reasons(ledger: Ledger, incident: Incident, claims: Mapping[str, Claim]) -> Iterable[Reason]:
    """Give what holds an incident together, comparison by comparison."""
    from counterclaim.linkage import Linker

    with Linker() as linker:
        for tie in ledger.ties(incident):
            both = claims.get(tie.a), claims.get(tie.b)
            known = both[0] is not None and both[1] is not None
            yield Reason(tie=tie, resemblance=linker.explain(both[0], both[1], ledger.texts) if known and both[0] and both[1] else None)


def rows_of(account: Account, policies: Iterable[str]) -> list[Row]:
    """Give the row that each policy, by its name, makes of an incident."""
    return [POLICIES[name](account.inside) for name in policies]


def control_of(ledger: Ledger, query: ClaimQuery) -> tuple[Timeline, ...]:
    """Give what each side claims about the places asked for, over time."""
    return timelines(claim for claim in ledger.claims(query) if claim.control is not None)
