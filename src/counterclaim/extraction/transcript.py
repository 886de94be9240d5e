"""Speakers who stand before a colon or behind a dash: transcripts ("WALLACE: …") and quotations with their author below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claims.attribution import Stance
from counterclaim.extraction.attributions import Attribution, Span, trimmed

TURN = re.compile(r"[\"“]?(?P<source>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL)
SIGNED = re.compile(r"(?P<content>[\"“”].{15,}[\"”])\s*(?P<cue>[―—–])\s*(?P<source>[A-Z](?:(?<= [A-Z])\.|[^.;:?!\"”]){2,60})\.?", re.DOTALL)
NOTE = re.compile(r"\W*[(\[][^()\[\]]*[)\]]\W*")
FEWEST_TURNS = 2
LONGEST_TURN = 5  # paragraphs
TRUST = 0.9


def attributions(text: str, blocks: Sequence[Span]) -> list[Attribution]:
    """Give the turns of a transcript, where there are at least two, and the quotations that are signed."""
    turns = _continued(text, blocks, [_made(TURN, text, block) for block in blocks])
    signed = [made for block in blocks if (made := _made(SIGNED, text, block)) is not None]
    return [*(turns if len(turns) >= FEWEST_TURNS else []), *signed]


def _continued(text: str, blocks: Sequence[Span], turns: Sequence[Attribution | None]) -> list[Attribution]:
    """Give the turns; paragraphs between two turns go on with the first, notes in brackets aside, where they are few."""
    out: list[Attribution] = []
    last: tuple[int, Attribution] | None = None
    for at, turn in enumerate(turns):
        if turn is None:
            continue
        if last is not None and at - last[0] <= LONGEST_TURN:
            more = [block for block in blocks[last[0] + 1 : at] if not NOTE.fullmatch(text, *block)]
            out[-1] = replace(last[1], content=(*last[1].content, *trimmed(text, more)))
        out.append(turn)
        last = at, turn
    return out


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
