"""What is known about a report beside its text, and the draft that a report is made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace

from counterclaim.claims.report import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file, a page or a row tells about its report; None where it tells nothing."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: dt.date | None = None
    url: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """Give these facts, with what they lack taken from `other`."""
        missing = {field.name: getattr(other, field.name) for field in fields(self) if getattr(self, field.name) is None}
        return replace(self, **missing)


NOTHING = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text that its input marked off; `part` is None where only its words can tell what it is."""

    start: int
    end: int
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text with what its input told about it, before the text itself is looked at.

    `source` and `place` name it in errors ("war.csv", "line 7"). `blocks` is None for plain text. Each of `notices` is
    a (reason, way out) that the person ought to see although the text was read.
    """

    text: str
    raw_sha256: str
    source: str
    given: Facts = NOTHING
    place: str | None = None
    path: str | None = None
    blocks: tuple[Block, ...] | None = None
    notices: tuple[tuple[str, str], ...] = ()
