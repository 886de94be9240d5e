"""What else changes by claims that came or went: incidents of the same reports, and those that they contradict on control."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.event import Kind
from counterclaim.claims.place import Place
from counterclaim.comparison.across import names_of, near_in_time, on_control, within_reports
from counterclaim.workflows.across import Across, by_claim

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger, Spot
    from counterclaim.linkage import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Claims that came, went or were read anew: the ids of all, of those that were linked before, and those on control as they are now."""

    here: Collection[str]
    before: Sequence[str]
    control: Sequence[Claim]


def affected(ledger: Ledger, linked: Linked, moved: Moved) -> tuple[dict[str, tuple[str, ...]], Across]:
    """Give the incidents to tell anew, with their claims, and the counterclaims across incidents that concern them.

    These are the incidents that changed, those with claims of the reports that are new or read anew, and those with a claim on
    control that contradicts one that came, or did one that went.
    """
    control = Control(ledger)
    partners = {claim for one in control.contradicting(moved.control) for claim in (one.a, one.b)} | _contradicted(ledger, moved.before)
    beside = {claim.id for claim in ledger.claims_of_texts(ledger.texts_of(moved.here))}
    home = {claim: name for name, inside in linked.incidents.items() for claim in inside}
    elsewhere = ledger.incidents_of(claim for claim in partners | beside if claim not in home and claim not in moved.before)
    names = {one.incident for one in linked.changes} | {home[claim] for claim in partners | beside if claim in home}
    groups = ledger.groups(*sorted(set(elsewhere.values()))) if elsewhere else {}
    groups |= {name: linked.incidents[name] for name in sorted(names) if name in linked.incidents}
    around = list(ledger.claims_of_texts(ledger.texts_of(claim for inside in groups.values() for claim in inside)))
    contradicting = control.contradicting(claim for claim in around if claim.kind is Kind.CONTROL)
    return groups, by_claim([*contradicting, *within_reports(around)])


class Control:
    """Finds what contradicts claims on control among all claims of a ledger, reading no more than those of their places and days."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._named: defaultdict[Hashable, set[Spot]] = defaultdict(set)
        for spot in ledger.spots_of_control():
            for name in names_of(Place(text=spot.place, name=spot.place, admin1=spot.admin1, admin2=spot.admin2, country=spot.country)):
                self._named[name].add(spot)

    def contradicting(self, claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
        """Give the pairs that cannot both hold with one of these claims in them, which the newest readings have."""
        from counterclaim.ledger import Stretch

        ids: set[str] = set()
        days: dict[Spot, tuple[dt.date, dt.date]] = {}
        for claim in claims:
            ids.add(claim.id)
            near = near_in_time(claim)
            if near is None:
                continue
            for spot in self._around(claim.place):
                since, until = days.get(spot, near)
                days[spot] = min(near[0], since), max(near[1], until)
        found = self._ledger.on_control(Stretch(spot, since, until) for spot, (since, until) in days.items())
        return tuple(one for one in on_control(found) if one.a in ids or one.b in ids)

    def _around(self, place: Place | None) -> set[Spot]:
        """Give the places that may be this one, lie in it, or have it in them."""
        names = names_of(place) if place is not None and place.name is not None else []
        return {spot for name in names for spot in self._named.get(name, ())}


def _contradicted(ledger: Ledger, claims: Sequence[str]) -> set[str]:
    """Give the claims that some claims contradicted when they were linked last, whatever they say now."""
    from counterclaim.ledger import incident_of

    gone = set(claims)
    documents = ledger.documents(sorted(set(ledger.incidents_of(claims).values())))
    pairs = [{one.a, one.b} for document in documents.values() for one in incident_of(document).counterclaims]
    return {claim for pair in pairs if pair & gone for claim in pair}
