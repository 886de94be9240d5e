"""Attributions against PolNeAR-shaped gold: who says what, paired by their contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from counterclaim.evaluation.bootstrap import SAMPLES, Hits, Score, Tally, score_tallies
from counterclaim.evaluation.gold import Row, read_rows

Spans = Sequence[Sequence[int]]
Attributions = Iterable[Mapping[str, Spans | None]]
Attribute = Callable[[str], Attributions]

PARTS: Final = ("source", "cue", "content")
AGREES: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Characters:
    """The offsets of the characters, white space aside, of one attribution's parts."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def score_attribution(path: Path, attribute: Attribute, *, seed: int = 0, samples: int = SAMPLES) -> list[Score]:
    """Give scores of attributions, with intervals over articles.

    `attribute` gives, for a text, mappings with `source`, `cue` and `content` as lists of (start, end). "content" and
    "content and source" pair attributions one to one by the overlap of contents (Dice at least .5); the source agrees
    where its Dice is at least .5, or both are empty. The rows of characters flatten all attributions of a text. Gold is
    the first annotator's; attributions without content are left out.
    """
    return score_tallies((attribution_tally(row, attribute(row["text"])) for row in read_rows(path)), seed=seed, samples=samples)


def attribution_tally(row: Row, predicted: Attributions) -> Tally:
    """Give the hits of one article."""
    text: str = row["text"]
    gold = _characters(row["annotations"][0]["attributions"], text)
    guesses = _characters(predicted, text)
    content, both = _agreeing(gold, guesses)
    tally = {
        "content": Hits(right=content, gold=len(gold), predicted=len(guesses)),
        "content and source": Hits(right=both, gold=len(gold), predicted=len(guesses)),
    }
    for part in PARTS:
        ours, theirs = _flat(gold, part), _flat(guesses, part)
        tally[f"characters: {part}"] = Hits(right=len(ours & theirs), gold=len(ours), predicted=len(theirs))
    return tally


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the overlap of two sets, 0 to 1; two empty ones are alike.

    >>> dice(frozenset({1, 2}), frozenset({2, 3}))
    0.5
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _agreeing(gold: Sequence[_Characters], guesses: Sequence[_Characters]) -> tuple[int, int]:
    """Give how many pairs have one content, and how many of these one source; the largest overlaps pair first."""
    ranked = sorted(
        (
            (dice(g.content, p.content), dice(g.source, p.source), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(guesses)
            if g.content & p.content
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_guesses: set[int] = set()
    content = both = 0
    for contents, sources, i, j in ranked:
        if contents < AGREES or i in used_gold or j in used_guesses:
            continue
        used_gold.add(i)
        used_guesses.add(j)
        content += 1
        both += sources >= AGREES
    return content, both


def _characters(attributions: Attributions, text: str) -> list[_Characters]:
    return [
        _Characters(source=_offsets(each.get("source"), text), cue=_offsets(each.get("cue"), text), content=_offsets(each["content"], text))
        for each in attributions
        if each.get("content")
    ]


def _offsets(spans: Spans | None, text: str) -> frozenset[int]:
    return frozenset(at for start, end in spans or () for at in range(start, end) if not text[at : at + 1].isspace())


def _flat(attributions: Iterable[_Characters], part: str) -> frozenset[int]:
    parts: Iterable[frozenset[int]] = (getattr(each, part) for each in attributions)
    return frozenset().union(*parts)
