"""How an incident stands, and how many independent voices it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.event import Polarity
from counterclaim.claims.incident import Origin, Status
from counterclaim.comparison import dates, party, victims
from counterclaim.comparison.difference import affirms, told_as_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many origins, how many sides among them, and how many outlets carried them. Six outlets of one tweet are one origin."""

    origins: int
    sides: int
    outlets: int


def independence(claims: Iterable[Claim], origins: Iterable[Origin] = ()) -> Independence:
    """Count origins, sides and outlets of claims. A claim that no origin lists is an origin of its own, by its asserter."""
    group = list(claims)
    ids = {c.id for c in group}
    listed = {claim: origin.id for origin in origins for claim in origin.claims if claim in ids}
    return Independence(
        origins=len({listed.get(c.id, f"asserter {party.asserter(c)}") for c in group}),
        sides=len({party.belligerent(c) or party.asserter(c) for c in group}),
        outlets=len({c.report.outlet or c.report.id for c in group}),
    )


def status(claims: Iterable[Claim], origins: Iterable[Origin] = (), counterclaims: Iterable[Counterclaim] = ()) -> Status:
    """Give how an incident stands; the first that fits of retracted, contested, conceded, single_origin, uncontested.

    `retracted`: all who affirm it took it back later. `contested`: one of its claims cannot hold beside another, in it or
    elsewhere. `conceded`: the
    side that loses by it says so too. `uncontested`: several origins and no counterclaim. Nothing is ever confirmed.
    """
    group = list(claims)
    ids = {c.id for c in group}
    if _retracted(group):
        return Status.RETRACTED
    if any(c.a in ids or c.b in ids for c in counterclaims):
        return Status.CONTESTED
    if any(concedes(c) for c in group):
        return Status.CONCEDED
    alone = independence(group, origins).origins <= 1
    return Status.SINGLE_ORIGIN if alone else Status.UNCONTESTED


def concedes(claim: Claim) -> bool:
    """Tell whether a side tells its own loss, by stance, by polarity, or because those counted are its own fighters."""
    if not affirms(claim):
        return False
    if claim.stance is Stance.CONCEDES or claim.polarity is Polarity.OWN_LOSS:
        return True
    side = party.belligerent(claim)
    return side is not None and any(victims.own_loss(claim, count) for count in claim.counts)


def _retracted(claims: Sequence[Claim]) -> bool:
    affirmed = [c for c in claims if affirms(c)]
    denied = [c for c in claims if c.negated and told_as_fact(c)]
    return bool(affirmed) and all(any(_takes_back(later, earlier) for later in denied) for earlier in affirmed)


def _takes_back(later: Claim, earlier: Claim) -> bool:
    if party.asserter(later) != party.asserter(earlier) or later.kind is not earlier.kind:
        return False
    if later.denies == earlier.id:
        return True
    days = dates.days_between(earlier, later)
    same = party.key(later.actor) == party.key(earlier.actor) and party.key(later.target) == party.key(earlier.target)
    return days is not None and days > 0 and same
