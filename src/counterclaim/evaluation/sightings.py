"""What a reader finds in a text, with the words of who did what to whom: what tolls and MUC-4 templates are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Outcome, Quantity, Scope
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind, Modality, Mode
from counterclaim.claims.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who did something or whom it happened to: words, head noun, proper name, class, number."""

    text: str
    head: str
    name: str | None
    kind: str | None
    plural: bool
    number: Quantity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One event as one asserter tells it. `actor` is the side that did it, `source` the side of who says so.

    `passing` marks what is only mentioned.
    """

    sentence: int
    section: int
    start: int
    words: str
    trigger: str
    kind: Kind
    mode: Mode | None
    outcome: Outcome | None
    modality: Modality
    negated: bool
    stance: Stance
    cue: str | None
    source: str | None
    actor: str | None
    target: str | None
    doers: tuple[Participant, ...]
    sufferers: tuple[Participant, ...]
    scope: Scope
    place: Place | None
    dates: Dates | None
    passing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A side that a text names: in which sentence, in which words, which side, and of what kind it is."""

    sentence: int
    text: str
    side: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place that a text names, and its sentence."""

    sentence: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was read in one text: its events, its day, the country that it is about most, its sentences and what they name."""

    day: dt.date | None
    country: str | None
    sightings: tuple[Sighting, ...]
    sentences: tuple[str, ...] = ()
    sides: tuple[Named, ...] = ()
    places: tuple[Located, ...] = ()
