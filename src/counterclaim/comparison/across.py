"""Pairs of claims that cannot both hold, whatever incidents they are in: on control of a place, and within one report."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from counterclaim.claims.claim import Claim
from counterclaim.claims.counterclaim import Counterclaim
from counterclaim.claims.place import Place
from counterclaim.comparison import blame, denial, holding, place
from counterclaim.comparison.difference import VIOLENT, Difference, affirms, told_as_fact


def counterclaims_across(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs of claims that cannot both hold, whatever incidents they are in, as far as two claims alone can tell.

    These are the pairs of `on_control` and of `within_reports`, each once, in the order of their ids.
    """
    known = list(claims)
    return tuple(sorted({*on_control(known), *within_reports(known)}, key=_order))


def on_control(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give the pairs that cannot both hold on who holds a place.

    Only resolved places are compared, with themselves and with what lies in them, and only claims whose days are known.
    The claims may be all of a ledger: they are blocked by place and area, and swept by day.
    """
    return _as_counterclaims(_across_places(_by_id(claims)))


def within_reports(claims: Iterable[Claim]) -> tuple[Counterclaim, ...]:
    """Give, for each report apart, its denials with what they deny nearest to them, and sides that each say the other attacked."""
    return _as_counterclaims(_within_reports(_by_id(claims)))


def near_in_time(claim: Claim) -> tuple[dt.date, dt.date] | None:
    """Give the days, both inclusive, in which what contradicts a claim on control can begin; None where it has no days.

    What is told of a place begins on the last day of the event, or, where that is unknown, on the day that it was said on.
    """
    days = holding.span(claim)
    return None if days is None else (days[0] - 2 * holding.AFTERWARDS, days[1] + holding.AFTERWARDS)


def _by_id(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in sorted(claims, key=lambda c: c.id) if told_as_fact(claim)]


def _as_counterclaims(differences: Iterable[tuple[Claim, Claim, Difference]]) -> tuple[Counterclaim, ...]:
    found: dict[tuple[str, str, str], Counterclaim] = {}
    for a, b, difference in differences:
        first, second = sorted((a.id, b.id))
        found[first, second, difference.question] = Counterclaim(a=first, b=second, question=difference.question, reason=difference.reason)
    return tuple(found[key] for key in sorted(found))


def _order(counterclaim: Counterclaim) -> tuple[str, str, str]:
    return counterclaim.a, counterclaim.b, counterclaim.question


def _across_places(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    for a, b in _control_pairs(claims):
        difference = holding.compare(a, b, linked=False)
        if difference is not None and not difference.both_hold:
            yield a, b, difference


def _within_reports(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.sha256].append(claim)
    for told in by_report.values():
        affirmed = [c for c in told if affirms(c)]
        for negated in (c for c in told if c.negated and c.source is not None):
            yield from _denied(negated, affirmed)
        for a, b in itertools.combinations([c for c in affirmed if c.kind in VIOLENT], 2):
            difference = blame.each_blames_the_other(a, b)
            if difference is not None:
                yield a, b, difference


def _denied(negated: Claim, affirmed: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, Difference]]:
    found = {c.id: (c, d) for c in affirmed if (d := denial.compare(negated, c)) is not None}
    answered = denial.answered(negated, [c for c, _ in found.values()])
    yield from ((negated, *found[c.id]) for c in denial.nearest(negated, answered))


def _control_pairs(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give pairs on places that may be one or nested, whose days are near; of each pair, the one that begins later second."""
    on, within = _Open(), _Open()
    for start, end, _, claim in sorted(_known_control(claims), key=lambda known: known[:3]):
        own, *areas = names_of(claim.place or Place(text=""))
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


def names_of(where: Place) -> list[Hashable]:
    """Give the name of a place with its country, then those of the areas around it, in comparable form."""
    names = dict.fromkeys(place.name_key(n) for n in (where.name, where.admin2, where.admin1) if n)
    return [(where.country, name) for name in names]
