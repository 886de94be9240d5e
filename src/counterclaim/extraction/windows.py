"""Cuts a text into the overlapping windows of word pieces that the attribution tagger reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from counterclaim.claims.errors import MissingResource
from counterclaim.extraction import word_lists

MAX_PIECES = 256
CONTEXT = 64  # pieces on each side that stand in a neighbouring window too
TITLES = word_lists.words("Mr Mrs Ms Dr Prof Gen Brig Col Lt Maj Capt Adm Sgt Sen Rep Gov St Jr Rev Hon No vs")
NOT_BEHIND = "".join(rf"(?<!\b{title}\.)" for title in sorted(TITLES)) + r"(?<!\b[A-Z]\.)"
SENTENCE_END = re.compile(rf"(?<=[.!?]){NOT_BEHIND}" + r"[\"”’')\]]*\s+(?=[\"“\u2018'(\[]?[A-Z0-9])|\n+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word pieces between [CLS] and [SEP]; `offsets` are into the text, (0, 0) for special pieces.

    Pieces before `fresh` and from `ahead` on are context: what starts there is read in a neighbouring window. Every word is
    fresh in exactly one.
    """

    pieces: tuple[int, ...]
    offsets: tuple[Span, ...]
    fresh: int
    ahead: int


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

    Sentences are not cut unless one is longer than a window; a [SEP] stands between blocks; a window has up to `CONTEXT` pieces
    of whole sentences of the windows on either side.
    """
    cls, sep = _special(tokenizer, "[CLS]"), _special(tokenizer, "[SEP]")
    units = list(_units(text, blocks, tokenizer, sep))
    sizes = [len(unit.pieces) for unit in units]
    at = 0
    while at < len(units):
        start, done, end = _bounds(sizes, at)
        yield _window(units[start:end], sum(sizes[start:at]), sum(sizes[start:done]), cls, sep)
        at = done


def _bounds(sizes: Sequence[int], at: int) -> tuple[int, int, int]:
    """Give, for a window whose first fresh unit is `at`: its first unit, the first that is fresh in the next window, and its end."""
    room = MAX_PIECES - 2
    start, behind = at, 0
    while start and behind + sizes[start - 1] <= min(CONTEXT, room - sizes[at]):
        start -= 1
        behind += sizes[start]
    end, size = at, behind
    while end < len(sizes) and size + sizes[end] <= room:
        size += sizes[end]
        end += 1
    done, ahead = end, 0
    while end < len(sizes) and done - 1 > at and ahead + sizes[done - 1] <= CONTEXT:
        done -= 1
        ahead += sizes[done]
    return start, done, end


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


def _window(units: Sequence[_Unit], behind: int, done: int, cls: int, sep: int) -> Window:
    pieces = [p for unit in units for p in unit.pieces]
    offsets = [o for unit in units for o in unit.offsets]
    if pieces[-1] != sep:
        pieces.append(sep)
        offsets.append((0, 0))
    return Window(pieces=(cls, *pieces), offsets=((0, 0), *offsets), fresh=behind + 1, ahead=done + 1)
