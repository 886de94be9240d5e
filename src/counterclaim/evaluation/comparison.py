"""Several readers on one set, side by side: precision, recall, F1, time and cost."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from counterclaim.evaluation.bootstrap import Score

MEASURES: Final = ("measure", "reader", "P", "R", "F1", "95% of draws", "gold")
COSTS: Final = ("reader", "seconds", "questions", "failed", "tokens", "cost")
WORDS: Final = 2
"""Columns that hold words, and so begin at the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderScores:
    """How one reader fared. `seconds` is the time of reading without loading; the rest is a language model's, 0 for others."""

    reader: str
    scores: tuple[Score, ...]
    seconds: float
    questions: int = 0
    failed: int = 0
    tokens: int = 0
    cost: float = 0.0


def comparison_table(readers: Sequence[ReaderScores]) -> str:
    """Give the scores as lines, one for each measure and reader, and below them what each reader took."""
    return "\n".join([*lines([MEASURES, *score_rows(readers)], WORDS), "", *lines([COSTS, *cost_rows(readers)], 1)])


def comparison_json(readers: Sequence[ReaderScores]) -> str:
    """Give the readers as a JSON array of objects with the fields of ReaderScores."""
    return json.dumps([dataclasses.asdict(one) for one in readers], ensure_ascii=False, indent=2)


def score_rows(readers: Sequence[ReaderScores]) -> Iterator[tuple[str, ...]]:
    """Give a row for each measure and reader; the measure's name stands in the first of its rows."""
    for group in zip(*(one.scores for one in readers), strict=True):
        for n, (reader, score) in enumerate(zip(readers, group, strict=True)):
            shares = (f"{share:.3f}" for share in (score.precision, score.recall, score.f1))
            yield ("" if n else score.name, reader.reader, *shares, f"{score.low:.2f}–{score.high:.2f}", str(score.n_gold))


def cost_rows(readers: Sequence[ReaderScores]) -> Iterator[tuple[str, ...]]:
    """Give a row for each reader: time, questions, tokens, cost."""
    for one in readers:
        yield one.reader, f"{one.seconds:.1f}", f"{one.questions:,}", f"{one.failed:,}", f"{one.tokens:,}", f"{one.cost:.4f}"


def lines(rows: Sequence[tuple[str, ...]], words: int) -> Iterator[str]:
    """Give rows as lines in columns, the first ones to the left and the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) if nth < words else cell.rjust(width) for nth, (cell, width) in enumerate(zip(row, widths, strict=True)))
        yield "  ".join(cells).rstrip()
