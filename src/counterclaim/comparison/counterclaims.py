"""The pairs of claims that cannot both hold, and those that differ and can."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Compatible, Counterclaim
from counterclaim.comparison import blame, dates, denial, figures, holding, party, place
from counterclaim.comparison.difference import VIOLENT, Difference, affirms, told_as_fact

MOST_PAIRS: Final = 400  # of two groups that say one thing each; beyond that every claim is paired with one of the other group

Pair = tuple[Claim, Claim]


def counterclaims(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs of claims of one incident that cannot both hold, in the order of their ids.

    The questions: figures of one outcome for one group whose ranges do not meet; who holds a place; a denial and what
    it denies; who did it; the day; whether the victims were civilians. Claims that say one thing in the same words of
    the model are compared once; where two such groups have more than 400 pairs, each claim stands in at least one.
    """
    return tuple(Counterclaim(a=a, b=b, question=d.question, reason=d.reason) for a, b, d in _differences(claims) if not d.both_hold)


def compatible(claims: Iterable[Claim]) -> tuple[Compatible, ...]:
    """Give the pairs of claims of one incident that differ and can both hold all the same, with the reason."""
    return tuple(Compatible(a=a, b=b, question=d.question, reason=d.reason) for a, b, d in _differences(claims) if d.both_hold)


def counterclaims_on_control(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs of claims on control that cannot both hold, of whatever incidents.

    Only resolved places are compared, with themselves and with what lies in them, and only claims whose days are
    known. The claims may be all of a ledger: they are blocked by place and province, and swept by day.
    """
    found: dict[tuple[str, str], Counterclaim] = {}
    for a, b in _control_pairs(claims):
        difference = holding.compare(a, b, linked=False)
        if difference is not None and not difference.both_hold:
            first, second = sorted((a.id, b.id))
            found[first, second] = Counterclaim(a=first, b=second, question=difference.question, reason=difference.reason)
    return tuple(found[ids] for ids in sorted(found))


def _differences(claims: Iterable[Claim]) -> list[tuple[str, str, Difference]]:
    """Give each difference with the ids of its claims in order; of one pair, one difference a question, contradictions first."""
    members = _groups(claims)
    heads = [group[0] for group in members.values()]
    found: dict[tuple[str, str, str], Difference] = {}
    for one, other, difference in _compare(heads):
        for a, b in _spread(members[_signature(one)], members[_signature(other)]):
            first, second = sorted((a.id, b.id))
            known = found.get((first, second, difference.question))
            if known is None or (known.both_hold and not difference.both_hold):
                found[first, second, difference.question] = difference
    return [(a, b, found[a, b, question]) for a, b, question in sorted(found)]


def _groups(claims: Iterable[Claim]) -> dict[Hashable, list[Claim]]:
    groups: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if told_as_fact(claim):
            groups[_signature(claim)].append(claim)
    return groups


def _signature(claim: Claim) -> Hashable:
    """Give all that the comparisons look at: claims with one signature differ from others in the same way."""
    counts = tuple(
        (
            c.outcome,
            c.unit,
            c.low,
            c.high,
            c.best,
            c.operator,
            c.of,
            c.party,
            c.text,
            c.scope,
            c.window,
            bool(c.revises),
            figures.is_part(claim, c),
        )
        for c in claim.counts
    )
    days = (claim.dates.earliest, claim.dates.latest, claim.dates.precision) if claim.dates is not None else None
    where = place.place_key(claim.place) if claim.place is not None else None
    who = (party.asserter(claim), party.belligerent(claim), party.key(claim.actor), party.key(claim.target))
    return (who, claim.kind, claim.mode, claim.negated, claim.denies, claim.control, counts, days, where, dates.as_of(claim))


def _spread(ones: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Pair]:
    if len(ones) * len(others) <= MOST_PAIRS:
        yield from itertools.product(ones, others)
        return
    yield from ((one, others[0]) for one in ones)
    yield from ((ones[0], other) for other in others)


def _compare(heads: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    yield from _compare_figures(heads)
    yield from _compare_denials(heads)
    control = [c for c in heads if affirms(c) and c.control is not None]
    for a, b in itertools.combinations(control, 2):
        difference = holding.compare(a, b)
        if difference is not None:
            yield a, b, difference
    violent = [c for c in heads if affirms(c) and c.kind in VIOLENT]
    for a, b in itertools.combinations(violent, 2):
        yield from ((a, b, difference) for difference in blame.compare(a, b))


def _compare_figures(heads: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    told = [(claim, count) for claim in heads if affirms(claim) for count in claim.counts]
    for (a, x), (b, y) in itertools.combinations(told, 2):
        if a is not b and x.unit is y.unit:
            difference = figures.compare(a, x, b, y)
            if difference is not None:
                yield a, b, difference


def _compare_denials(heads: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    affirmed = [c for c in heads if affirms(c)]
    for negated in (c for c in heads if c.negated):
        for claim in affirmed:
            difference = denial.compare(negated, claim)
            if difference is not None:
                yield negated, claim, difference


def _control_pairs(claims: Iterable[Claim]) -> Iterator[Pair]:
    """Give pairs on places of one province whose days are near; of each such pair, the one that begins later second."""
    for block in _blocks(claims).values():
        open_: list[tuple[dt.date, Claim]] = []
        for start, end, _, claim in sorted(block, key=lambda known: known[:3]):
            open_ = [(last, other) for last, other in open_ if last + holding.AFTERWARDS >= start]
            yield from ((other, claim) for _, other in open_)
            open_.append((end, claim))


def _blocks(claims: Iterable[Claim]) -> Mapping[Hashable, list[tuple[dt.date, dt.date, str, Claim]]]:
    """Group claims on resolved places by province, each with the first and the last day that it is about."""
    blocks: defaultdict[Hashable, list[tuple[dt.date, dt.date, str, Claim]]] = defaultdict(list)
    for claim in claims:
        days, where = holding.span(claim), claim.place
        if claim.control is None or not affirms(claim) or days is None:
            continue
        if where is not None and where.name is not None and not place.is_country(where):
            blocks[where.country, place.name_key(where.admin1 or where.name)].append((*days, claim.id, claim))
    return blocks
