"""Two readers' findings as one list: what both found is one finding, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claims.claim import Extractor
from counterclaim.extraction.findings import Finding
from counterclaim.extraction.llm.checks import VIOLENT


def agreed(first: Sequence[Finding], second: Sequence[Finding], *, both: Extractor, alone: tuple[Extractor, Extractor]) -> list[Finding]:
    """Give the first reader's findings, with its values, then those of the second reader that the first has not.

    Each carries who found it: `both`, or the one of `alone`.
    """
    out = [replace(one, extractor=both if any(is_one(one, other) for other in second) else alone[0]) for one in first]
    known = {id(before): after for before, after in zip(first, out, strict=True)}
    out = [replace(one, denies=known.get(id(one.denies))) if one.denies is not None else one for one in out]
    return out + [replace(one, extractor=alone[1]) for one in second if not any(is_one(one, other) for other in first)]


def unique(findings: Sequence[Finding]) -> list[Finding]:
    """Give findings without those that repeat an earlier one."""
    out: list[Finding] = []
    for one in findings:
        if not any(is_one(one, other) and one.counts == other.counts for other in out):
            out.append(one)
    return out


def is_one(one: Finding, other: Finding) -> bool:
    """Tell whether two findings are one claim: one sentence, one speaker, one kind, and a word, a number or a place in common."""
    kinds = {one.event.kind, other.event.kind}
    if one.sentence.index != other.sentence.index or not (len(kinds) == 1 or kinds <= VIOLENT):
        return False
    return _speaker(one) == _speaker(other) and one.negated == other.negated and _touches(one, other)


def _speaker(finding: Finding) -> tuple[str | None, str] | None:
    speaker = finding.testimony.speaker
    return (speaker.party, speaker.name if speaker.party is None else "") if speaker is not None else None


def _touches(one: Finding, other: Finding) -> bool:
    if one.control is not None or other.control is not None:
        places = {f.place.text if f.place is not None else None for f in (one, other)}
        return one.control == other.control and len(places) == 1
    if one.counts and other.counts:
        return not {(c.start, c.outcome) for c in one.counts}.isdisjoint((c.start, c.outcome) for c in other.counts)
    return one.event.trigger.i == other.event.trigger.i
