"""Which claims are compared at all: those that share a key, as long as the key is not too common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counterclaim.linkage.features import Features
from counterclaim.linkage.wording import number_of

LARGEST: Final = 120
"""Claims that share a key are compared if they are at most so many; more share a rarer key, or are strangers."""

_DAYS: Final = 6
_FORTNIGHT: Final = 14
_MOST_NAMES: Final = 4
_MOST_PAIRS: Final = 8
_EXACT: Final = 2


def keys_of(row: Features) -> tuple[list[int], list[int]]:
    """Give the keys of a claim, in order: its own, and others under which only claims that have them as their own find it.

    Own keys are the report; the place with days; a name or a wording with a fortnight; of violence, each of the first
    full names in the report, with a fortnight and without days, for a trial is told months after the shooting; where no
    place inside a region is told, the sides and each figure, with days. Others are the areas around the place, so that what is told of a
    province finds what is told of its towns, and sides and figures where there is a place. Days come in windows that
    overlap by half, so that whatever lies within three days of each other shares one. Where no day is told, the day
    before publication stands in; this decides about being compared alone.
    """
    own, other = ({number_of(*parts) for parts in given} for given in (_own(row), _other(row)))
    return sorted(own), sorted(other - own)


def _own(row: Features) -> Iterator[tuple[str, ...]]:
    yield ("report", row.report)
    yield from (("denial", claim) for claim in (row.id, row.denies) if claim)
    for window in _windows(_day(row), _DAYS):
        if row.place is not None:
            yield ("place", row.place, *window)
        if not row.inside:
            yield from _contents(row, window)
    full_names = [str(number) for number in row.report_pairs[:_MOST_PAIRS]] if row.family == "violence" else []
    yield from (("pair", name) for name in full_names)
    for window in _windows(_day(row), _FORTNIGHT):
        yield from (("pair", name, *window) for name in full_names)
        yield from (("name", name, *window) for name in row.names[:_MOST_NAMES])
        yield from (("alike", str(number), *window) for number in row.alike)


def _other(row: Features) -> Iterator[tuple[str, ...]]:
    for window in _windows(_day(row), _DAYS):
        yield from (("place", area, *window) for area in row.inside)
        if row.inside:
            yield from _contents(row, window)


def _contents(row: Features, window: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if row.sides:
        yield ("sides", row.family, row.actor or "", row.target or "", *window)
    yield from (("figure", figure, row.target or "", *window) for figure in row.figures)


def _day(row: Features) -> int | None:
    if row.earliest is not None and row.latest is not None and row.latest - row.earliest <= _EXACT:
        return row.earliest
    return row.published - 1 if row.published is not None else row.latest


def _windows(day: int | None, days: int) -> Iterator[tuple[str, str, str]]:
    if day is None:
        yield (str(days), "-", "-")
        return
    for half in (0, 1):
        yield (str(days), str(half), str((day + half * days // 2) // days))
