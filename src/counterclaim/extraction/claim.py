"""The only way from what was found in a report to claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from counterclaim.claims.attribution import Cue, Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, Span, claim_id
from counterclaim.claims.count import Count
from counterclaim.claims.event import Change, Kind, Mode, Polarity
from counterclaim.claims.party import CIVILIANS
from counterclaim.claims.place import Place
from counterclaim.extraction import event_words, syntax
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.confidence import confidence
from counterclaim.extraction.events import Event
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.identity import reader_of
from counterclaim.extraction.speaker import Speaker
from counterclaim.extraction.verification import unverified

SameSide = Callable[[str, str], bool]

Worded = TypeVar("Worded", Count, Place)


def claims(desk: Desk, found: Sequence[Finding], extractor: Extractor) -> list[Claim]:
    """Give the claims of a report in the order of the text."""
    writer = _Writer(desk, extractor)
    return [writer.claim(finding) for finding in found]


class _Writer:
    """Writes the claims of one report; keeps their ids for the denials that name them, and apart where words and kind are one."""

    def __init__(self, desk: Desk, extractor: Extractor) -> None:
        report = desk.draft.report
        self._text = report.text
        self._report = ReportReference(
            id=report.id, title=report.title, outlet=report.outlet, url=report.url, published=report.published, sha256=report.sha256
        )
        self._unverified = frozenset(unverified(desk.draft.sentences))
        self._same_side = desk.participants.same_side
        self._extractor = extractor
        self._ids: dict[int, str] = {}
        self._alike: Counter[str] = Counter()

    def claim(self, finding: Finding) -> Claim:
        """Give the claim of a finding. A denied finding has to come before its denial."""
        sentence, testimony, event = finding.sentence, finding.testimony, finding.event
        speaker = testimony.speaker
        made_by = finding.extractor or self._extractor
        content = content_of(self._text, finding)
        self._ids[id(finding)] = identity = self._id(content, speaker, event.kind)
        return Claim(
            id=identity,
            report=self._report,
            start=sentence.start,
            end=sentence.end,
            quote=self._text[sentence.start : sentence.end],
            content=content,
            source=source_of(speaker),
            cue=self._cue(testimony.attribution),
            chain=testimony.chain,
            stance=stance_of(finding, speaker, self._same_side),
            unverified=sentence.index in self._unverified,
            asserted_at=finding.asserted_at,
            denies=self._ids.get(id(finding.denies)) if finding.denies is not None else None,
            kind=event.kind,
            mode=event.mode or mode_of(event),
            actor=finding.actor,
            target=finding.target,
            negated=finding.negated,
            modality=event.modality,
            polarity=polarity_of(finding, speaker, self._same_side),
            counts=tuple(self._as_written(c) for c in finding.counts),
            control=finding.control,
            place=self._as_written(finding.place) if finding.place is not None else None,
            dates=finding.dates,
            evidence=evidence_of(finding),
            confidence=confidence(finding, reader_of(made_by)),
            extractor=made_by,
        )

    def _id(self, content: tuple[Span, ...], speaker: Speaker | None, kind: Kind) -> str:
        source = self._text[speaker.start : speaker.end] if speaker is not None else None
        plain = claim_id(self._report.sha256, content, source, kind)
        nth = self._alike[plain]
        self._alike[plain] += 1
        return claim_id(self._report.sha256, content, source, kind, nth)

    def _as_written(self, value: Worded) -> Worded:
        """Give a value with its words as the report writes them, which may be in capitals only."""
        if value.start is None or value.end is None:
            return value
        return replace(value, text=self._text[value.start : value.end])

    def _cue(self, attribution: Attribution | None) -> Cue | None:
        if attribution is None:
            return None
        start, end = attribution.cue
        return Cue(text=self._text[start:end], start=start, end=end)


def content_of(text: str, finding: Finding) -> tuple[Span, ...]:
    """Give the spans that the asserter vouches for in the claim's sentence; the whole sentence where the outlet speaks."""
    sentence, attribution = finding.sentence, finding.testimony.attribution
    whole = ((sentence.start, sentence.end),)
    if attribution is None:
        return whole
    inside = tuple(
        (max(a, sentence.start), min(b, sentence.end)) for a, b in attribution.content if a < sentence.end and b > sentence.start
    )
    return tuple((a, b) for a, b in inside if text[a:b].strip()) or whole


def source_of(speaker: Speaker | None) -> Source | None:
    """Give the source as a claim keeps it; None where the outlet itself asserts."""
    if speaker is None:
        return None
    return Source(name=speaker.name, party=speaker.party, role=speaker.role, start=speaker.start, end=speaker.end)


def stance_of(finding: Finding, speaker: Speaker | None, same_side: SameSide) -> Stance:
    """Give the stance; a belligerent who owns up to a loss concedes it, and nobody else does."""
    own = polarity_of(finding, speaker, same_side) is Polarity.OWN_LOSS
    if finding.stance in {Stance.CONFIRMS, Stance.CONCEDES}:
        return Stance.CONCEDES if own else Stance.CONFIRMS
    return finding.stance


def polarity_of(finding: Finding, speaker: Speaker | None, same_side: SameSide) -> Polarity | None:
    """Give whose loss or gain it is, seen from the asserter's side; None where either is unknown."""
    side = speaker.side if speaker is not None else None
    if side is None or finding.negated:
        return None
    if finding.control is not None and finding.control.party is not None:
        own = same_side(finding.control.party, side)
        losing = finding.control.change in {Change.LOST, Change.WITHDREW_FROM}
        if losing:
            return Polarity.OWN_LOSS if own else Polarity.ENEMY_LOSS
        return Polarity.OWN_GAIN if own else Polarity.ENEMY_GAIN
    if finding.target is None or finding.event.outcome is None:
        return None
    if finding.target == CIVILIANS:
        return Polarity.THIRD_PARTY_LOSS
    return Polarity.OWN_LOSS if same_side(finding.target, side) else Polarity.ENEMY_LOSS


def mode_of(event: Event) -> Mode | None:
    """Give the means of an attack from the words around its trigger; drones that are shot down are none."""
    if event.kind not in {Kind.ATTACK, Kind.CASUALTIES, Kind.EQUIPMENT_LOSS}:
        return None
    suffered = {t for group in event.groups for t in syntax.noun_phrase(group)}
    lemmas = (t.lemma_.lower() for t in event.trigger.subtree if t not in suffered)
    return next((event_words.MEANS[lemma] for lemma in lemmas if lemma in event_words.MEANS), None)


def evidence_of(finding: Finding) -> dict[str, Span | None]:
    """Give the words behind the values that carry none of their own."""
    event = finding.event
    whole = {
        "actor": (finding.actor, event.actor),
        "target": (finding.target, event.groups[0] if event.groups else event.owner),
    }
    heads = {key: head for key, (value, head) in whole.items() if value is not None and head is not None}
    spans = {key: syntax.characters(syntax.noun_phrase(head)) for key, head in heads.items()}
    return {"event": syntax.characters([event.trigger])} | {key: span for key, span in spans.items() if span is not None}
