"""Cuts a text into the overlapping windows of word pieces that the attribution tagger reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from counterclaim.claims.errors import MissingResource

MAX_PIECES = 192
MAX_CONTEXT = 64
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“\u2018'(\[]?[A-Z0-9])|\n+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word pieces between [CLS] and [SEP]; `offsets` are into the text, (0, 0) for special pieces.

    Pieces before `fresh` repeat the end of the window before, as context: what starts there was read already.
    """

    pieces: tuple[int, ...]
    offsets: tuple[Span, ...]
    fresh: int


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the spans of rough sentences of `text[start:end]`, none of them empty."""
    at = start
    for match in SENTENCE_END.finditer(text, start, end):
        if text[at : match.start()].strip():
            yield at, match.end()
            at = match.end()
    if text[at:end].strip():
        yield at, end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    pieces: tuple[int, ...]
    offsets: tuple[Span, ...]


def windows(text: str, blocks: Iterable[Span], tokenizer: Tokenizer) -> Iterator[Window]:
    """Give the windows over the given blocks (headings and paragraphs), at most `MAX_PIECES` pieces each.

    Sentences are not cut unless one is longer than a window; a [SEP] stands between blocks; a window begins with
    the last sentence of the one before where that is short.
    """
    cls, sep = _special(tokenizer, "[CLS]"), _special(tokenizer, "[SEP]")
    room = MAX_PIECES - 2
    held: list[_Unit] = []
    context = size = 0
    for unit in _units(text, blocks, tokenizer, sep):
        if held and size + len(unit.pieces) > room:
            yield _window(held, context, cls, sep)
            last = held[-1]
            keep = len(last.pieces) <= MAX_CONTEXT and len(last.pieces) + len(unit.pieces) <= room
            held = [last] if keep else []
            context = size = len(last.pieces) if keep else 0
        held.append(unit)
        size += len(unit.pieces)
    if held:
        yield _window(held, context, cls, sep)


def _special(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise MissingResource(f"the piece {piece} in the tokenizer's vocabulary", "use the tokenizer that belongs to the tagger's weights")
    return number


def _units(text: str, blocks: Iterable[Span], tokenizer: Tokenizer, sep: int) -> Iterator[_Unit]:
    spans = [(span, n) for n, (start, end) in enumerate(blocks) for span in sentence_spans(text, start, end)]
    encoded = tokenizer.encode_batch([text[a:b] for (a, b), _ in spans], add_special_tokens=False)
    for i, (((start, _), block), encoding) in enumerate(zip(spans, encoded, strict=True)):
        last = i + 1 == len(spans) or spans[i + 1][1] != block
        pieces = (*encoding.ids, sep) if last else tuple(encoding.ids)
        offsets = tuple((start + a, start + b) for a, b in encoding.offsets) + (((0, 0),) if last else ())
        room = MAX_PIECES - 2
        for at in range(0, len(pieces), room):
            yield _Unit(pieces=pieces[at : at + room], offsets=offsets[at : at + room])


def _window(units: list[_Unit], context: int, cls: int, sep: int) -> Window:
    pieces = [p for unit in units for p in unit.pieces]
    offsets = [o for unit in units for o in unit.offsets]
    if pieces[-1] != sep:
        pieces.append(sep)
        offsets.append((0, 0))
    return Window(pieces=(cls, *pieces), offsets=((0, 0), *offsets), fresh=context + 1)
