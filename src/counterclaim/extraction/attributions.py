"""Attributions as extraction works with them: spans of a report's text, before anything is resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.claims.attribution import Stance

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A cue with its source and its content, and the rule (or `tagger`) that found it.

    `source` is None where nobody is named; a continued speaker's source and cue lie in an earlier sentence than the
    content. `relay` is who passes the source's words on. `probability` is the tagger's, or a rule's fixed trust, None for a
    language model's. `withheld` marks a cue that leaves the content unsaid ("did not say", "declined to confirm"): nobody claims it.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    stance: Stance
    rule: str
    probability: float | None
    relay: Span | None = None
    withheld: bool = False


def covers(spans: Iterable[Span], at: int) -> bool:
    """Tell whether a position lies in one of the spans."""
    return any(a <= at < b for a, b in spans)


def overlap(a: Span, b: Span) -> int:
    """Give the number of characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def without(span: Span, holes: Iterable[Span]) -> list[Span]:
    """Give what is left of a span when the holes are cut out."""
    left, at = [], span[0]
    for a, b in sorted(holes):
        if b <= at or a >= span[1]:
            continue
        if a > at:
            left.append((at, a))
        at = max(at, b)
    if at < span[1]:
        left.append((at, span[1]))
    return left


def united(one: Iterable[Span], two: Iterable[Span]) -> tuple[Span, ...]:
    """Give the characters that either list of spans has, as spans in order."""
    out: list[Span] = []
    for a, b in sorted([*one, *two]):
        if out and a <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def trimmed(text: str, spans: Iterable[Span], edge: str = " \t\r\n,;:—–-") -> tuple[Span, ...]:
    """Give the spans without white space and commas at their edges; what is empty then is gone."""
    out = []
    for start, end in spans:
        kept = text[start:end].rstrip(edge)
        begin = start + len(kept) - len(kept.lstrip(edge))
        if kept.strip(edge):
            out.append((begin, start + len(kept)))
    return tuple(out)
