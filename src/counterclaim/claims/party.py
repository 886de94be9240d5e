"""The sides of a conflict, and those who are no side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Parties that are nobody's side, as `Source.party` and `Claim.target` name them.
CIVILIANS = "civilians"
WITNESS = "witness"
MEDIA = "media"


class PartyKind(StrEnum):
    """What a party is."""

    STATE = "state"
    STATE_FORCE = "state_force"
    REBEL = "rebel"
    MILITIA = "militia"
    DE_FACTO = "de_facto"
    INTERGOVERNMENTAL = "intergovernmental"
    NGO = "ngo"
    MEDIA = "media"
    PRIVATE_MILITARY = "private_military"
    CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side, under its usual name. `countries` (ISO 3166 alpha-2) are where it acts, home first."""

    name: str
    kind: PartyKind
    countries: tuple[str, ...] = ()
