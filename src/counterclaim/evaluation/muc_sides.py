"""Which side that a text names stands behind an incident, and how sure the text is: a chance from signs that the text gives.

The organisation is often told in another sentence than the deed. The weights are fitted by `training/muc/fit.py` on keys that
are not scored here; a side without enough of a chance is left out.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from counterclaim.evaluation import muc_words
from counterclaim.evaluation.sightings import Named, Seen, Sighting

WEIGHTS: Final = files("counterclaim.data").joinpath("muc_sides.json")
BIAS: Final = "bias"
LEAST: Final = 0.2  # the chance that gave the best F1 on the texts that the weights were fitted on
NEAR: Final = 3  # sentences
WORD: Final = re.compile(r"[a-z]+")
BY: Final = re.compile(r"\bby (?:[\w-]+ ){0,5}[(\"\[]*$", re.IGNORECASE)
ACRONYM: Final = re.compile(r"\b[A-Z]{3,}\b")


def likely_side(sightings: Sequence[Sighting], seen: Seen) -> str | None:
    """Give the side that most likely stands behind an incident; None where none is likely enough."""
    chances = {side: chance(signs(sightings, seen, side)) for side in dict.fromkeys(n.side for n in seen.sides)}
    best = max(chances, key=lambda side: chances[side], default=None)
    return best if best is not None and chances[best] >= LEAST else None


def chance(told: Mapping[str, bool]) -> float:
    """Give the chance, 0 to 1, that a side with such signs did it."""
    weights = _weights()
    return 1 / (1 + math.exp(-weights[BIAS] - sum(weights[name] for name, present in told.items() if present)))


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf8"))["weights"]
    return weights


def signs(sightings: Sequence[Sighting], seen: Seen, side: str) -> dict[str, bool]:
    """Give what speaks for or against a side as the one behind an incident."""
    named = [n for n in seen.sides if n.side == side]
    at = {s.sentence for s in sightings}
    away = min(abs(n.sentence - sentence) for n in named for sentence in at)
    return {**_of_side(named, seen), **_of_deed(sightings, side), **_beside(named, at, away, seen)}


def _of_side(named: Sequence[Named], seen: Seen) -> dict[str, bool]:
    kind = named[0].kind
    alike = Counter(n.side for n in seen.sides if n.kind == kind)
    first = alike.most_common(1)[0][0] == named[0].side
    return {
        "rebels": kind == "rebel",
        "militia": kind == "militia",
        "state": kind == "state",
        "rebels named most": kind == "rebel" and first,
        "rebels alone": kind == "rebel" and len(alike) == 1,
        "state alone": kind == "state" and len(alike) == 1,
        "letters": any(ACRONYM.search(n.text) for n in named),
    }


def _of_deed(sightings: Sequence[Sighting], side: str) -> dict[str, bool]:
    return {
        "did it": any(s.actor == side for s in sightings),
        "another did it": any(s.actor not in {None, side} for s in sightings),
        "says so": any(s.source == side for s in sightings),
        "unnamed fighters did it": any(p.head in muc_words.COMBATANTS for s in sightings for p in s.doers),
        "told at once": min(s.sentence for s in sightings) <= NEAR - 1,
    }


def _beside(named: Sequence[Named], at: set[int], away: int, seen: Seen) -> dict[str, bool]:
    near = [n for n in named if min(abs(n.sentence - sentence) for sentence in at) <= NEAR]
    words = set().union(*(words_of(n, seen) for n in near))
    return {
        "same sentence": away == 0,
        "far": away > 2 * NEAR,
        "by": any(n.sentence in at and _is_agent(n, seen) for n in near),
        "claims": "responsibility" in words,
        "is accused": bool(words & muc_words.DOUBT),
    }


def _is_agent(one: Named, seen: Seen) -> bool:
    before, found, _ = seen.sentences[one.sentence].partition(one.text)
    return bool(found) and BY.search(before) is not None


def words_of(one: Named, seen: Seen) -> set[str]:
    """Give the words of the sentence that names a side."""
    return set(WORD.findall(seen.sentences[one.sentence].lower()))


def name_in(seen: Seen, side: str) -> str:
    """Give the longest words with which the text names a side."""
    return max((n.text for n in seen.sides if n.side == side), key=len)


def talk_of(sightings: Sequence[Sighting], seen: Seen, side: str) -> str:
    """Give the sentences near an incident that name a side, as one text."""
    at = {s.sentence for s in sightings}
    near = {n.sentence for n in seen.sides if n.side == side and min(abs(n.sentence - sentence) for sentence in at) <= NEAR}
    return " ".join(seen.sentences[sentence] for sentence in sorted(near))
