"""What stands behind a claim and is not kept in it: the attribution's rule, the antecedent, the readings of the place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.claims.claim import Claim
from counterclaim.extraction.attributions import Span
from counterclaim.extraction.findings import Desk, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that the words could mean, with its share of the evidence, 0 to 1."""

    name: str
    admin1: str | None
    country: str | None
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What the reader went by.

    `rule` found the attribution ("tagger", or a rule of syntax, headings, quotes, continuation; several where several
    found it) and `probability` is its trust; both are None where the outlet itself speaks. `said` frames the words that
    stand for the source ("he"), `antecedent` those that they point to; `speaker_rule` tells how the source was made
    out. `candidates` are the place's readings, best first, and `place_reason` why the first was taken or none.
    """

    claim: str
    rule: str | None = None
    probability: float | None = None
    attribution: tuple[Span, ...] = ()
    said: Span | None = None
    antecedent: Span | None = None
    speaker_rule: str | None = None
    candidates: tuple[Candidate, ...] = ()
    place_reason: str | None = None


def traces(desk: Desk, found: Iterable[Finding], claims: Iterable[Claim]) -> list[Trace]:
    """Give the trace of each claim, in the order of the claims; findings and claims go together one by one."""
    return [_trace(desk, finding, claim) for finding, claim in zip(found, claims, strict=True)]


def _trace(desk: Desk, finding: Finding, claim: Claim) -> Trace:
    attribution, speaker = finding.testimony.attribution, finding.testimony.speaker
    match = desk.places.match_of(claim.place.start) if claim.place is not None else None
    return Trace(
        claim=claim.id,
        rule=attribution.rule if attribution else None,
        probability=attribution.probability if attribution else None,
        attribution=attribution.content if attribution else (),
        said=attribution.source if attribution else None,
        antecedent=speaker.antecedent if speaker else None,
        speaker_rule=speaker.rule if speaker else None,
        candidates=tuple(
            Candidate(name=entry.name, admin1=entry.admin1, country=entry.country, share=share)
            for entry, share in (match.candidates if match else ())
        ),
        place_reason=match.reason if match else None,
    )
