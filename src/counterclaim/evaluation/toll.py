"""The toll of the event that a text is about: how many were killed, how many wounded, as most of its words have it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from counterclaim.claims.count import Outcome, Scope
from counterclaim.claims.event import Kind, Modality
from counterclaim.evaluation.sightings import Participant, Seen, Sighting

SINGLE: Final = frozenset({"he", "she", "him", "her", "himself", "herself", "one"})
NOBODY: Final = frozenset({"who", "that", "which", "it", "they", "them", "you", "i", "we"})
DEATHS: Final = frozenset({"death", "killing", "murder", "slaying", "fatality", "assassination", "dead"})
MAY_DIE: Final = frozenset(
    [
        "take",
        "rush",
        "transport",
        "airlift",
        "fly",
        "bring",
        "carry",
        "send",
        "transfer",
        "suffer",
        "sustain",
        "receive",
        "have",
        "shoot",
        "stab",
        "treat",
    ]
)
AROUND: Final = dt.timedelta(days=10)  # what happened longer before the report is another event


def toll(seen: Seen) -> tuple[int | None, int | None]:
    """Give the number of killed and of wounded; None where the text tells of none.

    Of several figures the one told most often counts, the first of those told equally often. Where no figure is told, the
    persons that are named or described one by one are counted. Those who were shot and did not die are wounded.
    """
    told = [s for s in seen.sightings if _is_of_the_event(s, seen.day)]
    killed = _number(s for s in told if s.outcome is Outcome.KILLED or (s.outcome is Outcome.KILLED_OR_WOUNDED and _is_fatal(s)))
    wounded = _number(s for s in told if s.outcome is Outcome.WOUNDED and (killed is None or s.trigger not in MAY_DIE))
    if wounded is None and killed is not None:
        wounded = _several(s for s in told if s.outcome is Outcome.WOUNDED)
    hit = _number(s for s in told if s.outcome is Outcome.KILLED_OR_WOUNDED)
    if wounded is None and hit is not None:
        wounded = hit - (killed or 0) if hit > (killed or 0) else None
    return killed, wounded


def _is_fatal(sighting: Sighting) -> bool:
    words = sighting.words.lower()
    return "fatal" in words.replace("nonfatal", "").replace("non-fatal", "") or "to death" in words


def _is_of_the_event(sighting: Sighting, day: dt.date | None) -> bool:
    real = sighting.modality in {Modality.HAPPENED, Modality.ONGOING} and not sighting.negated
    latest = sighting.dates.latest if sighting.dates is not None else None
    old = day is not None and latest is not None and latest < day - AROUND
    return real and not old and sighting.scope is Scope.EVENT and sighting.kind is not Kind.EQUIPMENT_LOSS


def _number(sightings: Iterable[Sighting]) -> int | None:
    """Give the number that most sightings have; one person each where none has more."""
    told = [s for s in sightings if s.sufferers]
    figures = [n for s in told if (n := _figure(s.sufferers)) is not None]
    several = Counter(n for n in figures if n > 1)
    if several:
        return several.most_common(1)[0][0]
    return 1 if figures else None


def _several(sightings: Iterable[Sighting]) -> int | None:
    number = _number(sightings)
    return number if number is not None and number > 1 else None


def _figure(sufferers: Sequence[Participant]) -> int | None:
    """Give how many the participants of one event are together; None where words leave it open."""
    numbers = [_one(p) for p in sufferers]
    known = [n for n in numbers if n is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _one(participant: Participant) -> int | None:
    number = participant.number
    if number is not None:
        return number.best if number.best is not None else number.low
    if participant.plural or participant.head in NOBODY:
        return None
    return 1 if participant.kind == "person" or participant.head in SINGLE | DEATHS or participant.name else None
