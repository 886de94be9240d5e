"""Killed and injured against GVA-shaped gold: one true pair of numbers an incident, several articles on it."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from counterclaim.claims.errors import UnreadableInput
from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, score_tallies
from counterclaim.evaluation.gold import Row, read_rows

Toll = tuple[int | None, int | None]
ReadToll = Callable[[str, dt.date | None], Toll]

OUTCOMES: Final = ("killed", "injured")


def score_counts(articles: Path, incidents: Path, read_toll: ReadToll, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give exact matches of killed and injured, by article and by incident, with intervals over incidents.

    `read_toll` gives the two numbers of a text, below its title where the row has one, and its day; None where it gives none.
    An incident's number is the lower median over its articles that give one. In the rows "killed" and "injured" of an
    article, precision is over the articles for which a number above 0 is given, recall over those with a true number above 0;
    in the rows "exact" a missing number stands for 0, and precision and recall are the one share of right ones.
    """
    truth = {row["incident"]: (int(row["killed"]), int(row["injured"])) for row in read_rows(incidents)}
    tolls: dict[str, list[Toll]] = defaultdict(list)
    for nth, row in enumerate(read_rows(articles), 1):
        if row["incident"] not in truth:
            raise UnreadableInput(str(articles), f"no incident {row['incident']} in {incidents.name}", place=f"row {nth}")
        tolls[row["incident"]].append(read_toll(_whole(row), _day(row)))
    return score_tallies((count_tally(truth[incident], told) for incident, told in tolls.items()), seed=seed, samples=samples)


def count_tally(truth: tuple[int, int], told: Sequence[Toll]) -> Mapping[str, Hits]:
    """Give the hits of one incident, told by several articles."""
    tally = {outcome: _stated([toll[nth] for toll in told], truth[nth]) for nth, outcome in enumerate(OUTCOMES)}
    for nth, outcome in enumerate(OUTCOMES):
        tally[f"{outcome}, exact"] = _exact([(toll[nth] or 0) == truth[nth] for toll in told])
    tally["both, exact"] = _exact([(killed or 0, injured or 0) == truth for killed, injured in told])
    middle = tuple(median([toll[nth] for toll in told]) or 0 for nth in range(len(OUTCOMES)))
    for nth, outcome in enumerate(OUTCOMES):
        tally[f"{outcome}, exact by incident"] = _exact([middle[nth] == truth[nth]])
    tally["both, exact by incident"] = _exact([middle == truth])
    return tally


def median(numbers: Sequence[int | None]) -> int | None:
    """Give the lower median of the numbers that are given, None where none is.

    >>> median([3, None, 1, 2]), median([4, 2]), median([None])
    (2, 2, None)
    """
    given = [number for number in numbers if number is not None]
    return statistics.median_low(given) if given else None


def _stated(numbers: Sequence[int | None], truth: int) -> Hits:
    given = [number for number in numbers if number]
    return Hits(right=sum(number == truth for number in given), gold=len(numbers) if truth else 0, predicted=len(given))


def _exact(right: Sequence[bool]) -> Hits:
    return Hits(right=sum(right), gold=len(right), predicted=len(right))


def _whole(row: Row) -> str:
    """Give an article as it is read: its title above its text, unless the text begins with it."""
    title, text = (row.get("title") or "").strip(), str(row["text"])
    return text if not title or text.lstrip().lower().startswith(title.lower()) else f"{title}\n\n{text}"


def _day(row: Row) -> dt.date | None:
    day = (row.get("dct") or "")[:10]
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None
