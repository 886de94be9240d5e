"""When something is said to have happened: an interval of days, never a point that the words do not give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from counterclaim.claims.errors import InvalidClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The earliest and the latest day that the words allow, and UCDP's date_prec.

    `precision`: 1 exact day, 2 range of 2 to 6 days, 3 week, 4 range of 8 to 30 days or a month, 5 more than a
    month up to a year (GED codebook 23.1, Appendix 2).
    """

    earliest: dt.date
    latest: dt.date
    precision: int | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise InvalidClaim("dates", f"{self.earliest} lies after {self.latest}")
