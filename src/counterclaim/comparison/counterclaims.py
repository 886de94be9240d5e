"""The pairs of claims that cannot both hold, and those that differ and can."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Compatible, Counterclaim
from counterclaim.comparison import alike, blame, denial, figures, holding, victims
from counterclaim.comparison.difference import VIOLENT, Difference, affirms

Group = Sequence[Claim]
Comparison = Callable[[Claim, Claim], tuple[Difference, ...]]
Match = tuple[Group, Group, Comparison]


def counterclaims(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs of claims of one incident that cannot both hold, in the order of their ids.

    The questions: figures of one outcome for one group whose ranges do not meet; who holds a place; a denial and what
    it denies; who did it; the day; whether the victims were civilians. Claims that say one thing in the same words of
    the model are compared once; where two such groups have more than 400 pairs, not all of them are given, but each
    claim of theirs stands in at least one.
    """
    return tuple(Counterclaim(a=a, b=b, question=d.question, reason=d.reason) for a, b, d in _differences(claims) if not d.both_hold)


def compatible(claims: Iterable[Claim]) -> tuple[Compatible, ...]:
    """Give the pairs of claims of one incident that differ and can both hold all the same, with the reason."""
    return tuple(Compatible(a=a, b=b, question=d.question, reason=d.reason) for a, b, d in _differences(claims) if d.both_hold)


class _Known:
    """A comparison of which one outcome is known: most groups have one claim, which need not be compared twice."""

    __slots__ = ("_compare", "_found", "_pair")

    def __init__(self, compare: Comparison, pair: tuple[Claim, Claim], found: tuple[Difference, ...]) -> None:
        self._compare = compare
        self._pair = pair
        self._found = found

    def __call__(self, a: Claim, b: Claim) -> tuple[Difference, ...]:
        return self._found if a is self._pair[0] and b is self._pair[1] else self._compare(a, b)


def _differences(claims: Iterable[Claim]) -> list[tuple[str, str, Difference]]:
    """Give each difference with the ids of its claims in order; of one pair, one difference a question, contradictions first."""
    pairs = alike.Pairs()
    found: dict[tuple[str, str, str], Difference] = {}
    for ones, others, compare in _matches(alike.groups(claims)):
        for a, b in pairs.between(ones, others):
            first, second = (a.id, b.id) if a.id <= b.id else (b.id, a.id)
            for difference in compare(a, b):
                known = found.get((first, second, difference.question))
                if known is None or (known.both_hold and not difference.both_hold):
                    found[first, second, difference.question] = difference
    return [(a, b, found[a, b, question]) for a, b, question in sorted(found)]


def _matches(groups: Sequence[Group]) -> Iterator[Match]:
    """Give the groups between which there is a difference, as their first claims tell, with the comparison that finds it."""
    affirmed = [group for group in groups if affirms(group[0])]
    yield from _of_figures(affirmed)
    yield from _of_denials([group for group in groups if group[0].negated], affirmed)
    yield from _of(_control, [group for group in affirmed if group[0].control is not None])
    yield from _of(blame.compare, [group for group in affirmed if group[0].kind in VIOLENT])


def _control(a: Claim, b: Claim) -> tuple[Difference, ...]:
    difference = holding.compare(a, b)
    return () if difference is None else (difference,)


def _of(compare: Comparison, groups: Sequence[Group]) -> Iterator[Match]:
    for ones, others in itertools.combinations(groups, 2):
        pair = alike.apart(ones, others)
        if found := compare(*pair):
            yield ones, others, _Known(compare, pair, found)


def _of_figures(groups: Sequence[Group]) -> Iterator[Match]:
    by_victims: defaultdict[Hashable, list[tuple[Group, int]]] = defaultdict(list)
    for group in groups:
        for nth, count in enumerate(group[0].counts):
            by_victims[victims.group_key(group[0], count)].append((group, nth))
    for told in by_victims.values():
        for (ones, i), (others, j) in itertools.combinations(told, 2):
            if ones is others:
                continue
            compare, pair = partial(_counts, i, j), alike.apart(ones, others)
            if found := compare(*pair):
                yield ones, others, _Known(compare, pair, found)


def _counts(i: int, j: int, a: Claim, b: Claim) -> tuple[Difference, ...]:
    difference = figures.compare(a, a.counts[i], b, b.counts[j])
    return () if difference is None else (difference,)


def _of_denials(negated: Sequence[Group], affirmed: Sequence[Group]) -> Iterator[Match]:
    for group in negated:
        matching = [c for others in affirmed if _denied(group[0], others[0]) for c in others]
        yield group, denial.answered(group[0], matching), _denied


def _denied(a: Claim, b: Claim) -> tuple[Difference, ...]:
    difference = denial.compare(a, b)
    return () if difference is None else (difference,)
