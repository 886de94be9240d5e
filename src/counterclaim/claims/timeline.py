"""What each side has claimed about who holds a place, day by day. Never an assessment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.event import Change
from counterclaim.claims.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One thing that a side maintains about a place, from a day until it says something contrary itself.

    `side` says so, of `party`; `start` is the first day of which it is said, or the day of the statement where none is
    (then `dated` is False). `end` is the last day before the side's own contrary claim, None while there is none.
    """

    side: str
    party: str | None
    change: Change
    negated: bool
    start: dt.date
    dated: bool
    end: dt.date | None
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise InvalidClaim("spell", f"{self.end} lies before {self.start}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The spells of one place, by start, side and party. `key` is the gazetteer's id, or the name with its admin chain.

    `undated` are ids of claims that no day can be given.
    """

    key: str
    place: Place
    spells: tuple[Spell, ...]
    undated: tuple[str, ...] = ()

    def on(self, day: dt.date) -> tuple[Spell, ...]:
        """Give what each side maintains on a day."""
        return tuple(s for s in self.spells if s.start <= day and (s.end is None or day <= s.end))

    def days(self) -> tuple[dt.date, ...]:
        """Give the days on which anything changes, in order."""
        ends = {s.end + dt.timedelta(days=1) for s in self.spells if s.end is not None}
        return tuple(sorted({s.start for s in self.spells} | ends))
