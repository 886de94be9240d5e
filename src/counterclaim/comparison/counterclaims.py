"""The pairs of claims that cannot both hold, and those that differ and can."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count
from counterclaim.claims.counterclaim import Compatible, Counterclaim
from counterclaim.comparison import alike, blame, denial, figures, holding, victims
from counterclaim.comparison.difference import VIOLENT, Difference, affirms


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


def _differences(claims: Iterable[Claim]) -> list[tuple[str, str, Difference]]:
    """Give each difference with the ids of its claims in order; of one pair, one difference a question, contradictions first."""
    groups = alike.groups(claims)
    found: dict[tuple[str, str, str], Difference] = {}
    for i, j, difference in _compare(groups):
        for a, b in alike.pairs(groups[i], groups[j]):
            first, second = sorted((a.id, b.id))
            known = found.get((first, second, difference.question))
            if known is None or (known.both_hold and not difference.both_hold):
                found[first, second, difference.question] = difference
    return [(a, b, found[a, b, question]) for a, b, question in sorted(found)]


def _compare(groups: Sequence[Sequence[Claim]]) -> Iterator[tuple[int, int, Difference]]:
    """Give the differences between groups by their numbers, looking at the first claim of each."""
    heads = [group[0] for group in groups]
    affirmed = [i for i, head in enumerate(heads) if affirms(head)]
    yield from _compare_figures(heads, affirmed)
    yield from _compare_denials(groups, affirmed)
    control = [i for i in affirmed if heads[i].control is not None]
    for i, j in itertools.combinations(control, 2):
        difference = holding.compare(heads[i], heads[j])
        if difference is not None:
            yield i, j, difference
    violent = [i for i in affirmed if heads[i].kind in VIOLENT]
    for i, j in itertools.combinations(violent, 2):
        yield from ((i, j, difference) for difference in blame.compare(heads[i], heads[j]))


def _compare_figures(heads: Sequence[Claim], affirmed: Iterable[int]) -> Iterator[tuple[int, int, Difference]]:
    by_victims: defaultdict[Hashable, list[tuple[int, Count]]] = defaultdict(list)
    for i in affirmed:
        for count in heads[i].counts:
            by_victims[victims.group_key(heads[i], count)].append((i, count))
    for told in by_victims.values():
        for (i, x), (j, y) in itertools.combinations(told, 2):
            difference = figures.compare(heads[i], x, heads[j], y) if i != j else None
            if difference is not None:
                yield i, j, difference


def _compare_denials(groups: Sequence[Sequence[Claim]], affirmed: Sequence[int]) -> Iterator[tuple[int, int, Difference]]:
    for i, group in enumerate(groups):
        if not group[0].negated:
            continue
        found = {j: d for j in affirmed if (d := denial.compare(group[0], groups[j][0])) is not None}
        members = {c.id: j for j in found for c in groups[j]}
        answered = {members[c.id] for c in denial.answered(group[0], [c for j in found for c in groups[j]])}
        yield from ((i, j, found[j]) for j in sorted(answered))
