"""How likely a name in a sentence is the place of one event: two rounds of small decision trees over signs of syntax.

The second round sees what chance the first gave to a name's rivals, so that "the village of X in Y" is X alone.
`training/event_place/train.py` makes the trees; `counterclaim evaluate event-places` scores them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from spacy.tokens import Token

from counterclaim.extraction.attributions import Span
from counterclaim.extraction.event_place_names import Candidate, Known, candidates
from counterclaim.extraction.event_place_signs import Signs, rivals, signs
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.gazetteer_scoring import level_of, size_of

TREES: Final = files("counterclaim.data") / "event_place.json"
NAMES_HELD: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Boosted decision trees over named signs; a sign that is not there counts as 0.

    A tree is a row of nodes: [sign, threshold, left, right], left where the sign is at most the threshold; a negative
    child is the leaf with that number, counted from -1.
    """

    names: tuple[str, ...]
    trees: tuple[tuple[tuple[tuple[int, float, int, int], ...], tuple[float, ...]], ...]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Forest:
        """Give the forest that a file holds."""
        trees = tuple((tuple(tuple(node) for node in tree["nodes"]), tuple(tree["leaves"])) for tree in stored["trees"])
        return cls(names=tuple(stored["names"]), trees=trees)

    def chance(self, found: Signs) -> float:
        """Give the chance, 0 to 1, that the signs speak for."""
        values = [found.get(name, 0.0) for name in self.names]
        total = sum(_leaf(nodes, leaves, values) for nodes, leaves in self.trees)
        return 1 / (1 + math.exp(-total))


def _leaf(nodes: Sequence[tuple[int, float, int, int]], leaves: Sequence[float], values: Sequence[float]) -> float:
    at = 0 if nodes else -1
    while at >= 0:
        sign, threshold, left, right = nodes[at]
        at = left if values[sign] <= threshold else right
    return leaves[-at - 1]


class EventPlaces:
    """Tells which names of a sentence are the place of an event, with the chance of each."""

    def __init__(self, gazetteer: Gazetteer, trees: tuple[Forest, Forest, float] | None = None) -> None:
        self._gazetteer = gazetteer
        self._known = lru_cache(maxsize=NAMES_HELD)(self._look_up)
        self._first, self._second, self.least = trees or load()

    @classmethod
    def untrained(cls, gazetteer: Gazetteer) -> EventPlaces:
        """Give one that finds candidates and has no trees yet, to train them."""
        none = Forest(names=(), trees=())
        return cls(gazetteer, (none, none, 1.0))

    def candidates(self, tokens: Sequence[Token]) -> list[Candidate]:
        """Give the names of a sentence that could be places."""
        return candidates(tokens, self._known)

    def chances(self, every: Sequence[Candidate], trigger: Token) -> list[float]:
        """Give for each candidate the chance, 0 to 1, that the trigger's event happened there."""
        found = [signs(every, n, trigger) for n in range(len(every))]
        first = [self._first.chance(one) for one in found]
        return [self._second.chance(rivals(every, found, first, n)) for n in range(len(every))]

    def spans(self, tokens: Sequence[Token], trigger: Token) -> list[Span]:
        """Give the spans of the names that are the place of the trigger's event, none where the words tell none."""
        every = self.candidates(tokens)
        return [one.span for one, chance in zip(every, self.chances(every, trigger), strict=True) if chance >= self.least]

    def _look_up(self, name: str) -> Known | None:
        readings = self._gazetteer.candidates(name)
        if not readings:
            return None
        return Known(level=level_of(readings[0]) or readings[0].feature_class, size=size_of(readings[0]), readings=len(readings))


@cache
def load() -> tuple[Forest, Forest, float]:
    """Give the trees of both rounds, and the least chance of a place."""
    stored = json.loads(TREES.read_text(encoding="utf8"))
    return Forest.of(stored["first"]), Forest.of(stored["second"]), float(stored["least"])
