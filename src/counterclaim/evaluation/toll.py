"""The toll of the event that a text is about: how many were killed, how many wounded, as its first figure has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from counterclaim.claims.count import Outcome, Scope
from counterclaim.claims.event import Kind, Modality
from counterclaim.evaluation.muc_words import words
from counterclaim.evaluation.sightings import Participant, Seen, Sighting

SINGLE: Final = frozenset({"he", "she", "him", "her", "himself", "herself", "one"})
SELVES: Final = frozenset({"himself", "herself", "themselves"})
OTHERS: Final = frozenset({"another", "other", "others", "second", "third", "fourth", "fifth"})
NOBODY: Final = frozenset({"who", "that", "which", "it", "they", "them", "you", "i", "we"})
DEATHS: Final = frozenset({"death", "killing", "murder", "slaying", "fatality", "assassination", "dead"})
MAY_DIE: Final = words(
    "take rush transport airlift fly bring carry send transfer suffer sustain receive have shoot stab treat wound be remain list",
    "expect hit strike survive condition",
)
FAR: Final = 10  # sentences: who is first told to have died so long after others were hurt died of something else
NEAR: Final = 8  # the same for who is first told to have been hurt so long after others died
HARMED: Final = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED})
AROUND: Final = dt.timedelta(days=10)  # what happened longer before the report is another event


def toll(seen: Seen) -> tuple[int | None, int | None]:
    """Give the number of killed and of wounded; None where the text tells of none.

    The first figure above one counts. Where no figure is told, one person is counted who is named or described. Those who
    were shot and did not die are wounded.
    """
    told = _of_the_event(seen)
    dead, hurt = [s for s in told if _is_dead(s)], [s for s in told if s.outcome is not Outcome.KILLED]
    died, harmed = _first(dead), _first(hurt)
    if died is not None and harmed is not None:
        dead = dead if died <= max(harmed, FAR) else []
        hurt = hurt if harmed <= max(died, NEAR) else [s for s in hurt if s in dead]
    killed = _number_of_dead(dead)
    wounded = _number_of_wounded([s for s in hurt if s.outcome is Outcome.WOUNDED], dead)
    hit = _number(s for s in hurt if s.outcome is Outcome.KILLED_OR_WOUNDED) or 0
    left = hit - (killed or 0)
    if left > 0 and (wounded is None or (hit > 1 and wounded < left)):
        wounded = left
    return killed, wounded


def _of_the_event(seen: Seen) -> list[Sighting]:
    """Give what tells who was hurt in the event that a text is about; what happened long before the text, where nothing else is told."""
    real = [s for s in seen.sightings if _is_real(s)]
    now = [s for s in real if not _is_old(s, seen.day)]
    if any(s.outcome is Outcome.KILLED for s in now):
        return now
    return [s for s in real if s in now or s.outcome is Outcome.KILLED] if now else real


def _first(sightings: Iterable[Sighting]) -> int | None:
    """Give the sentence in which persons are first told of."""
    return next((s.sentence for s in sightings if _figure(s.sufferers) is not None), None)


def _number_of_dead(dead: Sequence[Sighting]) -> int | None:
    """Give the number of dead; who killed others and then himself is one more than those whom he killed."""
    killed = _number(dead)
    first = next((s for s in dead if _figure(s.sufferers) == killed), None)
    alone = any({p.head for p in s.sufferers} & SELVES for s in dead)
    if killed is None or first is None or not alone or not first.doers or {p.head for p in first.sufferers} & SELVES:
        return killed
    return killed + 1


def _number_of_wounded(wounded: Sequence[Sighting], dead: Sequence[Sighting]) -> int | None:
    """Give the number of wounded; where somebody died, one person of whom it is told that he was hurt may be the dead one."""
    killed = _number(dead)
    sure = _number(s for s in wounded if killed is None or s.trigger not in MAY_DIE or _is_another(s, dead))
    every = _number(wounded)
    return sure if sure is not None else every if every is not None and (every > 1 or killed is None) else None


def _is_another(hurt: Sighting, dead: Iterable[Sighting]) -> bool:
    """Tell whether who was hurt is told apart from the dead: "another", "a second man", or of other words in one sentence."""
    if any(OTHERS & set(p.text.lower().split()) for p in hurt.sufferers):
        return True
    beside = {p.head for s in dead if s.sentence == hurt.sentence for p in s.sufferers}
    own = {p.head for p in hurt.sufferers}
    return bool(beside and own) and not own & (beside | SINGLE | NOBODY) and not beside & (SINGLE | NOBODY)


def _is_dead(sighting: Sighting) -> bool:
    to_death = sighting.outcome is Outcome.KILLED_OR_WOUNDED and "to death" in sighting.words.lower()
    return sighting.outcome is Outcome.KILLED or to_death


def _is_real(sighting: Sighting) -> bool:
    happened = sighting.modality in {Modality.HAPPENED, Modality.ONGOING} and not sighting.negated
    return (
        happened
        and sighting.outcome in HARMED
        and sighting.scope is Scope.EVENT
        and sighting.kind is not Kind.EQUIPMENT_LOSS
        and not sighting.passing
    )


def _is_old(sighting: Sighting, day: dt.date | None) -> bool:
    latest = sighting.dates.latest if sighting.dates is not None else None
    return day is not None and latest is not None and latest < day - AROUND


def _number(sightings: Iterable[Sighting]) -> int | None:
    """Give the first number above one; one person where none has more."""
    figures = [n for s in sightings if s.sufferers and (n := _figure(s.sufferers)) is not None]
    return next((n for n in figures if n > 1), 1 if figures else None)


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
