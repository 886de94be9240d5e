"""Train the weights of linking on claims that people grouped, and write them as the JSON that linking reads.

Run: python training/linkage/train.py --set claims.jsonl groups.jsonl [--set …] --out src/counterclaim/data/linking.json

`claims.jsonl` holds claims (counterclaim/claim/1), `groups.jsonl` one group a line, `{"claims": [ids]}`: claims about one
happening. Every set counts alike, however large. Ten seconds for some thousand claims. The fit is a logistic regression
on the levels of the comparisons, which pulls each weight from what a person set (`--from`) only as far as the pairs bear
out (`--pull`); a level without pairs stays. Pairs of two groups without a claim in common are two happenings; a pair of
which only one claim is in a group counts for a quarter of that. Levels that weigh -15 and less are vetoes and stay.
The intercept becomes the threshold; `--lower` takes that much off it, which joins more.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.claims.claim import Claim
from counterclaim.export.claims import read_claims
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


def examples(claims: Iterable[Claim], groups: Iterable[Iterable[str]], weights: Weights) -> list[Example]:
    """Give the pairs that linking would compare and of which the groups tell something."""
    store = Store(weights)
    store.add(claims)
    store.score()
    groups_of: dict[str, set[int]] = {}
    for nth, group in enumerate(groups):
        for claim in group:
            groups_of.setdefault(claim, set()).add(nth)
    found = []
    for a, b, levels in store.levels(store.compared()):
        one, other = groups_of.get(a, set()), groups_of.get(b, set())
        if one or other:
            found.append(Example(levels=levels, same=bool(one & other), weight=1.0 if one and other else HALF_GROUPED))
    store.close()
    return found


def fit(sets: Iterable[list[Example]], start: Weights, pull: float) -> Weights:
    """Give weights that tell the pairs apart, near the weights to start from; `pull` is how strongly those hold."""
    names = [(name, level) for name, levels in COMPARISONS.items() for level in levels]
    column = {name: nth for nth, name in enumerate(names)}
    known = list(sets)
    pairs = [pair for one in known for pair in one]
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


def balanced(pairs: list[Example]) -> Array:
    """Give each pair its weight: 500 in all for those that are the same, and as much for the others."""
    y, each = np.array([pair.same for pair in pairs]), np.array([pair.weight for pair in pairs])
    return each * np.where(y, MASS / each[y].sum(), MASS / each[~y].sum())


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


def read_groups(path: Path) -> list[list[str]]:
    """Give the groups in a file."""
    return [json.loads(line)["claims"] for line in path.read_text(encoding="utf-8").splitlines()]


def told_right(pairs: list[Example], weights: Weights) -> str:
    """Tell how many pairs lie on the right side of the threshold."""
    scores = [sum(weights.comparisons[name][level] for name, level in pair.levels.items()) for pair in pairs]
    right = [(score >= weights.threshold) == pair.same for score, pair in zip(scores, pairs, strict=True)]
    same = [hit for hit, pair in zip(right, pairs, strict=True) if pair.same]
    return f"{sum(same)} of {len(same)} same, {sum(right) - sum(same)} of {len(pairs) - len(same)} different pairs are told right"


def main() -> None:
    """Train, tell how well the pairs are told apart, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", dest="sets", nargs=2, action="append", type=Path, required=True, metavar=("CLAIMS", "GROUPS"))
    parser.add_argument("--from", dest="start", type=Path, default=BY_HAND, help="weights to start from; those set by hand by default")
    parser.add_argument("--pull", type=float, default=10.0, help="how strongly a weight is held where it was")
    parser.add_argument("--lower", type=float, default=0.0, help="bits to take off the threshold")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    start = load_weights(options.start)
    sets = [examples(read_claims(claims), read_groups(groups), start) for claims, groups in options.sets]
    fitted = fit(sets, start, options.pull)
    trained = replace(fitted, threshold=round(fitted.threshold - options.lower, 2))
    for (claims, _), pairs in zip(options.sets, sets, strict=True):
        for name, weights in (("before", start), ("after", trained)):
            print(f"{claims.name} {name}: {told_right(pairs, weights)}")
    options.out.write_text(as_json(trained), encoding="utf-8")


if __name__ == "__main__":
    main()
