"""When something was said, and whether two claims can be about one time."""

from __future__ import annotations

import datetime as dt
from typing import Final

from counterclaim.claims.claim import Claim
from counterclaim.claims.dates import Dates

LONGER: Final = 6  # days: an interval longer by more than these counts another window
_DAY: Final = dt.timedelta(days=1)


def as_of(claim: Claim) -> dt.date | None:
    """Give the day on which a claim was made: that of the statement, else that of the report."""
    return claim.asserted_at or claim.report.published


def apart(a: Dates | None, b: Dates | None, slack: int = 1) -> bool:
    """Tell whether two intervals are known and lie more than `slack` days from each other."""
    if a is None or b is None:
        return False
    return max(a.earliest, b.earliest) - min(a.latest, b.latest) > slack * _DAY


def length(dates: Dates) -> int:
    """Give how many days an interval has after its first."""
    return (dates.latest - dates.earliest).days


def different_lengths(a: Dates | None, b: Dates | None) -> bool:
    """Tell whether one interval is so much longer than the other that a count in it is another count."""
    return a is not None and b is not None and abs(length(a) - length(b)) > LONGER


def days_between(a: Claim, b: Claim) -> int | None:
    """Give how many days after `a` claim `b` was made; None where either day is unknown."""
    first, second = as_of(a), as_of(b)
    return None if first is None or second is None else (second - first).days
