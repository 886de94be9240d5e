"""What one comparison of two claims finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Question
from counterclaim.claims.event import Kind, Modality

VIOLENT: Final = frozenset({Kind.ATTACK, Kind.CLASH, Kind.CASUALTIES, Kind.ABUSE_OF_CIVILIANS, Kind.EQUIPMENT_LOSS, Kind.CAPTURE})
_TOLD_AS_FACT: Final = frozenset({Modality.HAPPENED, Modality.ONGOING})


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims differ on a question; `both_hold` tells whether both can be right all the same. `reason` is for a person."""

    question: Question
    reason: str
    both_hold: bool = False


def told_as_fact(claim: Claim) -> bool:
    """Tell whether a claim is about something that happened or goes on, and not about a plan or a threat."""
    return claim.modality in _TOLD_AS_FACT


def affirms(claim: Claim) -> bool:
    """Tell whether a claim says that something happened."""
    return told_as_fact(claim) and not claim.negated
