"""What is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of event; `docs/codebook.md` maps each to ACLED and PLOVER."""

    CLASH = "clash"
    ATTACK = "attack"
    CONTROL = "control"
    MOVEMENT = "movement"
    CAPTURE = "capture"
    SURRENDER = "surrender"
    DETENTION = "detention"
    DISPLACEMENT = "displacement"
    EQUIPMENT_LOSS = "equipment_loss"
    ABUSE_OF_CIVILIANS = "abuse_of_civilians"
    TALKS = "talks"
    AGREEMENT = "agreement"
    CEASEFIRE = "ceasefire"
    ACCUSATION = "accusation"
    CASUALTIES = "casualties"
    OTHER = "other"


class Mode(StrEnum):
    """By what means an attack was made."""

    FIREARMS = "firearms"
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    MISSILE = "missile"
    EXPLOSIVE_DEVICE = "explosive_device"
    SUICIDE_ATTACK = "suicide_attack"
    AMBUSH = "ambush"
    OTHER = "other"


class Modality(StrEnum):
    """Whether the event is told as one that happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """Whose loss or gain it is, seen from the asserter's side."""

    OWN_LOSS = "own_loss"
    ENEMY_LOSS = "enemy_loss"
    THIRD_PARTY_LOSS = "third_party_loss"
    OWN_GAIN = "own_gain"
    ENEMY_GAIN = "enemy_gain"


class Change(StrEnum):
    """What is claimed about who holds a place. Always claimed, never assessed."""

    CAPTURED = "captured"
    RECAPTURED = "recaptured"
    ENTERED = "entered"
    HOLDS = "holds"
    SURROUNDED = "surrounded"
    REPELLED_ATTACK_ON = "repelled_attack_on"
    LOST = "lost"
    WITHDREW_FROM = "withdrew_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A party and what it is claimed to have done with a place; for a repelled attack, the defender."""

    change: Change
    party: str | None
