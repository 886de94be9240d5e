"""A claim in the few words that a row of a table has room for."""

from __future__ import annotations

from typing import Final

from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Operator, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Kind, Modality
from counterclaim.claims.place import Place

CHANGES: Final = {
    Change.CAPTURED: "captured",
    Change.RECAPTURED: "recaptured",
    Change.ENTERED: "entered",
    Change.HOLDS: "holds",
    Change.SURROUNDED: "surrounded",
    Change.REPELLED_ATTACK_ON: "beat off an attack on",
    Change.LOST: "lost",
    Change.WITHDREW_FROM: "withdrew from",
}
COUNTRY: Final = 6
"""UCDP's where_prec of a place that is known no closer than by its country."""


def who(claim: Claim) -> str:
    """Give the asserter: the source's name, or the outlet's where nobody is named."""
    if claim.source:
        return claim.source.name
    return claim.report.outlet or "the report itself"


def side(claim: Claim) -> str | None:
    """Give the side that the source speaks for and its role, where they say more than its name does."""
    if claim.source is None:
        return "in its own voice"
    parts = [part for part in (claim.source.role, claim.source.party) if part and part.casefold() != claim.source.name.casefold()]
    return ", ".join(dict.fromkeys(parts)) or None


def what(claim: Claim) -> str:
    """Give what is said to have happened: control, counts, or the kind of event with who did it to whom."""
    happened = control(claim) or "; ".join(number(count) for count in claim.counts)
    counted = happened and claim.counts and not claim.control
    parties = between(claim) if not claim.control else ""
    if counted or not happened:
        happened = ", ".join(part for part in (happened, event(claim) if not_told(claim) else "") if part) + parties
    elif beside := [number(count) for count in claim.counts if count.unit is not Unit.PLACES]:
        happened = "; ".join([happened, *beside])
    negation = "not: " if claim.negated and claim.stance is not Stance.DENIES else ""
    return negation + happened + aside(claim)


def not_told(claim: Claim) -> bool:
    """Tell whether the kind of event says more than the counts do."""
    return not claim.counts or claim.kind not in {Kind.CASUALTIES, Kind.OTHER, Kind.EQUIPMENT_LOSS, Kind.CAPTURE, Kind.DISPLACEMENT}


def control(claim: Claim) -> str:
    """Give who did what with a place; the place stands in its own column."""
    if claim.control is None:
        return ""
    place = claim.place.text if claim.place else "a place"
    parts = [f"{bounds(count)} {count.of or 'places'}" for count in claim.counts if count.unit is Unit.PLACES]
    place = f"{' and '.join(parts)} in {place}" if parts else place
    return f"{claim.control.party or 'somebody'} {CHANGES[claim.control.change]} {place}"


def event(claim: Claim) -> str:
    """Give the kind of event, or by what means."""
    return plain(claim.mode if claim.mode and claim.mode != "other" else claim.kind)


def between(claim: Claim) -> str:
    """Give who did it to whom."""
    told = any(claim.target == count.party or (claim.target and claim.target in (count.of or "")) for count in claim.counts)
    target = f" against {claim.target}" if claim.target and not told else ""
    return (f" by {claim.actor}" if claim.actor else "") + target


def aside(claim: Claim) -> str:
    """Give what keeps the event from simply having happened."""
    return "" if claim.modality is Modality.HAPPENED else f" ({plain(claim.modality)})"


def number(count: Count) -> str:
    """Give a count with its bounds, group and outcome: `killed >700 Taliban fighters`."""
    group = count.of or {Unit.PERSONS: "people", Unit.THINGS: "things", Unit.PLACES: "places"}[count.unit]
    return " ".join(f"{plain(count.outcome)} {bounds(count)} {group}".split())


def bounds(count: Count) -> str:
    """Give the number as its words bound it.

    Words that only hint at it stand in quotes, with what rule CC-1 makes of them.
    """
    low, high, best = count.low, count.high, count.best
    match count.operator:
        case Operator.EXACT if best is not None:
            return f"{best:,}"
        case Operator.MORE_THAN if low is not None:
            return f">{low - 1:,}"
        case Operator.AT_LEAST if low is not None:
            return f"≥{low:,}"
        case Operator.UP_TO if high is not None:
            return f"≤{high:,}"
        case Operator.ABOUT if best is not None:
            return f"~{best:,}"
    return hinted(count)


def hinted(count: Count) -> str:
    """Give the words of a count, with its bounds where it has both."""
    if count.low is None or count.high is None:
        return f"“{count.text}”"
    limits = f"{count.low:,}–{count.high:,}"
    return limits if count.operator is Operator.RANGE else f"“{count.text}” ({limits})"


def where(place: Place | None) -> str:
    """Give a place with the areas around it; a question mark follows words that no entry was found for."""
    if place is None:
        return "–"
    if place.name is None:
        return f"{place.text} ?"
    if place.precision == COUNTRY:
        return place.name
    around = [part for part in (place.admin1, place.country) if part and part != place.name]
    return ", ".join([place.name, *around])


def when(dates: Dates | None) -> str:
    """Give the day, or the first and the last."""
    if dates is None:
        return "–"
    if dates.earliest == dates.latest:
        return dates.earliest.isoformat()
    return f"{dates.earliest.isoformat()} –{dates.latest.isoformat()}"


def stance(claim: Claim) -> str:
    """Give how the asserter stands to it, where that is more than saying it."""
    return "" if claim.stance is Stance.SAYS else str(claim.stance)


def found_by(claim: Claim) -> str:
    """Give who found a claim, where a language model had a part in it."""
    return {"counterclaim-llm": "language model alone", "counterclaim-both": "both readers"}.get(claim.extractor.name, "")


def plain(word: str) -> str:
    """Give a value's words.

    >>> plain("killed_wounded_or_captured")
    'killed, wounded or captured'
    >>> plain("air_strike")
    'air strike'
    """
    return word.replace("_wounded_or", ", wounded or").replace("_", " ")
