"""Sightings of our own making, for the scorers that work with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from counterclaim.claims.attribution import Stance
from counterclaim.claims.count import Operator, Outcome, Quantity, Scope
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind, Modality
from counterclaim.evaluation.sightings import Participant, Seen, Sighting

DAY = dt.date(2011, 3, 4)


def quantity(low, high=None, best=None, operator=Operator.EXACT):
    return Quantity(text=str(low), start=0, end=1, operator=operator, low=low, high=high, best=best)


def exactly(number):
    return quantity(number, number, number)


def people(head, number=None, *, name=None, plural=False, text=None):
    return Participant(text=text or head, head=head, name=name, kind="person", plural=plural, number=number)


def thing(head, number=None, *, plural=False):
    return Participant(text=head, head=head, name=None, kind="thing", plural=plural, number=number)


def on(day, text="this morning"):
    return Dates(earliest=day, latest=day, precision=1, text=text, start=0, end=len(text))


PLAIN = Sighting(
    sentence=0,
    section=0,
    start=0,
    words="it happened",
    trigger="kill",
    kind=Kind.CASUALTIES,
    mode=None,
    outcome=Outcome.KILLED,
    modality=Modality.HAPPENED,
    negated=False,
    stance=Stance.SAYS,
    cue=None,
    source=None,
    actor=None,
    target=None,
    doers=(),
    sufferers=(),
    scope=Scope.EVENT,
    place=None,
    dates=None,
)


def sighting(*sufferers, **values):
    return replace(PLAIN, sufferers=sufferers, **values)


def seen(*sightings, day=DAY, country="LY"):
    return Seen(day=day, country=country, sightings=sightings)
