"""How much faster two processes read than one: the whole command, start-up included, best of three."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write


def seconds(corpus: Path, jobs: int, reader: str) -> float:
    """Give how long the command takes."""
    began = time.perf_counter()
    code = "import sys; from counterclaim.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "read", str(corpus), "--jobs", str(jobs), "--reader", reader, "--format", "jsonl"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Measure one and two processes, turn by turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reader", default="rules")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = write(Path(folder) / "corpus.jsonl", options.reports)
        took: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(options.rounds):
            for jobs, times in took.items():
                times.append(seconds(corpus, jobs, options.reader))
    one, two = (min(times) for times in took.values())
    print(f"one process {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}")


if __name__ == "__main__":
    main()
