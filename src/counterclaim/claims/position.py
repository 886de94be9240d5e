"""What one side maintains on one question of an incident, now and before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from counterclaim.claims.count import Outcome, Scope, Unit
from counterclaim.claims.counterclaim import Question
from counterclaim.claims.event import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question made precise: which outcome of whom, or who holds which place.

    `outcome`, `unit`, `of`, `party` and `scope` are set for figures (`of` is `civilians`, `fighters` or the kind of thing);
    `place` for control; `kind` for what happened, who did it and when, with the victims' `party`.
    """

    question: Question
    outcome: Outcome | None = None
    unit: Unit | None = None
    of: str | None = None
    party: str | None = None
    place: str | None = None
    kind: Kind | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a side said on a topic, as of a day (None where nothing tells one).

    `low`, `high`, `best` are those of a figure, `answer` the words for other questions ("captured by Taliban", "no").
    `claims` are the ids that say it, sorted, and `origins` how many independent ones there are. `own_loss` marks a
    side's loss told by itself; `part_of` the claim id whose total this is a part of; `adds_to` the claim id of an
    earlier figure that this one adds to.
    """

    answer: str
    as_of: dt.date | None
    claims: tuple[str, ...]
    origins: int
    low: int | None = None
    high: int | None = None
    best: int | None = None
    own_loss: bool = False
    part_of: str | None = None
    adds_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one side maintains on one topic: `now`, and `before` that, oldest first. Revisions supersede and stay.

    What only adds to an earlier figure does not supersede it: then both are `now`.

    `side` is a party, or the name of a source that speaks for no side, or the outlet in its own voice.
    """

    side: str
    topic: Topic
    now: tuple[Statement, ...]
    before: tuple[Statement, ...] = ()
