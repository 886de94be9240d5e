"""Places against gold: toponyms resolved near enough, and the place where an event happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from counterclaim.claims.place import distance_km
from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, Tally, score_tallies
from counterclaim.evaluation.gold import Row, read_rows
from counterclaim.evaluation.pairing import pair

Span = tuple[int, int]
Coordinates = tuple[float, float]
Resolve = Callable[[str, Sequence[Span]], Sequence[Coordinates | None]]
Locate = Callable[[str, Span], Iterable[Span]]

# 100 miles, the distance within which a resolved toponym is customarily taken as right (Leidner 2007).
NEAR_KM: Final = 161.0
_WORD = re.compile(r"\w+")


def score_toponyms(path: Path, resolve: Resolve, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give the share of toponyms within 161 km of their true place, with intervals over articles.

    `resolve` gets a text and the spans of its toponyms, and gives latitude and longitude for each, None where it will
    not say. Precision is over the resolved ones, recall over all that have coordinates in the gold.
    """
    return score_tallies((toponym_tally(row, resolve) for row in read_rows(path)), seed=seed, samples=samples)


def toponym_tally(row: Row, resolve: Resolve) -> Tally:
    """Give the hits of one article."""
    placed = [t for t in row["toponyms"] if t["lat"] is not None and t["lon"] is not None]
    guesses = resolve(row["text"], [(t["start"], t["end"]) for t in placed])
    resolved = [((float(t["lat"]), float(t["lon"])), guess) for t, guess in zip(placed, guesses, strict=True) if guess is not None]
    right = sum(distance_km(true, guess) <= NEAR_KM for true, guess in resolved)
    return {"within 161 km": Hits(right=right, gold=len(placed), predicted=len(resolved))}


def score_event_places(path: Path, locate: Locate, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give scores of the places where events happened, with intervals over sentences.

    `locate` gets a sentence and the span of its event's verb, and gives the spans of the place of that event, none
    where the sentence tells none. "tokens" counts words, "overlap" spans that share a character, one to one.
    """
    return score_tallies((event_place_tally(row, locate) for row in read_rows(path)), seed=seed, samples=samples)


def event_place_tally(row: Row, locate: Locate) -> Tally:
    """Give the hits of one sentence."""
    verb = next((s["start"], s["end"]) for s in row["spans"] if s["label"] == "VERB")
    gold = [(s["start"], s["end"]) for s in row["spans"] if s["label"] == "LOCATION"]
    found = list(locate(row["text"], verb))
    ours, theirs = _tokens(row["text"], gold), _tokens(row["text"], found)
    pairs = pair(gold, found, lambda g, f: min(g[1], f[1]) - max(g[0], f[0]) if g[0] < f[1] and f[0] < g[1] else None)
    return {
        "tokens": Hits(right=len(ours & theirs), gold=len(ours), predicted=len(theirs)),
        "overlap": Hits(right=len(pairs), gold=len(gold), predicted=len(found)),
    }


def _tokens(text: str, spans: Iterable[Span]) -> set[Span]:
    return {token.span() for start, end in spans for token in _WORD.finditer(text, start, end)}
