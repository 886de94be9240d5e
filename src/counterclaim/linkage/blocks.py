"""Which claims are compared at all: those that share a key, as long as the key is not too common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counterclaim.linkage.features import Features
from counterclaim.linkage.wording import alike_keys, number_of

LARGEST: Final = 120
"""Claims that share a key are compared if they are at most so many; more share a rarer key, or are strangers."""

_DAYS: Final = 6
_MONTH: Final = 30
_MOST_NAMES: Final = 6
_EXACT: Final = 2
_WORDS_OF_HEADLINE: Final = 3


def keys_of(row: Features) -> list[int]:
    """Give the keys of a claim, without doubles, in order.

    A key is the report; a place with days; sides with days where no place is told; a figure with its victims and a
    month; a name with a month; a wording. Days come in windows that overlap by half, so that whatever lies within three
    days of each other shares one. Where no day is told, the day before publication stands in; this decides about
    being compared alone.
    """
    return sorted({number_of(*parts) for parts in _parts(row)} | set(alike_keys(row.words)))


def _parts(row: Features) -> Iterator[tuple[str, ...]]:
    yield ("report", row.report)
    yield from (("denial", claim) for claim in (row.id, row.denies) if claim)
    day = _day(row)
    for window in _windows(day, _DAYS):
        if row.place is not None:
            yield ("place", row.place, *window)
            yield from (("area", area, row.family, *window) for area in row.inside[:1])
        if not row.inside:
            yield ("sides", row.family, row.actor or "", row.target or "", *window)
    for window in _windows(day, _MONTH):
        yield from (("figure", figure, row.target or "", *window) for figure in row.figures)
        yield from (("name", name, *window) for name in row.names[:_MOST_NAMES])


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
