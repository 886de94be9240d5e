"""Whether two claims on the control of places can both hold."""

from __future__ import annotations

import datetime as dt
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Unit
from counterclaim.claims.counterclaim import Question
from counterclaim.claims.event import Change, Control
from counterclaim.comparison import dates, party, place
from counterclaim.comparison.difference import Difference
from counterclaim.comparison.place import Relation

HOLDING: Final = frozenset({Change.CAPTURED, Change.RECAPTURED, Change.HOLDS, Change.REPELLED_ATTACK_ON})
TAKING: Final = frozenset({Change.CAPTURED, Change.RECAPTURED})
INSIDE: Final = frozenset({Change.CAPTURED, Change.RECAPTURED, Change.HOLDS, Change.ENTERED})
GONE: Final = frozenset({Change.LOST, Change.WITHDREW_FROM})
_DONE: Final = {
    Change.CAPTURED: "captured",
    Change.RECAPTURED: "recaptured",
    Change.ENTERED: "entered",
    Change.HOLDS: "held",
    Change.SURROUNDED: "surrounded",
    Change.REPELLED_ATTACK_ON: "held against an attack",
    Change.LOST: "lost",
    Change.WITHDREW_FROM: "left",
}
AFTERWARDS: Final = dt.timedelta(days=3)  # for so long "holds" and "repelled" still answer what the other side said before


def words(claim: Claim) -> str:
    """Give a claim on control in words: "captured by Taliban", "three villages in it captured by Russia"."""
    if claim.control is None:
        return ""
    parts = _parts(claim)
    return f"{parts} in it {_done(claim.control)}" if parts else _done(claim.control)


def _done(control: Control) -> str:
    done = _DONE[control.change]
    return f"{done} by {control.party}" if control.party else done


def _parts(claim: Claim) -> str:
    return " and ".join(f"{count.text} {count.of or 'places'}" for count in claim.counts if count.unit is Unit.PLACES)


def span(claim: Claim) -> tuple[dt.date, dt.date] | None:
    """Give the days for which a claim tells who holds a place: from the event, if dated, to the statement. None if neither is known."""
    said = dates.as_of(claim)
    if claim.dates is None:
        return (said, said) if said is not None else None
    start = claim.dates.latest
    return start, max(start, said) if said is not None and claim.dates.latest >= said - AFTERWARDS else claim.dates.latest


def compare(a: Claim, b: Claim, *, linked: bool = True) -> Difference | None:
    """Tell how two claims on control differ, None where they do not or are about other places.

    Places within an area are told by number or by kind: "three villages in Kharkiv region" is not the region, and may be others
    than "two villages" of another claim.

    A party in a place is against another that beat off an attack on the area around it. Otherwise places of different
    levels contradict nothing: who holds a province may lack a village, and a whole country is too wide to tell.

    Args:
        a: A claim on control that is not negated.
        b: Another.
        linked: Whether both are of one incident; then days that nobody tells are taken to be the same.
    """
    if a.control is None or b.control is None:
        return None
    where = _related(a, b)
    nowhere = where is Relation.UNKNOWN and not (linked and (a.place is None or b.place is None))
    if where is Relation.APART or nowhere or _too_wide(a, b, where):
        return None
    if party.key(a.control.party) == party.key(b.control.party):
        return _gone(a, b, where, linked=linked)
    if not party.at_odds(a.control.party, b.control.party) or not _opposed(a, b) or not _exclude(a, b, where):
        return None
    reason = f"{_told(a)}; {_told(b)}"
    if not _overlap(a, b, linked=linked):
        return Difference(Question.CONTROL, f"{reason}: one after the other", both_hold=True)
    return Difference(Question.CONTROL, f"{reason}: not both at one time{_inside(a, b, where)}")


def _related(a: Claim, b: Claim) -> Relation:
    where = place.relate(a.place, b.place)
    if a.is_on_parts and b.is_on_parts:
        return Relation.UNKNOWN if where is Relation.SAME else where
    if where is Relation.SAME and (a.is_on_parts or b.is_on_parts):
        return Relation.INSIDE if a.is_on_parts else Relation.CONTAINS
    return where


def _told(claim: Claim) -> str:
    where = claim.place.text if claim.place is not None else "the place"
    parts = _parts(claim)
    done = _done(claim.control) if claim.control is not None else ""
    return f"{party.speaker(claim)}: {f'{parts} in ' if parts else ''}{where} {done}"


def _inside(a: Claim, b: Claim, where: Relation) -> str:
    if a.place is None or b.place is None or where not in {Relation.INSIDE, Relation.CONTAINS}:
        return ""
    small, large = (a, b.place) if where is Relation.INSIDE else (b, a.place)
    lies = "they lie" if small.is_on_parts or small.place is None else f"{small.place.text} lies"
    return f", since {lies} in {large.text}"


def _too_wide(a: Claim, b: Claim, where: Relation) -> bool:
    nested = where in {Relation.INSIDE, Relation.CONTAINS}
    return nested and any(p is not None and place.is_country(p) for p in (a.place, b.place))


def _opposed(a: Claim, b: Claim) -> bool:
    """Tell whether the two parties are set against each other by one of their own: allies hold places for each other."""
    if party.same_side(a, b):
        return False
    return any(c.control is not None and party.belligerent(c) is not None and _speaks_for_holder(c) for c in (a, b))


def _speaks_for_holder(claim: Claim) -> bool:
    return claim.control is not None and party.belligerent(claim) == party.key(claim.control.party)


def _exclude(a: Claim, b: Claim, where: Relation) -> bool:
    if a.control is None or b.control is None:
        return False
    one, other = a.control.change, b.control.change
    repelled = Change.REPELLED_ATTACK_ON
    if where is Relation.INSIDE:
        return one in INSIDE and other is repelled
    if where is Relation.CONTAINS:
        return _exclude(b, a, Relation.INSIDE)
    both = one in HOLDING and other in HOLDING and not one is other is repelled
    return both or {one, other} == {Change.ENTERED, repelled}


def _gone(a: Claim, b: Claim, where: Relation, *, linked: bool) -> Difference | None:
    """Tell of one party, whether it is said to hold a place and to have lost it at one time, by two sides."""
    if a.control is None or b.control is None or a.control.party is None or party.same_side(a, b):
        return None
    changes = {a.control.change, b.control.change}
    if where is not Relation.SAME or not changes & HOLDING or not changes & GONE or not _overlap(a, b, linked=linked):
        return None
    return Difference(Question.CONTROL, f"{_told(a)}; {_told(b)}: not both at one time")


def _overlap(a: Claim, b: Claim, *, linked: bool) -> bool:
    one, other = span(a), span(b)
    if one is None or other is None:
        return linked
    first, second, earlier, later = (one, other, a, b) if one[0] <= other[0] else (other, one, b, a)
    return second[0] <= first[1] + (AFTERWARDS if _answers(earlier, later) else dt.timedelta())


def _answers(earlier: Claim, later: Claim) -> bool:
    """Tell whether a later claim to hold a place still speaks against an earlier one to have taken or entered it."""
    if earlier.control is None or later.control is None:
        return False
    return earlier.control.change in {*TAKING, Change.ENTERED} and later.control.change in HOLDING - TAKING
