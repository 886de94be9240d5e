"""A number of people or things, which has no meaning without its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.claims.errors import InvalidClaim

RULE = "CC-1"
LISTED_RULE = "CC-2"  # persons who are told one by one


class Outcome(StrEnum):
    """What became of those who are counted. Two outcomes are never added up."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    SURRENDERED = "surrendered"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    KILLED_WOUNDED_OR_CAPTURED = "killed_wounded_or_captured"
    PRESENT = "present"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    LOST = "lost"
    ABANDONED = "abandoned"


class Unit(StrEnum):
    """What is counted."""

    PERSONS = "persons"
    THINGS = "things"
    PLACES = "places"


class Operator(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Scope(StrEnum):
    """Which window a count is about. Windows that overlap are never summed."""

    EVENT = "event"
    SINCE = "since"
    LAST_DAYS = "last_days"
    TO_DATE = "to_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What number words alone say: bounds, operator, and where they stand in the text.

    `low`, `high` and `best` are whole numbers or None (open). `revision` is True for "27 more" and "another 5".
    """

    text: str
    start: int
    end: int
    operator: Operator
    low: int | None
    high: int | None
    best: int | None
    revision: bool = False
    rule: str = RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A quantity of persons, things or places with its outcome, its group, and the party that the group belongs to.

    `of` is the group or the thing in the report's words; `window` the words of the scope ("since morning");
    `revises` the words of a figure that this one adds to or replaces ("27 more").
    """

    outcome: Outcome
    unit: Unit
    low: int | None
    high: int | None
    best: int | None
    operator: Operator
    of: str | None
    party: str | None
    text: str
    scope: Scope = Scope.EVENT
    window: str | None = None
    revises: str | None = None
    rule: str = RULE
    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if known != sorted(known) or any(n < 0 for n in known):
            raise InvalidClaim("count", f"bounds {self.low}, {self.best}, {self.high} of {self.text!r} are out of order")
