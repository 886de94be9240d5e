"""Precision, recall and F1 with an interval: documents are drawn again, with replacement, and scored anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

SAMPLES: Final = 1_000
COVERAGE: Final = (2.5, 97.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How one document fared on one measure: right ones (a part of one where it is partly right), ones in the gold, ones predicted."""

    right: float
    gold: int
    predicted: int


Tally = Mapping[str, Hits]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measure over all documents; `low` and `high` bound F1 in 95 of 100 draws of the documents."""

    name: str
    precision: float
    recall: float
    f1: float
    n_gold: int
    n_predicted: int
    low: float
    high: float


def score_tallies(tallies: Iterable[Tally], *, seed: int, samples: int = SAMPLES) -> list[Score]:
    """Give one score a measure, in the order in which measures first appear; the same seed gives the same interval."""
    rows = list(tallies)
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [score(name, [row[name] for row in rows if name in row], seed=seed, samples=samples) for name in names]


def score(name: str, hits: Sequence[Hits], *, seed: int, samples: int = SAMPLES) -> Score:
    """Give precision, recall and F1 of summed hits, and the interval of F1 over documents drawn with replacement."""
    table = np.array([(h.right, h.gold, h.predicted) for h in hits], dtype=np.float64).reshape(-1, 3)
    right, gold, predicted = (float(column) for column in table.sum(axis=0))
    low, high = _interval(table, seed=seed, samples=samples)
    return Score(
        name=name,
        precision=right / predicted if predicted else 0.0,
        recall=right / gold if gold else 0.0,
        f1=2 * right / (gold + predicted) if gold + predicted else 0.0,
        n_gold=int(gold),
        n_predicted=int(predicted),
        low=low,
        high=high,
    )


def _interval(table: NDArray[np.float64], *, seed: int, samples: int) -> tuple[float, float]:
    size = len(table)
    if size == 0 or samples == 0:
        return 0.0, 0.0
    drawn = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=samples)
    sums = drawn @ table
    both = sums[:, 1] + sums[:, 2]
    f1 = np.divide(2 * sums[:, 0], both, out=np.zeros(samples), where=both > 0)
    low, high = np.percentile(f1, COVERAGE)
    return float(low), float(high)
