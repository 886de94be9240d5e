"""One proposition about the conflict, in one report, by one asserter."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Final, Literal

from counterclaim.claims.attribution import Cue, Link, Source, Stance
from counterclaim.claims.count import Count, Unit
from counterclaim.claims.dates import Dates
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.event import Control, Kind, Modality, Mode, Polarity
from counterclaim.claims.place import Place

FORMAT: Final = "counterclaim/claim/1"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReference:
    """What a claim keeps of its report; `sha256` is of the normalised text in UTF-8."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: dt.date | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """The program, and its version, that made a claim out of words."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed claim. Field names and order are those of the JSON Lines format `counterclaim/claim/1`.

    `quote` is `text[start:end]`, exactly; `content` are the spans that the asserter vouches for. `source` is None
    where the outlet itself asserts. `evidence` gives the span behind any value that carries no words of its own.
    """

    format: Literal["counterclaim/claim/1"] = FORMAT
    id: str
    report: ReportReference
    start: int
    end: int
    quote: str
    content: tuple[Span, ...]
    source: Source | None
    cue: Cue | None = None
    chain: tuple[Link, ...] = ()
    stance: Stance = Stance.SAYS
    unverified: bool = False
    asserted_at: dt.date | None = None
    denies: str | None = None
    kind: Kind
    mode: Mode | None = None
    actor: str | None = None
    target: str | None = None
    negated: bool = False
    modality: Modality = Modality.HAPPENED
    polarity: Polarity | None = None
    counts: tuple[Count, ...] = ()
    control: Control | None = None
    place: Place | None = None
    dates: Dates | None = None
    evidence: dict[str, Span | None] = field(default_factory=dict)
    confidence: float | None = None
    extractor: Extractor

    @property
    def is_on_parts(self) -> bool:
        """Whether it is on places within its place or a part, not on the whole: "three villages in Kharkiv region", "most of Khartoum"."""
        parts = any(count.unit is Unit.PLACES for count in self.counts) or (self.place is not None and self.place.is_part)
        return self.control is not None and parts

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise InvalidClaim("quote", f"{self.start}:{self.end} does not frame {len(self.quote)} characters")
        if not self.content or any(a >= b for a, b in self.content):
            raise InvalidClaim("content", "at least one span, none of them empty")
        if self.kind is Kind.CONTROL and self.control is None:
            raise InvalidClaim("control", "a claim of kind control says who did what")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise InvalidClaim("confidence", f"{self.confidence} is not between 0 and 1")


def claim_id(sha256: str, content: tuple[Span, ...], source_words: str | None, kind: Kind, nth: int = 0) -> str:
    """Give the id: a hash of the text's sha256, the content, the words of the source and the kind.

    Neither confidence nor version nor resolved values are in it, so that a person's judgement stays with the words
    when the extractor gets better. `nth` tells apart claims that all of this does not: the second place of "Khinj
    and Unabah were captured" has 1. Twenty hexadecimal digits.
    """
    parts = [sha256, *(f"{a}-{b}" for a, b in content), source_words or "", kind, str(nth)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
