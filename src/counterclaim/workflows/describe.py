"""An incident made of its claims: its origins, what cannot both hold in it, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident, Origin
from counterclaim.comparison.counterclaims import counterclaims
from counterclaim.comparison.status import status


def describe(name: str, claims: Sequence[Claim], *, outlets: Mapping[str, Sequence[str]], copies: Mapping[str, str]) -> Incident:
    """Give the incident of some claims, without its positions, which whoever shows it makes.

    Args:
        name: The incident's id.
        claims: Its claims, at least one.
        outlets: The outlets of texts that appeared in several, by the text's SHA-256.
        copies: For reports that repeat another almost word for word, by id, the id of the first.
    """
    from counterclaim.linkage import origins

    texts = {claim.id: claim.report.sha256 for claim in claims}
    found = tuple(_with_outlets(one, texts, outlets) for one in origins(claims, copies))
    contradictions = counterclaims(claims) if len(claims) > 1 else ()
    return Incident(
        id=name,
        claims=tuple(sorted(texts)),
        counterclaims=contradictions,
        origins=found,
        status=status(claims, found, contradictions),
    )


def _with_outlets(origin: Origin, texts: Mapping[str, str], outlets: Mapping[str, Sequence[str]]) -> Origin:
    more = {outlet for claim in origin.claims for outlet in outlets.get(texts[claim], ())}
    return replace(origin, outlets=tuple(sorted({*origin.outlets, *more}))) if more else origin
