"""Pairing gold with predictions, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Guess = TypeVar("Guess")


def pair(gold: Sequence[Gold], guesses: Sequence[Guess], fit: Callable[[Gold, Guess], float | None]) -> list[tuple[Gold, Guess]]:
    """Give pairs, each side used once, the best fits first; equal fits in the order in which both sides stand.

    `fit` gives None where two cannot be a pair.

    >>> pair([1, 5], [4, 1], lambda a, b: -abs(a - b))
    [(1, 1), (5, 4)]
    """
    fits = ((fit(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(guesses))
    ranked = sorted((-value, i, j) for value, i, j in fits if value is not None)
    free_gold, free_guesses = set(range(len(gold))), set(range(len(guesses)))
    pairs = []
    for _, i, j in ranked:
        if i in free_gold and j in free_guesses:
            free_gold.remove(i)
            free_guesses.remove(j)
            pairs.append((gold[i], guesses[j]))
    return pairs
