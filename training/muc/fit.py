"""Fit the weights of `counterclaim.evaluation.muc_sides` on texts with MUC-4 keys that are not scored.

Run: PYTHONPATH=training python training/muc/fit.py DEV.jsonl --texts 700 --out src/counterclaim/data/muc_sides.json

An example is an incident that the reader finds and a side that its text names; it is right where the key of that incident
names the side.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from confidence.fit import fit

from counterclaim.evaluation import muc, muc_fills
from counterclaim.evaluation.gold import read_rows
from counterclaim.evaluation.muc import Template
from counterclaim.evaluation.muc_fills import Fill
from counterclaim.evaluation.muc_perpetrators import named, slots_of
from counterclaim.evaluation.muc_sides import BIAS, signs
from counterclaim.evaluation.muc_templates import told_incidents
from counterclaim.evaluation.pairing import pair
from counterclaim.evaluation.sightings import Seen
from counterclaim.workflows.evaluate_muc import header_day
from counterclaim.workflows.recipe import Recipe
from counterclaim.workflows.sightings import sightings_in

PENALTY = 3.0

Example = tuple[dict[str, bool], bool]


def examples(keys: Sequence[Template], seen: Seen) -> Iterator[Example]:
    """Give the signs of each side at each incident of a text, and whether the key names it."""
    told = told_incidents(seen, lambda sightings, _: slots_of(sightings, named(sightings)))
    met = {id(response): key for key, response in pair(keys, [template for _, template in told], muc.fit_of)}
    for incident, template in told:
        key = met.get(id(template))
        wanted = key.slots.get(muc.ORGANISATION, ()) if key is not None else ()
        for side in dict.fromkeys(n.side for n in seen.sides):
            names = Fill(values=tuple(n.text.upper() for n in seen.sides if n.side == side))
            yield signs(incident.sightings, seen, side), any(muc_fills.words_grade(one, names) for one in wanted)


def weights_of(rows: Sequence[Example]) -> dict[str, float]:
    """Give the weight of each sign."""
    names = list(rows[0][0])
    table = np.array([[1.0, *map(float, told.values())] for told, _ in rows])
    right = np.array([float(is_right) for _, is_right in rows])
    return {name: round(float(w), 3) for name, w in zip([BIAS, *names], fit(table, right, PENALTY), strict=True)}


def main() -> None:
    """Read the texts, fit the weights, write the file."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("texts", type=Path)
    options.add_argument("--texts", dest="most", type=int, default=700)
    options.add_argument("--out", type=Path, required=True)
    asked = options.parse_args()
    see = sightings_in(Recipe()())
    rows: list[Example] = []
    for row in islice(read_rows(asked.texts), asked.most):
        rows += examples(muc.keys_of(row), see(row["text"], header_day(row["text"])))
    print(f"{len(rows)} sides at incidents, {sum(is_right for _, is_right in rows)} of them named by a key")
    asked.out.write_text(json.dumps({"made_by": "training/muc/fit.py", "weights": weights_of(rows)}, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
