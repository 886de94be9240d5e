"""What a reader finds in a text, as plain values that the scorers of tolls and of MUC-4 templates work with."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from counterclaim.claims.count import Scope
from counterclaim.claims.report import Report
from counterclaim.workflows.read import read_reports

if TYPE_CHECKING:
    from counterclaim.evaluation.sightings import Participant, Seen, Sighting
    from counterclaim.extraction.findings import Desk
    from counterclaim.extraction.pipeline import Extractor
    from counterclaim.extraction.wording import Phrase, Wording


def report_of(text: str, published: dt.date | None) -> Report | None:
    """Give the report that a bare text is, as if it were a file; None for a text with nothing to read in it."""
    found = [one for one in read_reports(["-"], published=published, stdin=io.BytesIO(text.encode())) if isinstance(one, Report)]
    return replace(found[0], unread=None) if found else None


def sightings_in(extractor: Extractor) -> Callable[[str, dt.date | None], Seen]:
    """Give what tells the events of a text of a day."""
    from counterclaim.evaluation.sightings import Seen

    def see(text: str, day: dt.date | None) -> Seen:
        report = report_of(text, day)
        if report is None:
            return Seen(day=day, country=None, sightings=())
        return seen_of(*extractor.worded(report))

    return see


def seen_of(desk: Desk, told: Sequence[Wording]) -> Seen:
    """Give what was read in a report as plain values."""
    from counterclaim.evaluation.sightings import Located, Named, Seen

    draft = desk.draft
    countries = draft.countries

    def at(offset: int) -> int:
        sentence = draft.sentence_at(offset)
        return sentence.index if sentence is not None else 0

    return Seen(
        day=draft.report.published,
        country=max(countries, key=lambda c: countries[c]) if countries else None,
        sightings=tuple(_sighting(one) for one in told),
        sentences=tuple(draft.text[s.start : s.end] for s in draft.sentences),
        sides=tuple(
            Named(sentence=at(m.start), text=draft.text[m.start : m.end], side=m.party.name, kind=m.party.kind.value) for m in draft.parties
        ),
        places=tuple(Located(sentence=at(m.start), place=desk.places.of(m)) for m in draft.places),
    )


def _sighting(one: Wording) -> Sighting:
    from counterclaim.evaluation.sightings import Sighting

    finding = one.finding
    event, testimony = one.event, finding.testimony
    cue = testimony.attribution.cue if testimony.attribution is not None else None
    offset = finding.sentence.start
    return Sighting(
        sentence=finding.sentence.index,
        section=finding.sentence.section,
        start=event.trigger.idx,
        words=one.sentence,
        trigger=one.trigger,
        kind=event.kind,
        mode=one.mode,
        outcome=event.outcome,
        modality=event.modality,
        negated=finding.negated,
        stance=finding.stance,
        cue=one.sentence[cue[0] - offset : cue[1] - offset] if cue is not None else None,
        source=testimony.speaker.side if testimony.speaker is not None else None,
        actor=finding.actor,
        target=finding.target,
        doers=tuple(map(_participant, one.doers)),
        sufferers=tuple(map(_participant, one.sufferers)),
        scope=next((c.scope for c in finding.counts), Scope.EVENT),
        place=finding.place,
        dates=finding.dates,
        passing=event.passing,
    )


def _participant(phrase: Phrase) -> Participant:
    from counterclaim.evaluation.sightings import Participant

    return Participant(text=phrase.text, head=phrase.head, name=phrase.name, kind=phrase.kind, plural=phrase.plural, number=phrase.number)
