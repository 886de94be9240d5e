"""Speakers who stand before a colon or behind a dash: transcripts ("WALLACE: …") and quotations with their author below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.claims.attribution import Stance
from counterclaim.extraction.attributions import Attribution, Span, trimmed

TURN = re.compile(r"[\"“]?(?P<source>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL)
SIGNED = re.compile(r"(?P<content>[\"“].{15,}[\"”])\s*(?P<cue>[―—–])\s*(?P<source>[A-Z][^.;:?!\"”]{2,60})", re.DOTALL)
FEWEST_TURNS = 2
TRUST = 0.9


def attributions(text: str, blocks: Sequence[Span]) -> list[Attribution]:
    """Give the turns of a transcript, where there are at least two, and the quotations that are signed."""
    turns = [made for block in blocks if (made := _made(TURN, text, block)) is not None]
    signed = [made for block in blocks if (made := _made(SIGNED, text, block)) is not None]
    return [*(turns if len(turns) >= FEWEST_TURNS else []), *signed]


def _made(pattern: re.Pattern[str], text: str, block: Span) -> Attribution | None:
    match = pattern.fullmatch(text, *block)
    if match is None:
        return None
    return Attribution(
        cue=match.span("cue"),
        source=match.span("source"),
        content=trimmed(text, [match.span("content")]),
        stance=Stance.SAYS,
        rule="transcript",
        probability=TRUST,
    )
