"""The only way from what was found in a report to claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claims.attribution import Cue, Source, Stance
from counterclaim.claims.claim import Claim, Extractor, ReportReference, Span, claim_id
from counterclaim.claims.event import Kind, Mode, Polarity
from counterclaim.claims.report import Report
from counterclaim.extraction import event_words, syntax
from counterclaim.extraction.draft import Sentence
from counterclaim.extraction.event import Event
from counterclaim.extraction.finding import Finding
from counterclaim.extraction.speaker import Speaker
from counterclaim.knowledge.parties import Parties


def claims(report: Report, found: Sequence[Finding], unverified: frozenset[int], parties: Parties, extractor: Extractor) -> list[Claim]:
    """Give the claims of a report in the order of the text; `unverified` are the indices of sentences that nobody could check."""
    reference = ReportReference(id=report.id, title=report.title, outlet=report.outlet, url=report.url, published=report.published, sha256=report.sha256)
    out: list[Claim] = []
    ids: dict[int, str] = {}
    seen: dict[str, int] = {}
    for finding in found:
        claim = _claim(report, reference, finding, ids, extractor, unverified=finding.sentence.index in unverified, parties=parties, seen=seen)
        ids[id(finding)] = claim.id
        out.append(claim)
    return out


def _claim(report: Report, reference: ReportReference, finding: Finding, ids: dict[int, str], extractor: Extractor, *, unverified: bool, parties: Parties, seen: dict[str, int]) -> Claim:  # noqa: PLR0913
    sentence, testimony, event = finding.sentence, finding.testimony, finding.event
    speaker, attribution = testimony.speaker, testimony.attribution
    content = content_of(report.text, finding)
    words = report.text[speaker.start : speaker.end] if speaker else None
    plain = claim_id(reference.sha256, content, words, event.kind)
    seen[plain] = seen.get(plain, -1) + 1
    identity = plain if not seen[plain] else claim_id(reference.sha256, content, words, event.kind, seen[plain])
    cue = attribution.cue if attribution is not None else None
    return Claim(
        id=identity, report=reference, start=sentence.start, end=sentence.end, quote=report.text[sentence.start : sentence.end], content=content,
        source=source_of(speaker), cue=Cue(text=report.text[cue[0] : cue[1]], start=cue[0], end=cue[1]) if cue else None, chain=testimony.chain,
        stance=stance_of(finding, speaker, parties), unverified=unverified, asserted_at=finding.asserted_at, denies=ids.get(id(finding.denies)) if finding.denies is not None else None,
        kind=event.kind, mode=event.mode or mode_of(event), actor=finding.actor, target=finding.target, negated=finding.negated, modality=event.modality,
        polarity=polarity_of(finding, speaker, parties), counts=finding.counts, control=finding.control, place=finding.place, dates=finding.dates,
        evidence=evidence_of(finding), extractor=extractor,
    )  # fmt: skip


def content_of(text: str, finding: Finding) -> tuple[Span, ...]:
    """Give the spans that the asserter vouches for in the claim's sentence; the whole sentence where the outlet speaks."""
    sentence, attribution = finding.sentence, finding.testimony.attribution
    whole = ((sentence.start, sentence.end),)
    if attribution is None:
        return whole
    inside = tuple((max(a, sentence.start), min(b, sentence.end)) for a, b in attribution.content if a < sentence.end and b > sentence.start)
    return tuple((a, b) for a, b in inside if text[a:b].strip()) or whole


def source_of(speaker: Speaker | None) -> Source | None:
    """Give the source as a claim keeps it; None where the outlet itself asserts."""
    if speaker is None:
        return None
    return Source(name=speaker.name, party=speaker.party, role=speaker.role, start=speaker.start, end=speaker.end)


def stance_of(finding: Finding, speaker: Speaker | None, parties: Parties) -> Stance:
    """Give the stance; a belligerent who owns up to a loss concedes it, and nobody else does."""
    own = polarity_of(finding, speaker, parties) is Polarity.OWN_LOSS
    if finding.stance in {Stance.CONFIRMS, Stance.CONCEDES}:
        return Stance.CONCEDES if own else Stance.CONFIRMS
    return finding.stance


def polarity_of(finding: Finding, speaker: Speaker | None, parties: Parties) -> Polarity | None:
    """Give whose loss or gain it is, seen from the asserter's side; None where either is unknown."""
    side = speaker.party if speaker else None
    if side is None or finding.negated:
        return None
    if finding.control is not None and finding.control.party is not None:
        own = parties.same_side(finding.control.party, side)
        losing = finding.control.change in {"lost", "withdrew_from"}
        if losing:
            return Polarity.OWN_LOSS if own else Polarity.ENEMY_LOSS
        return Polarity.OWN_GAIN if own else Polarity.ENEMY_GAIN
    if finding.target is None or finding.event.outcome is None:
        return None
    if finding.target in {"civilians"}:
        return Polarity.THIRD_PARTY_LOSS
    return Polarity.OWN_LOSS if parties.same_side(finding.target, side) else Polarity.ENEMY_LOSS


def mode_of(event: Event) -> Mode | None:
    """Give the means of an attack from the words around its trigger."""
    if event.kind not in {Kind.ATTACK, Kind.CASUALTIES, Kind.EQUIPMENT_LOSS}:
        return None
    return next((event_words.MEANS[t.lemma_.lower()] for t in event.trigger.subtree if t.lemma_.lower() in event_words.MEANS), None)


def evidence_of(finding: Finding) -> dict[str, Span | None]:
    """Give the words behind the values that carry none of their own."""
    event = finding.event
    spans = {"event": syntax.characters([event.trigger]), "actor": _words(event.actor), "target": _words(event.groups[0] if event.groups else event.owner)}
    return {k: v for k, v in spans.items() if v is not None and (k == "event" or getattr(finding, k) is not None)}


def _words(token: object) -> Span | None:
    return syntax.characters(syntax.noun_phrase(token)) if token is not None else None  # type: ignore[arg-type]


def unverified_sentences(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Give the sentences that the report says nobody could verify, and those before or after that the words are about."""
    for sentence in sentences:
        words = " ".join(t.lower_ for t in sentence.tokens)
        if any(phrase in words for phrase in ("unverified", "not been verified", "unconfirmed", "not be authenticated", "could not be verified", "not be independently")):
            yield sentence.index
        if any(phrase in words for phrase in ("not possible to confirm", "not possible to check", "not possible to verify", "could not be independently verified",
                                              "could not immediately be verified", "could not independently verify", "statements could not be verified",
                                              "not immediately possible to confirm", "unable to verify", "could not verify", "not independently verified")):  # fmt: skip
            yield from range(max(0, sentence.index - 4), sentence.index)
