"""Scored pairs to groups: greedy joining, best pair first, that no chain of lukewarm pairs can drive too far."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from counterclaim.claims.resemblance import Tie
from counterclaim.linkage.guards import SLACK_DAYS, Places
from counterclaim.linkage.store import Neighbourhood, Numbers
from counterclaim.linkage.weights import Weights

_ONE: Final = 1 << 48
"""One score, counted above any sum of scores: number and sum are added up together."""

Pair = tuple[int, int]
Scored = tuple[int, int, int, bool]


@dataclass(slots=True)
class Grouping:
    """The outcome, by claim: the component (its first claim) and the group (its first claim); and what joined the groups."""

    components: Numbers
    groups: list[int]
    ties: list[Tie] = field(default_factory=list)


class Forest:
    """Sets of numbers that can be joined; each is named by its least number."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def top(self, number: int) -> int:
        """Give the name of the set that a number is in."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Join the sets of two numbers."""
        one, other = self.top(one), self.top(other)
        self._above[max(one, other)] = min(one, other)

    def tops(self) -> list[int]:
        """Give the name of every number's set."""
        return [self.top(number) for number in range(len(self._above))]


def group(near: Neighbourhood, same: Iterable[Pair], different: Iterable[Pair], weights: Weights) -> Grouping:
    """Give the groups of some claims.

    Claims that people called the same are joined first. Then the pairs that link are taken, best first, ties in the
    order of the ids: the groups of the two claims are joined if nobody called two of their claims different, all their
    days and places can be one, and the mean score of the pairs that were compared between them is at least `together`.
    Where a person joined what cannot be one, it is enough to fit one of the parts. Only pairs that link connect, so
    that each component is grouped by itself, and the outcome does not depend on the order of the claims.
    """
    same = list(same)
    linking = links(near, weights)
    forest = Forest(len(near.ids))
    for a, b in zip(near.left[linking].tolist(), near.right[linking].tolist(), strict=True):
        forest.join(a, b)
    for a, b in same:
        forest.join(a, b)
    components = np.array(forest.tops(), dtype=np.int64)
    result = Grouping(components=components, groups=list(range(len(near.ids))))
    places, apart = Places(near.places), _by_claim(different)
    wanted: defaultdict[int, list[Pair]] = defaultdict(list)
    for a, b in same:
        wanted[int(components[a])].append((a, b))
    by_component, ordered = np.argsort(components, kind="stable"), np.sort(components)

    def join(component: int, pairs: Sequence[Scored]) -> None:
        inside = by_component[slice(*np.searchsorted(ordered, (component, component + 1)))].tolist()
        joiner = _Joiner(near, places, apart, weights)
        joiner.join_all(inside, wanted.pop(component, []), pairs)
        joiner.write(result)

    for component, pairs in _pairs_by_component(near, components, linking):
        join(component, pairs)
    for component in list(wanted):  # what people alone hold together
        join(component, ())
    return result


def links(near: Neighbourhood, weights: Weights) -> Numbers:
    """Tell which pairs link: of those that score the threshold, the sure ones, and for each claim its best `partners`.

    A claim that tells little resembles many; through its best partners alone it does not make one of them all.
    """
    order = np.lexsort((near.right, near.left, -near.scores))
    order = order[near.scores[order] >= round(100 * weights.threshold)]
    ends = np.concatenate((near.left[order], near.right[order]))
    at = np.tile(np.arange(len(order)), 2)
    by_end = np.lexsort((at, ends))
    begins = np.flatnonzero(np.diff(ends[by_end], prepend=-1))
    ranks = np.arange(len(ends)) - np.repeat(begins, np.diff(np.append(begins, len(ends))))
    found = near.scores >= max(round(100 * weights.sure), round(100 * weights.threshold))
    found[order[at[by_end][ranks < weights.partners]]] = True
    return found


