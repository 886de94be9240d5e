"""One published text, and the parts that it is made of."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.claims.errors import InvalidClaim


class Part(StrEnum):
    """What a stretch of a report is. Everything but METADATA is read for claims."""

    HEADLINE = "headline"
    DECK = "deck"
    HEADING = "heading"
    CAPTION = "caption"
    BODY = "body"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch `text[start:end]` of a report that is one kind of text: one heading, or one paragraph."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. Offsets everywhere are Unicode code points into `text`.

    `sha256` is of `text` in UTF-8; `raw_sha256` of the bytes that were read. `sections` are in order, do not
    overlap, and leave out only white space. `copy_of` is the id of an earlier report that this one repeats almost
    word for word. `unread` tells why no claims are sought in it ("language: ru"), and is None where they are.
    """

    id: str
    text: str
    raw_sha256: str
    sections: tuple[Section, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: dt.date | None = None
    language: str = "en"
    url: str | None = None
    path: str | None = None
    copy_of: str | None = None
    unread: str | None = None

    def __post_init__(self) -> None:
        end = 0
        for section in self.sections:
            if not end <= section.start < section.end <= len(self.text):
                raise InvalidClaim("report.sections", f"{section.start}:{section.end} is empty, overlaps or lies outside the text")
            end = section.end

    @property
    def sha256(self) -> str:
        """The SHA-256 of the normalised text in UTF-8, as hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()
