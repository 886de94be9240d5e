"""Quotations that no attribution holds: they are their paragraph's nearest speaker's, or the last one's before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extraction.attributions import Attribution, Span, overlap, trimmed, united, without

QUOTATION = re.compile(r"[“\"](?=\S)[^“”\"\n]{15,900}?[”\"]")
UNCLOSED = re.compile(r"[“\"](?=\S)[^“”\"\n]{15,900}")
FAR = 300  # characters between a quotation and the cue it belongs to
HELD = 0.5  # share of a quotation that is held by attributions already
WHOLE = 0.8  # share of a paragraph
BEFORE = 2  # paragraphs back to the speaker who goes on


def with_loose_quotes(text: str, blocks: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """Give the attributions with the quotations that they leave open.

    A quotation that one of them holds for the greater part is wholly its own. One that none holds is added to the nearest one
    with a source in its block; where it is nearly all of its block, to the last one before.
    """
    out = list(found)
    for at, block in enumerate(blocks):
        for quote in _quotations(text, block):
            i = _owner(out, quote) if _held(out, quote) >= HELD * (quote[1] - quote[0]) else _speaker(out, blocks, at, quote)
            if i is not None:
                own = without(quote, [out[i].cue])
                out[i] = replace(out[i], content=united(out[i].content, trimmed(text, own)))
    return out


def _quotations(text: str, block: Span) -> Iterator[Span]:
    """Give the quotations of a block; the quotation that a block is may go on in the next, and is not closed then."""
    unclosed = UNCLOSED.fullmatch(text, *block)
    yield from [unclosed.span()] if unclosed else (match.span() for match in QUOTATION.finditer(text, *block))


def _held(found: Sequence[Attribution], quote: Span) -> int:
    return sum(overlap(quote, span) for a in found for span in a.content)


def _owner(found: Sequence[Attribution], quote: Span) -> int | None:
    """Give which attribution alone holds the greater part of a quotation."""
    shares = [(sum(overlap(quote, span) for span in a.content), i) for i, a in enumerate(found)]
    share, i = max(shares, default=(0, 0))
    return i if HELD * (quote[1] - quote[0]) <= share < quote[1] - quote[0] else None


def _speaker(found: Sequence[Attribution], blocks: Sequence[Span], at: int, quote: Span) -> int | None:
    """Give which attribution a quotation that none holds belongs to."""
    near = [(_distance(a.cue, quote), i) for i, a in _speakers(found, blocks[at])]
    if near:
        return min(near)[1] if min(near)[0] < FAR else None
    if quote[1] - quote[0] < WHOLE * (blocks[at][1] - blocks[at][0]):
        return None
    for block in reversed(blocks[max(0, at - BEFORE) : at]):
        if before := [i for i, _ in _speakers(found, block)]:
            return max(before, key=lambda i: found[i].cue)
    return None


def _speakers(found: Sequence[Attribution], block: Span) -> list[tuple[int, Attribution]]:
    return [(i, a) for i, a in enumerate(found) if block[0] <= a.cue[0] < block[1] and a.source is not None and not a.withheld]


def _distance(cue: Span, quote: Span) -> int:
    return max(0, quote[0] - cue[1], cue[0] - quote[1])
