"""Fit the weights of `counterclaim.extraction.confidence` on coded dispatches, and tell how well they are calibrated.

Run: python training/confidence/fit.py samples/dispatches --out src/counterclaim/data/confidence.json

Logistic regression with a penalty on the weights, by Newton's method. The error printed is that of claims of each war
(what stands before the hyphen of a dispatch's id), weighed by weights that were fitted on the other wars.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.claims.report import Report
from counterclaim.evaluation.calibration import Calibration, reliability
from counterclaim.evaluation.dispatches import as_rows, is_right
from counterclaim.evaluation.gold import read_dispatches
from counterclaim.extraction import parser as parsing
from counterclaim.extraction.claim import claims
from counterclaim.extraction.confidence import BIAS, signs
from counterclaim.extraction.finding import findings
from counterclaim.extraction.identity import ASKING, READERS
from counterclaim.extraction.pipeline import Extractor
from counterclaim.reading import read_inputs

PENALTY = 6.0
STEPS = 40


def examples(folder: Path, reader: str) -> list[tuple[str, dict[str, bool], bool]]:
    """Give war, signs and rightness of each claim that a reader finds in coded dispatches."""
    gold = read_dispatches(folder)
    extractor = Extractor(reader)
    found, made = [], []
    for report in read_inputs([folder]):
        if isinstance(report, Report):
            mine, theirs = read(extractor, report)
            found += mine
            made += theirs
    judged = is_right(gold, list(as_rows(made)))
    return [
        (claim.report.id.split("-")[0], signs(finding), right)
        for finding, claim, right in zip(found, made, judged, strict=True)
        if right is not None
    ]


def read(extractor: Extractor, report: Report) -> tuple[list[Any], list[Any]]:
    """Give the findings of a report and their claims."""
    desk = extractor.desk(report, parsing.parse(report, extractor.nlp))
    found = findings(desk)
    return found, claims(desk, found, extractor.made_by)


def fit(table: Any, right: Any, drawn: float = PENALTY) -> Any:
    """Give the weights of the columns of a table; the first is the bias, which is not drawn to 0."""
    penalty = np.array([0.0, *[drawn] * (table.shape[1] - 1)])
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - penalty * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights += np.linalg.solve(curve, slope)
    return weights


def held_out(wars: list[str], table: Any, right: Any) -> Calibration:
    """Give the calibration of claims weighed by weights that their own war had no part in."""
    war = np.array(wars)
    chance = np.zeros(len(war))
    for name in sorted(set(wars)):
        mine = war == name
        chance[mine] = 1 / (1 + np.exp(-table[mine] @ fit(table[~mine], right[~mine])))
    return reliability(list(zip(chance.tolist(), (right > 0).tolist(), strict=True)))


def main() -> None:
    """Fit each reader's weights, print the reliability, write the file."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("dispatches", type=Path)
    options.add_argument("--out", type=Path, required=True)
    asked = options.parse_args()
    weights: dict[str, dict[str, float]] = {}
    errors: dict[str, float] = {}
    for reader in (one for one in READERS if one not in ASKING):
        rows = examples(asked.dispatches, reader)
        names = list(rows[0][1])
        table = np.array([[1.0, *map(float, row[1].values())] for row in rows])
        right = np.array([float(row[2]) for row in rows])
        calibration = held_out([row[0] for row in rows], table, right)
        print(f"{reader}: {len(rows)} claims, {right.mean():.2f} of them right, error {calibration.error:.3f} with its own war held out")
        for one in calibration.bins:
            print(f"  {one.claims:4} claims  confidence {one.confidence:.2f}  right {one.right:.2f}")
        weights[reader] = {name: round(float(w), 3) for name, w in zip([BIAS, *names], fit(table, right), strict=True)}
        errors[reader] = calibration.error
    asked.out.write_text(json.dumps({"made_by": "training/confidence/fit.py", "error": errors, "weights": weights}, indent=1) + "\n")


if __name__ == "__main__":
    main()
