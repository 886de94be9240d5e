"""When: the dates that an event's clause or statement tells, and the window that its counts are over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Change, Kind
from counterclaim.extraction import syntax
from counterclaim.extraction.attributions import Attribution
from counterclaim.extraction.findings import Desk, Finding
from counterclaim.extraction.word_lists import words

BEGIN = words("begin start erupt break flare resume")
SPOKEN = frozenset({Kind.TALKS, Kind.AGREEMENT, Kind.CEASEFIRE, Kind.ACCUSATION})


def dates(desk: Desk, base: Finding) -> Dates | None:
    """Give the dates of an event: those of its clause, or of the statement that it goes on at the time of, or that it is."""
    cues = [a for a in desk.draft.attributions if base.sentence.start <= a.cue[0] < base.sentence.end]
    mention = desk.calendar.of_event(base.event.trigger, base.sentence, cues)
    if mention is not None:
        return desk.calendar.dates_at(mention, base.event.trigger)
    if not (_goes_on(base) or _is_statement(base, cues)):
        return None
    mention = next((m for m in desk.calendar.dated(base.sentence) if desk.calendar.is_of_statement(m, cues)), None)
    return desk.calendar.dates(mention) if mention is not None else None


def _goes_on(base: Finding) -> bool:
    """Tell whether an event is fighting or holding that lasts while a statement tells of it."""
    verb = syntax.verb_above(base.event.trigger)
    begins = verb is not None and verb.lemma_ in BEGIN
    return (base.event.kind is Kind.CLASH and not begins) or base.event.change is Change.HOLDS


def _is_statement(base: Finding, cues: Sequence[Attribution]) -> bool:
    """Tell whether saying it is the event: "declared a ceasefire", "accused Y of shelling X"."""
    trigger = base.event.trigger
    return base.event.kind in SPOKEN and any(a.cue[0] <= t.idx < a.cue[1] for a in cues for t in (trigger, trigger.head))


def asserted_at(desk: Desk, base: Finding) -> dt.date | None:
    """Give the day on which a statement was made, where the words beside its cue tell just one."""
    own = base.testimony.attribution
    said = [m for m in desk.calendar.dated(base.sentence) if own is not None and desk.calendar.is_of_statement(m, [own])]
    days = [desk.calendar.dates(m) for m in said]
    return days[0].earliest if len(days) == 1 and days[0].earliest == days[0].latest else None


def window(desk: Desk, base: Finding) -> str | None:
    """Give the words of the window that an event's counts are over ("since morning", "in the past four days")."""
    trigger = base.event.trigger
    clause = set(trigger.subtree)
    windows = [m for m in desk.draft.dates if m.window and base.sentence.start <= m.start < base.sentence.end]
    own = [m for m in windows if desk.calendar.governor(m) in clause]
    nearest = min(own, key=lambda m: abs(m.start - trigger.idx), default=None)
    return desk.draft.report.text[nearest.lead_start : nearest.end] if nearest is not None else None
