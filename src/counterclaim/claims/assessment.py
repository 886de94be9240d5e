"""What a named person makes of one claim: a fact with a reason and a time, which no score makes, moves or overwrites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counterclaim.claims import admiralty
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.incident import standing


class Rating(StrEnum):
    """How far a person thinks that a claim holds. There is no value for confirmed: each is one person's view of one claim."""

    SUPPORTED = "supported"
    PLAUSIBLE = "plausible"
    DOUBTFUL = "doubtful"
    REFUTED = "refuted"
    UNRESOLVED = "unresolved"


SCALE: Final[Mapping[Rating, int]] = {Rating.REFUTED: 1, Rating.DOUBTFUL: 2, Rating.PLAUSIBLE: 3, Rating.SUPPORTED: 4}
"""Ratings from worst to best; who leaves a claim unresolved gives no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A person's word on one claim: a rating, an Admiralty code, or both, with the reason.

    It is about the words of the claim, which its id stands for, so that it outlives a better reading of them. `undoes` is
    the id of the assessment that this one takes back; then rating and code repeat those taken back. Nothing is deleted.
    """

    id: str
    claim: str
    rating: Rating | None
    admiralty: str | None
    by: str
    at: dt.datetime
    why: str | None
    undoes: str | None = None

    def __post_init__(self) -> None:
        if self.rating is None and self.admiralty is None:
            raise InvalidClaim("assessment", "it has a rating, an Admiralty code, or both")
        if self.admiralty is not None and admiralty.checked(self.admiralty) != self.admiralty:
            raise InvalidClaim("admiralty", f"{self.admiralty!r} is not in capitals")
        if not self.by.strip():
            raise InvalidClaim("assessment", "only a person assesses: it has that person's name")
        if self.undoes is None and not (self.why or "").strip():
            raise InvalidClaim("assessment", "it has a reason")
        if self.at.tzinfo is None:
            raise InvalidClaim("assessment", "its time names no time zone")

    def __str__(self) -> str:
        """Give rating and code.

        >>> when = dt.datetime(2021, 9, 6, tzinfo=dt.UTC)
        >>> str(Assessment(id="1", claim="x", rating=Rating.DOUBTFUL, admiralty="C4", by="Ann", at=when, why="no film of it"))
        'doubtful, C4'
        """
        return ", ".join(part for part in (self.rating, self.admiralty) if part)


def holding(assessments: Iterable[Assessment]) -> dict[str, tuple[Assessment, ...]]:
    """Give by claim what holds: the last word of each person that was not taken back, oldest first.

    Two people may see one claim differently; neither overwrites the other.

    >>> when = dt.datetime(2021, 9, 6, tzinfo=dt.UTC)
    >>> first = Assessment(id="1", claim="x", rating=Rating.DOUBTFUL, admiralty=None, by="Ann", at=when, why="one source")
    >>> later = Assessment(id="2", claim="x", rating=Rating.PLAUSIBLE, admiralty="B3", by="Ann", at=when, why="two sources")
    >>> other = Assessment(id="3", claim="x", rating=Rating.REFUTED, admiralty=None, by="Bo", at=when, why="I was there")
    >>> [(one.by, str(one)) for one in holding([first, later, other])["x"]]
    [('Ann', 'plausible, B3'), ('Bo', 'refuted')]
    """
    last: dict[tuple[str, str], Assessment] = {}
    for one in standing(assessments):
        last[one.claim, one.by] = one
    found: dict[str, tuple[Assessment, ...]] = {}
    for one in sorted(last.values(), key=lambda one: (one.at, one.id)):
        found[one.claim] = (*found.get(one.claim, ()), one)
    return found
