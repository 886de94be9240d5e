"""PolNeAR-shaped texts as windows with gold tags."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from counterclaim.extraction.windows import Window, windows

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A window, the tag of each piece (0 O, 1 B, 2 I), and for each cue the piece that asks, its pieces, its source's and its content's."""

    window: Window
    cue_tags: list[int]
    roles: list[tuple[int, set[int], set[int], set[int]]]


def texts(path: Path) -> Iterator[dict]:
    """Give the rows of a PolNeAR-shaped file."""
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def blocks(text: str, skip: int = 0) -> list[Span]:
    """Give the paragraphs of a text as spans, without the first `skip` of them."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans[skip:] or spans


def examples(row: dict, tokenizer: Tokenizer, rng: random.Random | None = None) -> Iterator[Example]:
    """Give a text's examples; with `rng`, windows begin at another paragraph each time."""
    text = row["text"]
    spans = blocks(text)
    if rng:
        spans = blocks(text, rng.randrange(min(6, len(spans))))
    golds = row["annotations"][0]["attributions"]
    for window in windows(text, spans, tokenizer):
        yield label(window, golds)


def label(window: Window, golds: Sequence[dict]) -> Example:
    """Give the gold tags of a window."""
    tags, roles = [0] * len(window.pieces), []
    for gold in golds:
        cue = inside(window, gold.get("cue"))
        if not cue:
            continue
        for n, i in enumerate(sorted(cue)):
            tags[i] = 2 if n else 1
        roles.append((min(cue), cue, inside(window, gold.get("source")), inside(window, gold.get("content"))))
    return Example(window, tags, roles)


def inside(window: Window, spans: Sequence[Span] | None) -> set[int]:
    """Give the pieces of a window that overlap the spans."""
    return {i for i, (a, b) in enumerate(window.offsets) if b > a and any(a < y and x < b for x, y in spans or [])}
