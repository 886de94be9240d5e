"""One incident in one row, as a named policy makes it of many claims."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claims.count import Outcome, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number for one outcome of one group, and who says so.

    `party` is whose people or things they are, `civilians`, or None where nobody tells; `thing` is the kind of thing.
    `low`, `best` and `high` are None where the policy gives none; a policy that takes each from other reports may give
    them out of order, as UCDP's own table has them in places. `said_by` are sides, sorted; `claims` ids, sorted.
    """

    outcome: Outcome
    unit: Unit
    party: str | None
    thing: str | None = None
    low: int | None
    best: int | None
    high: int | None
    said_by: tuple[str, ...]
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if any(n is not None and n < 0 for n in (self.low, self.best, self.high)):
            raise InvalidClaim("figure", f"one of {self.low}, {self.best}, {self.high} is negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a policy makes of the claims of one incident. `policy` names it; `note` says what it left out or could not tell."""

    policy: str
    figures: tuple[Figure, ...]
    dates: Dates | None
    place: Place | None
    actor: str | None
    target: str | None
    note: str | None = None
