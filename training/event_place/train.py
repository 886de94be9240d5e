"""Train the trees of `counterclaim.extraction.event_place`, and score them on the part that was held back.

Run, with lightgbm and scikit-learn installed:
python training/event_place/train.py event-location.jsonl --out src/counterclaim/data/event_place.json

A sentence belongs to the held-back part (15 in 100), to the part that thresholds and sizes are chosen on (15), or to
the rest by the hash of its text, so that a sentence with two events lies in one part. The second round learns from
chances that the first gave to sentences which it had not seen (five folds).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix

from counterclaim.evaluation.gold import read_rows
from counterclaim.evaluation.places import event_place_tally
from counterclaim.extraction import parser
from counterclaim.extraction.event_place import EventPlaces, Forest
from counterclaim.extraction.event_place_names import Candidate
from counterclaim.extraction.event_place_signs import Signs, rivals, signs
from counterclaim.knowledge.gazetteer import Gazetteer

HELD_BACK, CHOSEN_ON, FOLDS, RAREST = 15, 30, 5, 5
COMMON = {"min_child_samples": 15, "subsample": 0.8, "subsample_freq": 1, "n_jobs": 1, "verbose": -1, "random_state": 7}
FIRST = {"n_estimators": 400, "learning_rate": 0.05, "num_leaves": 63, "colsample_bytree": 0.3} | COMMON
SECOND = {"n_estimators": 200, "learning_rate": 0.04, "num_leaves": 15, "colsample_bytree": 0.5} | COMMON


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence with an event: its candidates with their signs, and which of them are its place."""

    row: Mapping[str, Any]
    part: str
    every: list[Candidate]
    found: list[Signs]
    right: list[bool]


def part_of(text: str) -> str:
    """Give the part that a sentence belongs to."""
    bucket = int(hashlib.sha256(text.strip().encode()).hexdigest(), 16) % 100
    return "held back" if bucket < HELD_BACK else "chosen on" if bucket < CHOSEN_ON else "trained on"


def examples(path: Path) -> list[Example]:
    """Give the sentences of a file, parsed."""
    rows, nlp, places = list(read_rows(path)), parser.load(), EventPlaces.untrained(Gazetteer.open())
    return [_example(row, doc, places) for row, doc in zip(rows, nlp.pipe([row["text"] for row in rows], batch_size=64), strict=True)]


def _example(row: Mapping[str, Any], doc: Any, places: EventPlaces) -> Example:
    verb = next(s for s in row["spans"] if s["label"] == "VERB")
    trigger = doc.char_span(verb["start"], verb["end"], alignment_mode="expand").root
    every = places.candidates([t for t in doc if not t.is_space])
    right = [_is_right(row, one.span) for one in every]
    return Example(
        row=row, part=part_of(row["text"]), every=every, right=right, found=[signs(every, n, trigger) for n in range(len(every))]
    )


def _is_right(row: Mapping[str, Any], span: tuple[int, int]) -> bool:
    """Tell whether at least half of a candidate's words are the place's."""
    hits = event_place_tally(row, lambda _, __: [span])["tokens"]
    return 2 * hits.right >= hits.predicted > 0


def fit(found: Sequence[Signs], right: Sequence[bool], shape: Mapping[str, Any]) -> dict[str, Any]:
    """Give the trees, as the file holds them, that tell the right from the wrong."""
    often = Counter(name for one in found for name in one)
    names = sorted(name for name, n in often.items() if n >= RAREST)
    model = lightgbm.LGBMClassifier(**shape).fit(table(found, names), np.array(right))
    dumped = model.booster_.dump_model()["tree_info"]
    used: list[int] = sorted({node for tree in dumped for node in _signs_of(tree["tree_structure"])})
    index = {old: new for new, old in enumerate(used)}
    return {"names": [names[i] for i in used], "trees": [_flat(tree["tree_structure"], index) for tree in dumped]}


def table(found: Sequence[Signs], names: Sequence[str]) -> Any:
    """Give the signs as a sparse table, a column for each name."""
    column = {name: n for n, name in enumerate(names)}
    cells = [(row, column[name], number) for row, one in enumerate(found) for name, number in one.items() if name in column]
    rows, columns, numbers = zip(*cells, strict=True)
    return csr_matrix((numbers, (rows, columns)), shape=(len(found), len(names)))