def _by_claim(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return found


def _pairs_by_component(near: Neighbourhood, components: Numbers, linking: Numbers) -> Iterator[tuple[int, list[Scored]]]:
    """Give the pairs inside each component, best first."""
    kept = np.flatnonzero(components[near.left] == components[near.right])
    order = kept[np.lexsort((near.right[kept], near.left[kept], -near.scores[kept], components[near.left[kept]]))]
    owners = components[near.left[order]]
    edges = [0, *(np.flatnonzero(np.diff(owners)) + 1).tolist(), len(order)]
    columns = (near.left[order], near.right[order], near.scores[order], linking[order])
    for begin, end in itertools.pairwise(edges):
        if begin < end:
            yield int(owners[begin]), list(zip(*(column[begin:end].tolist() for column in columns), strict=True))


@dataclass(slots=True)
class _Part:
    """What all claims of a part allow: the latest first day, the earliest last day, their places."""

    earliest: int
    latest: int
    spots: set[int]


@dataclass(slots=True)
class _Group:
    """Claims, in parts that only a person's word holds together.

    `mean` has, by other group, the scores that were compared between both: their number times `_ONE`, plus their sum.
    """

    members: list[int]
    parts: list[_Part]
    apart: set[int]
    mean: dict[int, int] = field(default_factory=dict)


class _Joiner:
    """Joins the claims of one component."""

    def __init__(self, near: Neighbourhood, places: Places, apart: dict[int, set[int]], weights: Weights) -> None:
        self._near, self._places, self._apart = near, places, apart
        self._together = round(100 * weights.together)
        self._group_of: dict[int, int] = {}
        self._groups: dict[int, _Group] = {}
        self._ties: list[Tie] = []

    def join_all(self, claims: Iterable[int], same: Sequence[Pair], pairs: Sequence[Scored]) -> None:
        """Join of these claims what people called the same, then what scores enough."""
        for claim in claims:
            self._add(claim)
        groups = self._groups
        for a, b, score, _ in pairs:
            groups[a].mean[b] = groups[b].mean[a] = _ONE + score
        for a, b in same:
            self._join(a, b, None)
        for a, b, score, linking in pairs:
            if not linking:
                continue
            one, other = self._group_of[a], self._group_of[b]
            if one != other and self._may_join(self._groups[one], self._groups[other], other):
                self._join(a, b, score)

    def _add(self, claim: int) -> None:
        near, spot = self._near, int(self._near.spots[claim])
        self._group_of[claim] = claim
        part = _Part(earliest=int(near.earliest[claim]), latest=int(near.latest[claim]), spots={spot} - {-1})
        self._groups[claim] = _Group(members=[claim], parts=[part], apart=set(self._apart.get(claim, ())))

    def _may_join(self, one: _Group, other: _Group, name: int) -> bool:
        told = one.mean[name]
        number = (told + _ONE // 2) // _ONE
        return (
            told - number * _ONE >= self._together * number
            and one.apart.isdisjoint(other.members)
            and self._fitting(one, other) is not None
        )

    def _fitting(self, one: _Group, other: _Group) -> tuple[int, int] | None:
        """Give the first parts of two groups, by index, that can be one happening."""
        for nth, a in enumerate(one.parts):
            for mth, b in enumerate(other.parts):
                near_in_time = max(a.earliest, b.earliest) - min(a.latest, b.latest) <= SLACK_DAYS
                if near_in_time and all(self._places.can_be_one(x, y) for x in a.spots for y in b.spots):
                    return nth, mth
        return None

    def _join(self, a: int, b: int, score: int | None) -> None:
        keep, drop = self._group_of[a], self._group_of[b]
        if keep == drop:
            return
        if len(self._groups[keep].members) < len(self._groups[drop].members):
            keep, drop = drop, keep
        one, other = self._groups[keep], self._groups.pop(drop)
        self._merge_parts(one, other)
        one.members += other.members
        one.apart |= other.apart
        for claim in other.members:
            self._group_of[claim] = keep
        self._merge_means(keep, drop, one, other)
        ids = sorted((self._near.ids[a], self._near.ids[b]))
        self._ties.append(Tie(a=ids[0], b=ids[1], score=None if score is None else score / 100))

    def _merge_parts(self, one: _Group, other: _Group) -> None:
        fitting = self._fitting(one, other)
        if fitting is None:
            one.parts += other.parts
            return
        a, b = one.parts[fitting[0]], other.parts.pop(fitting[1])
        merged = _Part(earliest=max(a.earliest, b.earliest), latest=min(a.latest, b.latest), spots=a.spots | b.spots)
        one.parts[fitting[0]] = merged
        one.parts += other.parts

    def _merge_means(self, keep: int, drop: int, one: _Group, other: _Group) -> None:
        groups, mean = self._groups, one.mean
        mean.pop(drop, None)
        for name, told in other.mean.items():
            if name != keep:
                neighbour = groups[name].mean
                del neighbour[drop]
                mean[name] = neighbour[keep] = mean.get(name, 0) + told

    def write(self, result: Grouping) -> None:
        """Write the groups into a result."""
        for joined in self._groups.values():
            first = min(joined.members)
            for claim in joined.members:
                result.groups[claim] = first
        result.ties += self._ties
