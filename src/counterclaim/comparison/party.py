"""Who speaks for whom, and whether two names are one party."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from counterclaim.claims.claim import Claim

NO_SIDE: Final = frozenset({"civilian", "civilians", "witness", "un", "ngo", "media", "third state", "unknown"})
_CIVILIANS: Final = frozenset({"civilian", "civilians"})


@lru_cache(maxsize=65_536)
def key(name: str | None) -> str | None:
    """Give what two spellings of one name have in common; None for no name and for `unknown`.

    >>> key("Al-Shabaab") == key("al Shabaab"), key("The Taliban"), key("unknown")
    (True, 'taliban', None)
    """
    words = (name or "").casefold().replace("-", " ").replace("_", " ").split()
    plain = " ".join(words[1:] if words[:1] == ["the"] else words)
    return plain if plain and plain != "unknown" else None


def belligerent(claim: Claim) -> str | None:
    """Give the key of the side that a claim's source speaks for, None where it speaks for none."""
    party = key(claim.source.party) if claim.source is not None else None
    return None if party in NO_SIDE else party


def asserter(claim: Claim) -> str:
    """Give a key of who asserts: the source, or the outlet where it asserts itself."""
    if claim.source is None:
        return f"outlet {key(claim.report.outlet) or claim.report.id}"
    return key(claim.source.name) or f"unnamed in {claim.report.id}"


def side(claim: Claim) -> str:
    """Give the name of a claim's side: the party, or the source that speaks for none, or the outlet in its own voice."""
    if claim.source is None:
        return claim.report.outlet or claim.report.id
    return claim.source.party if claim.source.party is not None and belligerent(claim) is not None else claim.source.name


def speaker(claim: Claim) -> str:
    """Give the asserter in words for a person: "Bilal Karimi (Taliban)"."""
    if claim.source is None:
        return claim.report.outlet or "the report"
    party = claim.source.party
    return claim.source.name if party is None or key(party) == key(claim.source.name) else f"{claim.source.name} ({party})"


def same_side(a: Claim, b: Claim) -> bool:
    """Tell whether two claims have one side behind them, or one asserter who speaks for none."""
    one, other = belligerent(a), belligerent(b)
    return one == other if one is not None and other is not None else asserter(a) == asserter(b)


def at_odds(a: str | None, b: str | None) -> bool:
    """Tell whether two parties are both known and differ. What is unknown is at odds with nothing."""
    one, other = key(a), key(b)
    return one is not None and other is not None and one != other and not {one, other} <= _CIVILIANS
