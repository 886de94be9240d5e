"""Train the weights of linking on claims that people grouped, and write them as the JSON that linking reads.

Run: python benchmarks/madeup.py --claims 1000 --seed 7 --out FOLDER
     python training/linkage/articles.py --articles gva-articles.jsonl --out ARTICLES
     PYTHONPATH=training python training/linkage/train.py --dispatches samples/dispatches --set FOLDER --articles ARTICLES --out NEW.json

A set is a folder with `claims.jsonl` (counterclaim/claim/1), `groups.jsonl`, one group a line, `{"claims": [ids]}`: claims
about one happening, and where they are known, the texts of their reports in `texts.jsonl`. Groups of articles
(`articles.py` makes them) tell nothing of two claims in one article. Dispatches are coded ones, taken twice: their coded
claims, and what is read in their texts; with `--left-out` each of their wars is also scored with weights that were
fitted without it. However large a set is, it counts once, and twice where people grouped it. Some minutes.

The fit is a logistic regression on the levels of the comparisons, which pulls each weight from what a person set (`--from`)
only as far as the pairs bear out (`--pull`); a level without pairs stays. Pairs of two groups without a claim in common are
two happenings; a pair of which only one claim is in a group counts for a quarter of that. Levels that weigh -15 and less are
vetoes and stay. The intercept becomes the threshold; `--lower` takes that much off it, which joins more.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from linkage.sets import Coded, dispatches_in, read_set

from counterclaim.evaluation.gold import read_dispatches
from counterclaim.evaluation.incidents import Placed, read_groups, score_incidents
from counterclaim.linkage import Linker
from counterclaim.linkage.comparisons import COMPARISONS
from counterclaim.linkage.store import Store
from counterclaim.linkage.weights import Weights, load_weights

BY_HAND = Path(__file__).parent / "by_hand.json"
VETO = -15.0
HALF_GROUPED = 0.25
ROUNDS = 25
MASS = 500.0
SMALLEST = 1e-6

Array = np.ndarray[Any, np.dtype[np.float64]]
Name = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair of claims: their levels, whether they are about one happening, and how much that counts."""

    levels: Mapping[str, str]
    same: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs of a set, and how much the set counts."""

    examples: list[Example]
    counts: float


def pairs_of(coded: Coded, weights: Weights) -> Pairs:
    """Give the pairs that linking would compare and of which the groups tell something."""
    store = Store(weights)
    store.add(coded.claims, coded.texts_of)
    store.score()
    report = {claim.id: claim.report.sha256 for claim in coded.claims}
    groups_of: dict[str, set[int]] = {}
    for nth, group in enumerate(coded.groups):
        for claim in group:
            groups_of.setdefault(claim, set()).add(nth)
    found = []
    for a, b, levels in store.levels(store.compared()):
        one, other = groups_of.get(a, set()), groups_of.get(b, set())
        if (one or other) and not (coded.of_reports and report[a] == report[b]):
            found.append(Example(levels=levels, same=bool(one & other), weight=1.0 if one and other else HALF_GROUPED))
    store.close()
    return Pairs(examples=found, counts=coded.counts)


def fit(sets: Iterable[Pairs], start: Weights, pull: float) -> Weights:
    """Give weights that tell the pairs apart, near the weights to start from; `pull` is how strongly those hold."""
    names = [(name, level) for name, levels in COMPARISONS.items() for level in levels]
    column = {name: nth for nth, name in enumerate(names)}
    known = list(sets)
    pairs = [pair for one in known for pair in one.examples]
    x = np.zeros((len(pairs), len(names) + 1))
    x[:, -1] = -1.0
    for row, pair in enumerate(pairs):
        x[row, [column[one] for one in pair.levels.items()]] = 1.0
    y = np.array([pair.same for pair in pairs], dtype=float)
    each = np.concatenate([balanced(one) for one in known])
    bits = np.array([start.comparisons[name][level] for name, level in names] + [start.threshold])
    found = newton(x, y, each, bits * np.log(2), np.where(bits <= VETO, 1e9, pull)) / np.log(2)
    comparisons: dict[str, dict[str, float]] = {name: {} for name in COMPARISONS}
    for (name, level), weight in zip(names, found, strict=False):
        comparisons[name][level] = round(float(weight), 2)
    return replace(start, comparisons=comparisons, threshold=round(float(found[-1]), 2))


def balanced(pairs: Pairs) -> Array:
    """Give each pair its weight: those that are the same weigh 500 in all, or as often that as the set counts, the others as much."""
    y, each = np.array([pair.same for pair in pairs.examples]), np.array([pair.weight for pair in pairs.examples])
    mass = MASS * pairs.counts
    shares: Array = each * np.where(y, mass / each[y].sum(), mass / each[~y].sum())
    return shares


def newton(x: Array, y: Array, each: Array, start: Array, pull: Array) -> Array:
    """Give the coefficients of a weighted logistic regression that is pulled towards a start."""

    def cost(w: Array) -> float:
        return float(each @ (np.logaddexp(0, x @ w) - y * (x @ w)) + pull @ (w - start) ** 2 / 2)

    w = start.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (each * (p - y)) + pull * (w - start)
        bend = (x * (each * p * (1 - p))[:, None]).T @ x + np.diag(pull)
        step, size = np.linalg.solve(bend, slope), 1.0
        while cost(w - size * step) > cost(w) and size > SMALLEST:
            size /= 2
        w = w - size * step
    return w


def as_json(weights: Weights) -> str:
    """Give the file, one comparison a line."""
    rows = ",\n".join(f"    {json.dumps(name)}: {json.dumps(levels)}" for name, levels in weights.comparisons.items())
    rest = ",\n".join(f"  {json.dumps(name)}: {value}" for name, value in asdict(weights).items() if name != "comparisons")
    return f'{{\n  "comparisons": {{\n{rows}\n  }},\n{rest}\n}}\n'


def told_right(pairs: list[Example], weights: Weights) -> str:
    """Tell how many pairs lie on the right side of the threshold."""
    scores = [sum(weights.comparisons[name][level] for name, level in pair.levels.items()) for pair in pairs]
    right = [(score >= weights.threshold) == pair.same for score, pair in zip(scores, pairs, strict=True)]
    same = [hit for hit, pair in zip(right, pairs, strict=True) if pair.same]
    return f"{sum(same)} of {len(same)} same, {sum(right) - sum(same)} of {len(pairs) - len(same)} different pairs are told right"


def left_out(folder: Path, coded: Mapping[str, Coded], others: Sequence[Pairs], options: argparse.Namespace) -> Iterator[str]:
    """Give together and mixed of coded dispatches, each war linked with weights that were fitted without it."""
    gold, groups, start = read_dispatches(folder), read_groups(folder), load_weights(options.start)
    found: dict[str, dict[str, str]] = {basis: {} for basis in coded}
    for war in sorted({group["episode"] for group in groups}):
        rest = [pairs_of(one.part(war, inside=False), start) for one in coded.values()]
        weights = lowered(replace(fit([*rest, *others], start, options.pull), together=options.together), options.lower)
        for basis, one in coded.items():
            with Linker(weights=weights) as linker:
                linked = linker.update(one.part(war, inside=True).claims, one.texts_of)
            for name, members in linked.incidents.items():
                found[basis] |= {meant: name for claim in members for meant in sorted(one.meant[claim]) if meant not in found[basis]}
    for basis, incident_of in found.items():
        shares = score_incidents(gold, groups, Placed(incident_of=incident_of, flags=frozenset()))
        told = ", ".join(f"{share.name} {share.value:.3f} (n {share.n})" for share in shares if share.name in {"together", "mixed"})
        yield f"left out, {basis}: {told}"


def lowered(weights: Weights, bits: float) -> Weights:
    """Give the weights with so many bits less asked of a pair."""
    return replace(weights, threshold=round(weights.threshold - bits, 2))


def main() -> None:
    """Train, tell how well the pairs are told apart, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dispatches", type=Path, required=True)
    parser.add_argument("--set", dest="sets", action="append", type=Path, default=[], metavar="FOLDER")
    parser.add_argument("--articles", action="append", type=Path, default=[], metavar="FOLDER", help="a set whose groups are of articles")
    parser.add_argument("--from", dest="start", type=Path, default=BY_HAND, help="weights to start from; those set by hand by default")
    parser.add_argument("--pull", type=float, default=6.0, help="how strongly a weight is held where it was")
    parser.add_argument("--lower", type=float, default=1.5, help="bits to take off the threshold")
    parser.add_argument("--together", type=float, default=2.0, help="mean score that the pairs between two parts must have to be joined")
    parser.add_argument("--left-out", action="store_true", help="score each war with weights fitted without it")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    start, coded = load_weights(options.start), dispatches_in(options.dispatches)
    others = {one.name: pairs_of(read_set(one), start) for one in options.sets}
    others |= {one.name: pairs_of(read_set(one, of_reports=True), start) for one in options.articles}
    sets = {basis: pairs_of(one, start) for basis, one in coded.items()} | others
    trained = lowered(replace(fit(sets.values(), start, options.pull), together=options.together), options.lower)
    for name, pairs in sets.items():
        print(f"{name}: {told_right(pairs.examples, start)} before; {told_right(pairs.examples, trained)} after")
    if options.left_out:
        print(*left_out(options.dispatches, coded, list(others.values()), options), sep="\n")
    options.out.write_text(as_json(trained), encoding="utf-8")


if __name__ == "__main__":
    main()