def _signs_of(node: Mapping[str, Any]) -> Iterable[int]:
    if "split_feature" in node:
        yield node["split_feature"]
        yield from _signs_of(node["left_child"])
        yield from _signs_of(node["right_child"])


def _flat(root: Mapping[str, Any], index: dict[int, int]) -> dict[str, Any]:
    """Give a tree as rows of nodes and leaves."""
    nodes: list[list[float]] = []
    leaves: list[float] = []

    def add(node: Mapping[str, Any]) -> int:
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"], 5))
            return -len(leaves)
        at = len(nodes)
        nodes.append([index[node["split_feature"]], round(node["threshold"], 5), 0, 0])
        nodes[at][2:] = [add(node["left_child"]), add(node["right_child"])]
        return at

    add(root)
    return {"nodes": nodes, "leaves": leaves}


def chances(forest: Mapping[str, Any], those: Sequence[Example]) -> list[list[float]]:
    """Give the first round's chance of every candidate."""
    trees = Forest.of(forest)
    return [[trees.chance(one) for one in each.found] for each in those]


def beside(those: Sequence[Example], first: Sequence[Sequence[float]]) -> list[Signs]:
    """Give the second round's signs of every candidate."""
    return [rivals(e.every, e.found, p, n) for e, p in zip(those, first, strict=True) for n in range(len(e.every))]


def unseen(those: Sequence[Example]) -> list[list[float]]:
    """Give the first round's chances of sentences that it was not trained on."""
    out: list[list[float]] = [[] for _ in those]
    for fold in range(FOLDS):
        rest = [e for n, e in enumerate(those) if n % FOLDS != fold]
        forest = fit([s for e in rest for s in e.found], [r for e in rest for r in e.right], FIRST)
        out[fold::FOLDS] = chances(forest, those[fold::FOLDS])
    return out


def last_chances(second: Mapping[str, Any], those: Sequence[Example], first: Sequence[Sequence[float]]) -> list[list[float]]:
    """Give the second round's chance of every candidate."""
    trees = Forest.of(second)
    return [[trees.chance(rivals(e.every, e.found, p, n)) for n in range(len(e.every))] for e, p in zip(those, first, strict=True)]


def scored(those: Sequence[Example], last: Sequence[Sequence[float]], least: float) -> tuple[float, float]:
    """Give precision and recall of the words of places."""
    hits = []
    for e, p in zip(those, last, strict=True):
        spans = [one.span for one, chance in zip(e.every, p, strict=True) if chance >= least]
        hits.append(event_place_tally(e.row, lambda *_, spans=spans: spans)["tokens"])
    right = sum(h.right for h in hits)
    return right / max(1, sum(h.predicted for h in hits)), right / max(1, sum(h.gold for h in hits))


def main() -> None:
    """Train, choose the least chance, print the scores and write the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument(
        "--held-back", type=Path, help="write the sentences that were held back, for `counterclaim evaluate event-places`"
    )
    given = arguments.parse_args()
    every = examples(given.gold)
    if given.held_back is not None:
        rows = (json.dumps(e.row, ensure_ascii=False) + "\n" for e in every if e.part == "held back")
        given.held_back.write_text("".join(rows), encoding="utf8")
    train, choose, test = ([e for e in every if e.part == part] for part in ("trained on", "chosen on", "held back"))
    right = [r for e in train for r in e.right]
    first = fit([s for e in train for s in e.found], right, FIRST)
    second = fit(beside(train, unseen(train)), right, SECOND)
    chosen, held = (last_chances(second, those, chances(first, those)) for those in (choose, test))
    least = max((n / 50 for n in range(15, 35)), key=lambda t: min(scored(choose, chosen, t)))
    for name, those, last in (("chosen on", choose, chosen), ("held back", test, held)):
        precision, recall = scored(those, last, least)
        sys.stdout.write(f"{name}: precision {precision:.3f}, recall {recall:.3f}, sentences {len(those)}\n")
    given.out.write_text(json.dumps({"least": least, "first": first, "second": second}, separators=(",", ":")), encoding="utf8")


if __name__ == "__main__":
    main()
