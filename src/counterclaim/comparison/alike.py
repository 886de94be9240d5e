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

MOST_PAIRS: Final = 400  # of two groups; beyond that every claim is paired with one of the other group


def groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Give groups of claims that every comparison treats alike, without plans and threats; by their ids, within and among groups."""
    alike: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if told_as_fact(claim):
            alike[_signature(claim)].append(claim)
    return list(alike.values())


def pairs(ones: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give the pairs between two groups: all of them, or where they are too many, one at least for every claim."""
    if len(ones) * len(others) <= MOST_PAIRS:
        yield from itertools.product(ones, others)
        return
    yield from ((one, others[0]) for one in ones)
    yield from ((ones[0], other) for other in others[1:])


def _signature(claim: Claim) -> Hashable:
    counts = tuple(_of_count(claim, count) for count in claim.counts)
    days = (claim.dates.earliest, claim.dates.latest, claim.dates.precision) if claim.dates is not None else None
    where = place.place_key(claim.place) if claim.place is not None else None
    who = (party.asserter(claim), party.belligerent(claim), party.key(claim.actor), party.key(claim.target))
    denied = (claim.denies, claim.report.sha256, claim.content) if claim.negated else None
    return who, claim.kind, claim.mode, denied, claim.control, counts, days, where, dates.as_of(claim)


def _of_count(claim: Claim, count: Count) -> Hashable:
    number = (count.low, count.high, count.best, count.operator, count.text)
    what = (count.outcome, count.unit, count.of, count.party, count.scope, count.window)
    return number, what, bool(count.revises), figures.is_part(claim, count)
