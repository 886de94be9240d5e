"""Who vouches for a content, in which words, and how it reached the reader (PARC 3, PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who vouches: the name as the report gives it, and the side that the source speaks for.

    `party` is a side of the conflict, or `civilian`, `witness`, `un`, `ngo`, `media`, `third_state`, `unknown`.
    `start` and `end` are None where the name is not in so many words in the claim's own report.
    """

    name: str
    party: str | None = None
    role: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that say that something is said: `said`, `according to`, `reportedly`."""

    text: str
    start: int
    end: int


class LinkRole(StrEnum):
    """What a link of a chain is, from the asserter outward."""

    SPOKESPERSON = "spokesperson"
    CHANNEL = "channel"
    RELAY = "relay"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step on the way from the asserter to the reader."""

    role: LinkRole
    name: str
    start: int | None = None
    end: int | None = None


class Stance(StrEnum):
    """How the asserter stands to the content. Whether anybody could verify it is another question."""

    SAYS = "says"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    CONCEDES = "concedes"
    DENIES = "denies"
    ACCUSES = "accuses"
    REPORTS = "reports"
