"""Aggregation of event reports and its measures of disagreement, with the semantics of the R package eventreport.

Source: the documentation of eventreport 0.1.1 (van Baalen and Höglund, "Trials and Triangulations", International
Studies Quarterly 70, 2026). None stands for R's NA. The reports of one event are one sequence.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeVar

INDETERMINATE: Final = "Indeterminate"
_EPOCH: Final = dt.date(1970, 1, 1).toordinal()
T = TypeVar("T", bound=Hashable)


def mode(values: Sequence[T], *ties: Sequence[float]) -> T | str | None:
    """Give the most frequent value; ties go to the value with the highest mark in the first of `ties`, then the next.

    None counts as a value. What stays tied is "Indeterminate" (calc_mode).

    >>> mode(["camp", "camp", "town"]), mode(["camp", "town"]), mode(["camp", "town"], [1, 3])
    ('camp', 'Indeterminate', 'town')
    """
    most = Counter(values)
    best = [value for value, n in most.items() if n == max(most.values())]
    for marks in ties:
        if len(best) > 1:
            at = [i for i, value in enumerate(values) if value in best]
            top = max(marks[i] for i in at)
            best = list(dict.fromkeys(values[i] for i in at if marks[i] == top))
    return best[0] if len(best) == 1 else INDETERMINATE


def mode_number(values: Iterable[int | None]) -> int | None:
    """Give the most frequent number, the smallest of several; None counts for nothing (calc_mode_numeric).

    >>> mode_number([7, 15, None, 15, 7, 3]), mode_number([None])
    (7, None)
    """
    most = Counter(v for v in values if v is not None)
    return min((value for value, n in most.items() if n == max(most.values())), default=None)


def mode_date(values: Iterable[dt.date | None]) -> dt.date | None:
    """Give the most frequent day; of several, their mean, rounded down (calc_mode_date).

    >>> mode_date([dt.date(2022, 5, 3), dt.date(2022, 5, 6)])
    datetime.date(2022, 5, 4)
    """
    most = Counter(v for v in values if v is not None)
    days = [day.toordinal() for day, n in most.items() if n == max(most.values())]
    return dt.date.fromordinal(_EPOCH + (sum(days) - _EPOCH * len(days)) // len(days)) if days else None


def mode_at_precision(values: Sequence[T], precision: Sequence[float | None], *ties: Sequence[float], most: bool) -> T | str | None:
    """Give the mode of the values with the highest precision, or the lowest (calc_max_precision, calc_min_precision).

    >>> mode_at_precision(["Lower Shabelle", "Barire", "Barire"], [1, 3, 3], most=False)
    'Lower Shabelle'
    """
    known = [p for p in precision if p is not None]
    if not known:
        return None
    wanted = max(known) if most else min(known)
    at = [i for i, p in enumerate(precision) if p == wanted]
    return mode([values[i] for i in at], *([marks[i] for i in at] for marks in ties))


def lowest(values: Iterable[int | None]) -> int | None:
    """Give the smallest number that any report has (find_min)."""
    return min((v for v in values if v is not None), default=None)


def highest(values: Iterable[int | None]) -> int | None:
    """Give the largest number that any report has (find_max)."""
    return max((v for v in values if v is not None), default=None)


def dscore(values: Iterable[Hashable]) -> int:
    """Give how many different values the reports of one event have, less one; None is a value (dscore).

    >>> dscore([15, 21, 15]), dscore([15, None])
    (1, 1)
    """
    return len(set(values)) - 1


def mean_dscore(events: Sequence[Sequence[Hashable]], *, normalise: bool = False) -> float | None:
    """Give the mean dscore of events; normalised, as a share of the different values there are in all (mean_dscore).

    >>> mean_dscore([[7, 15], [3, 3]]), round(mean_dscore([[7, 15], [3, 3]], normalise=True), 3)
    (0.5, 0.167)
    """
    mean = _mean(dscore(values) for values in events)
    return mean / len({v for values in events for v in values}) if normalise and mean is not None else mean


def mean_range(events: Iterable[Sequence[int | None]]) -> float | None:
    """Give the mean distance between an event's highest and lowest number; events without a number are left out (mean_range).

    >>> mean_range([[7, 15], [10, None], [None]])
    4.0
    """
    known = ([v for v in values if v is not None] for values in events)
    return _mean(max(numbers) - min(numbers) for numbers in known if numbers)


def mean_sd(events: Iterable[Sequence[int | None]]) -> float | None:
    """Give the mean sample standard deviation of events with two numbers or more (mean_sd).

    >>> mean_sd([[10, 14], [3]])
    2.8284271247461903
    """
    known = ([v for v in values if v is not None] for values in events)
    return _mean(statistics.stdev(numbers) for numbers in known if len(numbers) > 1)


def share_disagreement(events: Iterable[Sequence[Hashable]]) -> float | None:
    """Give the share of events whose reports have two values or more; None is a value (share_disagreement).

    >>> share_disagreement([[7, 15], [3, 3], [4]])
    0.3333333333333333
    """
    return _mean(int(dscore(values) > 0) for values in events)


def modal_confidence(events: Iterable[Sequence[Hashable]]) -> float | None:
    """Give the mean share of an event's reports that have its most frequent value; None counts for nothing (modal_confidence).

    >>> modal_confidence([[7, 7, 15, None], [3]])
    0.8333333333333333
    """
    known = (Counter(v for v in values if v is not None) for values in events)
    return _mean(max(most.values()) / sum(most.values()) for most in known if most)


def _mean(numbers: Iterable[float]) -> float | None:
    known = list(numbers)
    return sum(known) / len(known) if known else None
