"""How long linking takes, in how much memory and how well: a made-up corpus with a known answer, then 10,000 claims more."""

from __future__ import annotations

import argparse
import itertools
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from madeup import Told, claims

from counterclaim.claims.claim import Claim
from counterclaim.linkage import Linked, Linker


def b_cubed(truth: Mapping[str, int], incidents: Iterable[Iterable[str]]) -> tuple[float, float, float]:
    """Give precision, recall and F1, averaged over claims (Bagga and Baldwin 1998)."""
    sizes, right_in_found, right_in_truth = Counter(truth.values()), 0.0, 0.0
    for group in incidents:
        members = Counter(truth[claim] for claim in group)
        size = members.total()
        right_in_found += sum(number * number / size for number in members.values())
        right_in_truth += sum(number * number / sizes[happening] for happening, number in members.items())
    precision, recall = right_in_found / len(truth), right_in_truth / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def noted(told: Iterable[Told], truth: dict[str, int]) -> Iterator[Claim]:
    """Give the claims on, and write down the answer."""
    for one in told:
        truth[one.claim.id] = one.happening
        yield one.claim


def asked(description: str) -> argparse.Namespace:
    """Give how many claims, how many more, and the seed, as the command line has them."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--more", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main() -> None:
    """Link, measure, add, measure."""
    options = asked(__doc__)
    corpus, truth = claims(options.seed), dict[str, int]()
    with tempfile.TemporaryDirectory() as folder, Linker(Path(folder) / "work") as linker:
        groups: dict[str, tuple[str, ...]] = {}
        took = [linked(linker, list(noted(itertools.islice(corpus, n), truth)), groups, truth) for n in (options.claims, options.more)]
    (wall, busy), (more_wall, more_busy) = took
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"ratio 1/{wall / more_wall:.0f} (of processor time 1/{busy / more_busy:.0f}), peak memory {peak:.1f} GB")


def linked(linker: Linker, given: list[Claim], groups: dict[str, tuple[str, ...]], truth: Mapping[str, int]) -> tuple[float, float]:
    """Link some claims, say how long it took and how good the whole is then, and give the seconds: by the clock, and of processors."""
    began, busy = time.perf_counter(), time.process_time()
    found: Linked = linker.update(given)
    took, busy = time.perf_counter() - began, time.process_time() - busy
    for change in found.changes:
        groups.pop(change.incident, None)
    groups.update(found.incidents)
    precision, recall, f1 = b_cubed(truth, groups.values())
    largest = max(map(len, groups.values()))
    print(f"{len(given):,} claims in {took:.1f} s ({busy:.1f} s of processors); B3 {precision:.3f}, {recall:.3f}, F1 {f1:.3f}")
    print(f"{len(groups):,} incidents ({len(set(truth.values())):,} in truth), the largest of {largest} claims", flush=True)
    return took, busy


if __name__ == "__main__":
    main()
