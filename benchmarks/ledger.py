"""How long `counterclaim load` and `counterclaim link` take, in how much memory and how well: made-up claims, then 10,000 more."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from linking import asked, b_cubed
from madeup import Told, claims

from counterclaim.export.claims import encode_claim
from counterclaim.ledger import Ledger

GB = 2**20  # kilobytes


def main() -> None:
    """Load, link, load more, link again, as a person would; say what each took."""
    options = asked(__doc__)
    corpus, truth = claims(options.seed), dict[str, int]()
    with tempfile.TemporaryDirectory() as folder:
        ledger, took = Path(folder) / "war.db", []
        for nth, number in enumerate((options.claims, options.more)):
            written(Path(folder) / f"{nth}.jsonl", itertools.islice(corpus, number), truth)
            run("load", str(Path(folder) / f"{nth}.jsonl"), "--into", str(ledger))
            took.append(run("link", str(ledger)))
        for ask in (["incidents", str(ledger), "--contested", "--limit", "5"], ["incident", str(ledger), first(ledger)]):
            run(*ask)
        precision, recall, f1 = b_cubed(truth, Ledger.open(ledger).groups().values())
    print(f"linking {options.more:,} more takes 1/{took[0] / took[1]:.0f}; B3 {precision:.3f}, {recall:.3f}, F1 {f1:.3f}")


def written(path: Path, told: Iterator[Told], truth: dict[str, int]) -> None:
    """Write claims as JSON Lines, and note the answer."""
    with path.open("wb") as stream:
        for one in told:
            truth[one.claim.id] = one.happening
            stream.write(encode_claim(one.claim) + b"\n")


def first(ledger: Path) -> str:
    """Give the id of the incident that has most claims."""
    groups = Ledger.open(ledger).groups()
    return max(groups, key=lambda name: len(groups[name]))


def run(*words: str) -> float:
    """Run a command of the program, say how long it took and how much memory it had at most, and give the seconds."""
    began = time.perf_counter()
    done = subprocess.Popen(
        [sys.executable, "-c", "from counterclaim.cli import main; main()", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(done.pid, 0)
    took = time.perf_counter() - began
    if status:
        raise SystemExit(f"counterclaim {words[0]} failed")
    print(
        f"counterclaim {words[0]}: {took:.1f} s ({used.ru_utime + used.ru_stime:.1f} s of processors), {used.ru_maxrss / GB:.1f} GB",
        flush=True,
    )
    return took


if __name__ == "__main__":
    main()
