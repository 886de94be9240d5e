"""Scores as plain rows of text, for a table in a terminal, and as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Final

from counterclaim.evaluation.bootstrap import Score
from counterclaim.evaluation.calibration import Calibration
from counterclaim.evaluation.dispatches import Miss
from counterclaim.evaluation.incidents import Share

HEADER: Final = ("measure", "P", "R", "F1", "95% of draws", "gold", "found")


def table_rows(scores: Iterable[Score]) -> list[tuple[str, ...]]:
    """Give one row of text a score, in the columns of HEADER."""
    return [
        (
            score.name,
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.f1:.3f}",
            f"{score.low:.2f}\u2013{score.high:.2f}",
            str(score.n_gold),
            str(score.n_predicted),
        )
        for score in scores
    ]


def plain_table(scores: Iterable[Score]) -> str:
    """Give the scores as lines of at most 80 characters, names to the left and numbers to the right."""
    rows = [HEADER, *table_rows(scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    lines = ("  ".join(_cell(cell, width, nth) for nth, (cell, width) in enumerate(zip(row, widths, strict=True))) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def as_json(scores: Iterable[Score]) -> str:
    """Give the scores as a JSON array of objects with the fields of Score."""
    return json.dumps([dataclasses.asdict(score) for score in scores], ensure_ascii=False, indent=2)


def share_table(shares: Iterable[Share]) -> str:
    """Give shares as lines: the measure, the share, and of how many.

    >>> print(share_table([Share(name="together", right=3.5, n=7)]))
    measure         share    n
    together        0.500    7
    """
    rows = [f"{one.name:14}  {one.value:5.3f}  {one.n:3}" for one in shares]
    return "\n".join([f"{'measure':14}  share    n", *rows])


def shares_json(shares: Iterable[Share]) -> str:
    """Give shares as a JSON array of objects with the fields of Share and its value."""
    return json.dumps([dataclasses.asdict(one) | {"value": one.value} for one in shares], ensure_ascii=False, indent=2)


def calibration_table(calibration: Calibration) -> str:
    """Give the reliability table as lines, and the calibration error below it."""
    rows = [f"{one.claims:6}  {one.confidence:10.2f}  {one.right:5.2f}" for one in calibration.bins]
    claims = sum(one.claims for one in calibration.bins)
    return "\n".join(["claims  confidence  right", *rows, f"calibration error {calibration.error:.3f}, n {claims}"])


def calibration_json(calibration: Calibration) -> str:
    """Give the reliability table and the error as a JSON object."""
    return json.dumps(dataclasses.asdict(calibration), indent=2)


def miss_lines(misses: Iterable[Miss]) -> list[str]:
    """Give two lines a miss: what was coded, and the sentence."""
    return [line for miss in misses for line in (_coded(miss), f"    {miss.sentence}")]


def _cell(cell: str, width: int, nth: int) -> str:
    return cell.rjust(width) if nth else cell.ljust(width)


def _coded(miss: Miss) -> str:
    coded = miss.coded
    measures = ", ".join(f"{m['what']}: {m['text']}" for m in coded["measures"])
    place = (coded["place"] or {}).get("text")
    date = " to ".join(str(day) for day in dict.fromkeys((coded["date"] or {}).values()) if day)
    control = f"{coded['control_party']} {coded['control']}" if coded["control"] else None
    values = [value for value in (measures, control, place, date) if value]
    return f"{miss.doc}#{miss.nth} {miss.kind}, says {miss.source or 'the outlet'}" + (f" ({'; '.join(values)})" if values else "")
