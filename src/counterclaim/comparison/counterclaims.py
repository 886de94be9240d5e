"""The pairs of claims that cannot both hold, and those that differ and can."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Count
from counterclaim.claims.counterclaim import Compatible, Counterclaim
from counterclaim.claims.place import Place
from counterclaim.comparison import alike, blame, denial, figures, holding, place, victims
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


def counterclaims_on_control(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs of claims on control that cannot both hold, of whatever incidents.

    Only resolved places are compared, with themselves and with what lies in them, and only claims whose days are
    known. The claims may be all of a ledger: they are blocked by place and area, and swept by day.
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
    """Give what each denial denies; one without figure, place and day denies what its own report tells, if that tells it."""
    for i, group in enumerate(groups):
        if not group[0].negated:
            continue
        found = [(j, d) for j in affirmed if (d := denial.compare(group[0], groups[j][0])) is not None]
        if denial.bare(group[0]):
            report = group[0].report.sha256
            found = [(j, d) for j, d in found if any(c.report.sha256 == report for c in groups[j])] or found
        yield from ((i, j, difference) for j, difference in found)


def _control_pairs(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give pairs on places that may be one or nested, whose days are near; of each pair, the one that begins later second."""
    on, within = _Open(), _Open()
    for start, end, _, claim in sorted(_known_control(claims), key=lambda known: known[:3]):
        own, *areas = _names(claim)
        seen = {c.id: c for found in (on.at(own, start), within.at(own, start), *(on.at(area, start) for area in areas)) for c in found}
        yield from ((other, claim) for other in seen.values())
        on.add(own, end, claim)
        for area in areas:
            within.add(area, end, claim)


class _Open:
    """Claims by a name, of which those whose days are over are forgotten."""

    def __init__(self) -> None:
        self._by_name: defaultdict[Hashable, list[tuple[dt.date, Claim]]] = defaultdict(list)

    def add(self, name: Hashable, end: dt.date, claim: Claim) -> None:
        self._by_name[name].append((end + holding.AFTERWARDS, claim))

    def at(self, name: Hashable, day: dt.date) -> list[Claim]:
        left = [(end, claim) for end, claim in self._by_name.get(name, ()) if end >= day]
        if left:
            self._by_name[name] = left
        return [claim for _, claim in left]


def _known_control(claims: Iterable[Claim]) -> Iterator[tuple[dt.date, dt.date, str, Claim]]:
    """Give the claims on resolved places, each with the first and the last day that it is about."""
    for claim in claims:
        days, where = holding.span(claim), claim.place
        if claim.control is None or not affirms(claim) or days is None:
            continue
        if where is not None and where.name is not None and not place.is_country(where):
            yield *days, claim.id, claim


def _names(claim: Claim) -> list[Hashable]:
    """Give the name of a claim's place with its country, then those of the areas around it."""
    where = claim.place or Place(text="")
    names = dict.fromkeys(place.name_key(n) for n in (where.name, where.admin2, where.admin1) if n)
    return [(where.country, name) for name in names]
