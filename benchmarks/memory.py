"""How much more memory many reports take than few: peaks of the command, its processes included, into a ledger."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import write

CODE = "import sys; from counterclaim.cli import main; sys.exit(main())"


def peak(folder: Path, number: int, reader: str) -> float:
    """Give the peak in megabytes of reading so many reports; a process of its own measures it."""
    corpus = write(folder / f"{number}.jsonl", number)
    command = [sys.executable, "-c", CODE, "read", str(corpus), "--into", str(folder / f"{number}.db"), "--reader", reader]
    measured = [sys.executable, __file__, "--measure", *command]
    return float(subprocess.run(measured, stdout=subprocess.PIPE, text=True, check=True).stdout)


def main() -> None:
    """Measure a few reports, then many."""
    if sys.argv[1:2] == ["--measure"]:
        subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, check=True)
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--few", type=int, default=200)
    parser.add_argument("--many", type=int, default=20_000)
    parser.add_argument("--reader", default="rules")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        few, many = (peak(Path(folder), number, options.reader) for number in (options.few, options.many))
    print(f"{options.few} reports {few:.0f} MB, {options.many} reports {many:.0f} MB, ratio {many / few:.2f}")


if __name__ == "__main__":
    main()
