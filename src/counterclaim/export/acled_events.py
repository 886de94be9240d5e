"""Which ACLED event and sub-event the claims of an incident come to.

Source: ACLED's event types (vignettes of its R package acledR); the mapping of our kinds is ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.event import Change, Kind, Mode
from counterclaim.claims.incident import Status
from counterclaim.claims.party import PartyKind
from counterclaim.comparison.difference import affirms
from counterclaim.export.sides import Sides, is_civilian
from counterclaim.export.told import Told

Event = tuple[str, str]

BATTLES: Final = "Battles"
REMOTE: Final = "Explosions/Remote violence"
AGAINST_CIVILIANS: Final = "Violence against civilians"
STRATEGIC: Final = "Strategic developments"
CLASH: Final[Event] = (BATTLES, "Armed clash")
GOVERNMENT_REGAINS: Final[Event] = (BATTLES, "Government regains territory")
OVERTAKES: Final[Event] = (BATTLES, "Non-state actor overtakes territory")
ATTACK: Final[Event] = (AGAINST_CIVILIANS, "Attack")

_MODES: Final[dict[Mode, Event]] = {
    Mode.SHELLING: (REMOTE, "Shelling/artillery/missile attack"),
    Mode.MISSILE: (REMOTE, "Shelling/artillery/missile attack"),
    Mode.AIR_STRIKE: (REMOTE, "Air/drone strike"),
    Mode.DRONE_STRIKE: (REMOTE, "Air/drone strike"),
    Mode.EXPLOSIVE_DEVICE: (REMOTE, "Remote explosive/landmine/IED"),
    Mode.SUICIDE_ATTACK: (REMOTE, "Suicide bomb"),
}
_KINDS: Final[dict[Kind, Event]] = {
    Kind.CLASH: CLASH,
    Kind.MOVEMENT: (STRATEGIC, "Change to group/activity"),
    Kind.SURRENDER: (STRATEGIC, "Change to group/activity"),
    Kind.DISPLACEMENT: (STRATEGIC, "Other"),
    Kind.EQUIPMENT_LOSS: (STRATEGIC, "Looting/property destruction"),
    Kind.ABUSE_OF_CIVILIANS: ATTACK,
    Kind.TALKS: (STRATEGIC, "Other"),
    Kind.AGREEMENT: (STRATEGIC, "Agreement"),
    Kind.CEASEFIRE: (STRATEGIC, "Agreement"),
    Kind.OTHER: (STRATEGIC, "Other"),
}
_CHANGES: Final[dict[Change, Event]] = {
    Change.ENTERED: CLASH,
    Change.REPELLED_ATTACK_ON: CLASH,
    Change.LOST: CLASH,
    Change.SURROUNDED: (STRATEGIC, "Other"),
    Change.WITHDREW_FROM: (STRATEGIC, "Non-violent transfer of territory"),
}
_STATE: Final = frozenset({PartyKind.STATE, PartyKind.STATE_FORCE})


def acled_event(told: Told, sides: Sides) -> Event | None:
    """Give event and sub-event, None where no claim that something happened tells of one that ACLED has.

    Remote violence in a battle is part of the battle. Who takes territory is told only where no claim contests it.
    """
    found = [one for claim in told.claims if affirms(claim) and (one := _event(claim, told, sides)) is not None]
    battles = [one for one in found if one[0] == BATTLES]
    territorial = [one for one in battles if one != CLASH]
    return _usual(territorial or battles or [one for one in found if one[0] != STRATEGIC] or found)


def _usual(found: Sequence[Event]) -> Event | None:
    counted = Counter(found)
    return min(counted, key=lambda one: (-counted[one], one)) if counted else None


def _event(claim: Claim, told: Told, sides: Sides) -> Event | None:
    match claim.kind:
        case Kind.ATTACK:
            return _attack(claim)
        case Kind.CONTROL:
            return _control(claim, told, sides)
        case Kind.DETENTION:
            return _detention(claim, told, sides)
        case _:
            return _KINDS.get(claim.kind)


def _attack(claim: Claim) -> Event:
    if claim.mode in _MODES:
        return _MODES[claim.mode]
    return ATTACK if is_civilian(claim.target) else CLASH


def _control(claim: Claim, told: Told, sides: Sides) -> Event | None:
    if claim.control is None:
        return None
    if claim.control.change not in {Change.CAPTURED, Change.RECAPTURED}:
        return _CHANGES.get(claim.control.change)
    taker, day = claim.control.party, told.day
    if told.incident.status is Status.CONTESTED or sides.kind(taker, day) is None:
        return CLASH
    return GOVERNMENT_REGAINS if sides.governs(taker, day) else OVERTAKES


def _detention(claim: Claim, told: Told, sides: Sides) -> Event | None:
    kind = sides.kind(claim.actor, told.day)
    if kind in _STATE or sides.governs(claim.actor, told.day):
        return STRATEGIC, "Arrests"
    civilian = is_civilian(claim.target)
    return (AGAINST_CIVILIANS, "Abduction/forced disappearance") if kind is not None and civilian else None
