"""Whether confidence means what it says: of claims with confidence .8, about eight in ten ought to be right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.evaluation.dispatches import as_rows, is_right
from counterclaim.evaluation.gold import Dispatches

BINS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Claims of like confidence: how many, their mean confidence, and the share of them that is right."""

    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The reliability table, and the expected calibration error: the mean gap of its bins, weighed by their claims."""

    bins: tuple[Bin, ...]
    error: float


def calibration_of(gold: Dispatches, claims: Iterable[Claim]) -> Calibration:
    """Give the calibration of claims' confidence; right is what the scorer pairs with the right asserter and figures.

    Raises:
        ValueError: No claim has a confidence.
    """
    rows = [row for row in as_rows(claims) if row.get("confidence") is not None]
    judged = is_right(gold, rows)
    return reliability([(row["confidence"], right) for row, right in zip(rows, judged, strict=True) if right is not None])


def reliability(judged: Sequence[tuple[float, bool]], *, bins: int = BINS) -> Calibration:
    """Give the reliability of confidences in bins of equal mass (Naeini, Cooper and Hauskrecht 2015).

    Raises:
        ValueError: There is nothing to judge.

    >>> reliability([(0.2, False), (0.2, False), (0.9, True), (0.9, True)], bins=2).error
    0.15
    """
    if not judged:
        raise ValueError("no claim with a confidence")
    ordered = sorted(judged)
    edges = [round(n * len(ordered) / bins) for n in range(bins + 1)]
    table = tuple(_bin(ordered[a:b]) for a, b in itertools.pairwise(edges) if b > a)
    return Calibration(bins=table, error=round(sum(abs(one.confidence - one.right) * one.claims for one in table) / len(ordered), 4))


def _bin(judged: Sequence[tuple[float, bool]]) -> Bin:
    size = len(judged)
    return Bin(claims=size, confidence=sum(c for c, _ in judged) / size, right=sum(right for _, right in judged) / size)
