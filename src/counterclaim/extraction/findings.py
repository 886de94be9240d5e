"""Findings as extraction works with them: one event as one asserter tells it, and all that a report's findings are made with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from counterclaim.claims.attribution import Stance
from counterclaim.claims.claim import Extractor
from counterclaim.claims.count import Count
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Control
from counterclaim.claims.place import Place
from counterclaim.extraction.dates import Calendar
from counterclaim.extraction.draft import Draft, Sentence
from counterclaim.extraction.event_place import EventPlaces
from counterclaim.extraction.events import Event
from counterclaim.extraction.numbers import Numbers
from counterclaim.extraction.participants import Participants
from counterclaim.extraction.place_meaning import Places
from counterclaim.extraction.testimony import Testimonies, Testimony


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One event as one asserter tells it; `also` are events that are told with it as one claim: "40 were killed and 12 wounded".

    `extractor` is who found it, where that is not simply who read the report.
    """

    event: Event
    sentence: Sentence
    testimony: Testimony
    actor: str | None = None
    target: str | None = None
    counts: tuple[Count, ...] = ()
    place: Place | None = None
    dates: Dates | None = None
    control: Control | None = None
    negated: bool = False
    stance: Stance = Stance.SAYS
    denies: Finding | None = None
    also: tuple[Event, ...] = ()
    asserted_at: dt.date | None = None
    extractor: Extractor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that the findings of one report are made with.

    `passing` asks for what is only mentioned, too. `last_side` keeps, for each sentence, speaker and kind of loss, whose loss
    was told last: "20 soldiers died and 30 were hurt".
    """

    draft: Draft
    testimonies: Testimonies
    participants: Participants
    numbers: Numbers
    places: Places
    event_places: EventPlaces
    calendar: Calendar
    passing: bool = False
    last_side: dict[tuple[int, int | None, bool], str] = field(default_factory=dict)
