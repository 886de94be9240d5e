"""Time expressions against a TimeML-shaped file, with intervals over documents."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, score_tallies
from counterclaim.evaluation.dates import MEASURES, Finder, score_dates
from counterclaim.evaluation.gold import read_rows

NAMES: Final = {"strict": "strict span", "relaxed": "overlapping span", "value": "overlapping span and value"}


def score_time_expressions(path: Path, find: Finder, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give strict, relaxed and value scores of time expressions, as TempEval-3 counts them."""
    tallies = score_dates(read_rows(path), find)
    return score_tallies(
        ({NAMES[m]: Hits(right=int(getattr(t, m)), gold=t.gold, predicted=t.found) for m in MEASURES} for t in tallies),
        seed=seed,
        samples=samples,
    )
