"""Claims that say one thing in the words of the model, brought together so that each thing is compared once."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count
from counterclaim.comparison import dates, figures, party, place
from counterclaim.comparison.difference import told_as_fact

MOST_PAIRS: Final = 400
"""Of two groups; of larger ones, only so many pairs are given that no claim is left out."""


def groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Give groups of claims that every comparison treats alike, without plans and threats; by their ids, within and among groups."""
    alike: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if told_as_fact(claim):
            alike[_signature(claim)].append(claim)
    return list(alike.values())


def apart(ones: Sequence[Claim], others: Sequence[Claim]) -> tuple[Claim, Claim]:
    """Give a claim of each group, of two asserters if there are two: one asserter contradicts himself less easily."""
    one = ones[0]
    if len(ones) == len(others) == 1:
        return one, others[0]
    other = next((c for c in others if party.asserter(c) != party.asserter(one)), None)
    if other is not None:
        return one, other
    return next((c for c in ones if party.asserter(c) != party.asserter(others[0])), one), others[0]


class Pairs:
    """Gives the pairs between groups: all of them while they are few, else so many that every claim is in one."""

    def __init__(self) -> None:
        self._paired: set[str] = set()

    def between(self, ones: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
        """Give the pairs between two groups. Of large groups, claims that are in a pair already need no other."""
        if len(ones) * len(others) <= MOST_PAIRS:
            yield from itertools.product(ones, others)
            return
        yield apart(ones, others)
        yield from (apart([c], others) for c in ones if c.id not in self._paired)
        yield from (apart(ones, [c]) for c in others if c.id not in self._paired)
        self._paired.update(c.id for c in (*ones, *others))


def _signature(claim: Claim) -> Hashable:
    counts = tuple(_of_count(claim, count) for count in claim.counts)
    days = (claim.dates.earliest, claim.dates.latest, claim.dates.precision) if claim.dates is not None else None
    where = place.place_key(claim.place) if claim.place is not None else None
    """Give all that the comparisons look at but the asserter, who counts only as another or the same."""
    who = (claim.source is None, party.belligerent(claim), party.key(claim.actor), party.key(claim.target))
    denied = (claim.denies, claim.report.sha256, claim.content, party.asserter(claim)) if claim.negated else None
    return who, claim.kind, claim.mode, denied, claim.control, counts, days, where, dates.as_of(claim)


def _of_count(claim: Claim, count: Count) -> Hashable:
    number = (count.low, count.high, count.best, count.operator, count.text)
    what = (count.outcome, count.unit, count.of, count.party, count.scope, count.window)
    return number, what, bool(count.revises), figures.is_part(claim, count)
