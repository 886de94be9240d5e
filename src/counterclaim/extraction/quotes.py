"""Quotations that no attribution holds: they are their paragraph's nearest speaker's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extraction.attributions import Attribution, Span, overlap, united

QUOTATION = re.compile(r"[“\"](?=\S)[^“”\"\n]{15,900}?[”\"]")
FAR = 300  # characters between a quotation and the cue it belongs to
HELD = 0.5  # share of a quotation that is held by attributions already


def with_loose_quotes(text: str, blocks: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """Give the attributions; a quotation that none of them holds is added to the nearest one with a source in its block."""
    out = list(found)
    for start, end in blocks:
        for match in QUOTATION.finditer(text, start, end):
            quote = match.span()
            if sum(overlap(quote, span) for a in out for span in a.content) >= HELD * (quote[1] - quote[0]):
                continue
            near = [
                (_distance(a.cue, quote), i)
                for i, a in enumerate(out)
                if start <= a.cue[0] < end and a.source is not None and not a.withheld
            ]
            if near and min(near)[0] < FAR:
                i = min(near)[1]
                out[i] = replace(out[i], content=united(out[i].content, [quote]))
    return out


def _distance(cue: Span, quote: Span) -> int:
    return max(0, quote[0] - cue[1], cue[0] - quote[1])
