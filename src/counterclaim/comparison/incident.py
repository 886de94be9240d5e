"""One incident, put together from its claims."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.incident import Incident, Origin
from counterclaim.comparison.counterclaims import counterclaims
from counterclaim.comparison.positions import positions
from counterclaim.comparison.status import status


def assemble(ident: str, claims: Iterable[Claim], origins: Iterable[Origin] = (), across: Iterable[Counterclaim] = ()) -> Incident:
    """Give an incident with its positions, counterclaims and status. The order of the claims makes no difference.

    Args:
        ident: Its id.
        claims: All of its claims, each once.
        origins: Origins of these and other claims; those without a claim of this incident are left out.
        across: Counterclaims between claims of whatever incidents; those with a claim of this one become its own.
    """
    group = sorted(claims, key=lambda c: c.id)
    ids = {c.id for c in group}
    own = tuple(sorted((o for o in origins if ids & set(o.claims)), key=lambda o: o.id))
    found = {(c.a, c.b, c.question): c for c in across if c.a in ids or c.b in ids}
    found |= {(c.a, c.b, c.question): c for c in counterclaims(group)}
    contested = tuple(found[key] for key in sorted(found))
    return Incident(
        id=ident,
        claims=tuple(c.id for c in group),
        counterclaims=contested,
        positions=positions(group, own),
        origins=own,
        status=status(group, own, contested),
    )
