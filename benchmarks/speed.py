"""How fast the extractor is, as a ratio to the bare spaCy pipeline on the same texts in the same process."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from corpus import reports, write

from counterclaim import Recipe
from counterclaim.extraction.parser import DEFAULT_PIPELINE


def seconds(work: Callable[[], object]) -> float:
    """Give how long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure, turn by turn, and take the best of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        known = reports(write(Path(folder) / "corpus.jsonl", options.reports))
    nlp = spacy.load(DEFAULT_PIPELINE)
    extractors = {reader: Recipe(reader=reader)() for reader in ("rules", "trained")}
    work: dict[str, Callable[[], object]] = {"nlp.pipe": lambda: [None for _ in nlp.pipe(report.text for report in known)]}
    work |= {name: lambda it=it: [None for _ in it.extract_many(known)] for name, it in extractors.items()}
    for run in work.values():
        seconds(run)
    best = {name: min(seconds(run) for _ in range(options.rounds)) for name, run in work.items()}
    for name, took in best.items():
        print(f"{name}: {len(known) / took:.2f} reports/s, ratio {best['nlp.pipe'] / took:.2f}")


if __name__ == "__main__":
    main()
