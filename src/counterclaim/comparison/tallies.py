"""The figures of an incident that a policy may merge: by outcome and group, without what was revised, and never summed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count, Outcome, Scope, Unit
from counterclaim.comparison import dates, figures, party, victims
from counterclaim.comparison.difference import affirms


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim's figure. `by_doer` tells whether the side that did it says so."""

    claim: Claim
    count: Count
    as_of: dt.date | None
    by_doer: bool

    @property
    def low(self) -> int | None:
        """The lowest number that the words name: N for "N", "at least N", "more than N" and "about N"."""
        floor = self.count.best if self.count.low is None and self.count.high is None else self.count.low
        return floor if floor is None else (figures.bounds(self.count)[0] or floor)

    @property
    def high(self) -> int | None:
        """The highest number that the words name; None for open."""
        return self.count.high if self.count.high is not None or self.count.low is not None else self.count.best

    @property
    def best(self) -> int | None:
        """The number to name where one is wanted: the best, else the lowest, else the ceiling."""
        return next((n for n in (self.count.best, self.low, self.high) if n is not None), None)


@dataclass(frozen=True, slots=True)
class Tally:
    """The entries for one outcome of one group. `party` is whose they are, `civilians`, or None."""

    outcome: Outcome
    unit: Unit
    party: str | None
    thing: str | None
    entries: tuple[Entry, ...]


def tallies(claims: Iterable[Claim]) -> tuple[Tally, ...]:
    """Give the tallies of an incident's claims, by outcome, unit, party and thing.

    Left out: what is denied or planned, what a side has since revised, what only adds to another figure, what is a
    part of a total of one group, and, where there are figures for the event itself, those for longer windows.
    """
    grouped: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if affirms(claim):
            for count in claim.counts:
                if not count.revises and not _part_of_its_own_group(claim, count):
                    grouped[_key(claim, count)].append(_entry(claim, count))
    found = [_tally(entries) for entries in grouped.values()]
    return tuple(sorted(found, key=lambda t: (t.outcome, t.unit, t.party or "", t.thing or "")))


def _part_of_its_own_group(claim: Claim, count: Count) -> bool:
    total = figures.total_of(claim, count)
    return total is not None and _key(claim, total) == _key(claim, count)


def _key(claim: Claim, count: Count) -> Hashable:
    thing = victims.thing(count) if count.unit is not Unit.PERSONS else ""
    return count.outcome, count.unit, victims.owner(claim, count), victims.group_class(claim, count) == victims.CIVILIANS, thing


def _entry(claim: Claim, count: Count) -> Entry:
    side = party.belligerent(claim)
    enemy = side is not None and victims.owner(claim, count) not in {None, side}
    by_doer = side is not None and (party.key(claim.actor) == side or (claim.actor is None and enemy))
    return Entry(claim, count, dates.as_of(claim), by_doer)


def _tally(entries: Sequence[Entry]) -> Tally:
    first = entries[0]
    civil = victims.group_class(first.claim, first.count) == victims.CIVILIANS
    thing = victims.thing(first.count) if first.count.unit is not Unit.PERSONS else None
    of_event = [e for e in entries if e.count.scope is Scope.EVENT] or list(entries)
    owner = victims.CIVILIANS if civil else first.count.party or first.claim.target
    return Tally(first.count.outcome, first.count.unit, owner, thing or None, tuple(_current(of_event)))


def _current(entries: Sequence[Entry]) -> list[Entry]:
    """Give of each side's entries those of its latest day; a side revises itself, never another."""
    last: dict[str, dt.date] = {}
    for entry in entries:
        side = party.belligerent(entry.claim) or party.asserter(entry.claim)
        last[side] = max(last.get(side, dt.date.min), entry.as_of or dt.date.min)
    return [e for e in entries if (e.as_of or dt.date.min) == last[party.belligerent(e.claim) or party.asserter(e.claim)]]
