"""The Admiralty code: how reliable a source is, and how credible what it says. Two questions, and only a person answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from counterclaim.claims.errors import InvalidClaim

SOURCES: Final = "ABCDEF"
INFORMATION: Final = "123456"
UNJUDGED: Final = ("F", "6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade such as B2: the source from A (completely reliable) to F (cannot be judged), the information from 1 to 6.

    The program gives F6 and no other; any other grade has the name of a person and a time.

    >>> str(Grade())
    'F6'
    """

    source: str = "F"
    information: str = "6"
    by: str | None = None
    at: dt.datetime | None = None
    why: str | None = None

    def __post_init__(self) -> None:
        if len(self.source) != 1 or self.source not in SOURCES or len(self.information) != 1 or self.information not in INFORMATION:
            raise InvalidClaim("grade", f"{self.source}{self.information} is no Admiralty code")
        if (self.source, self.information) != UNJUDGED and not ((self.by or "").strip() and self.at is not None):
            raise InvalidClaim("grade", "only a person grades: a grade other than F6 has a name and a time")
        if self.at is not None and self.at.tzinfo is None:
            raise InvalidClaim("grade", "its time names no time zone")

    def __str__(self) -> str:
        return self.source + self.information
