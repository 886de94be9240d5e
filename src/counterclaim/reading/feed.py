"""RSS and Atom feeds, one report an entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import feedparser

from counterclaim.claims.errors import UnreadableInput
from counterclaim.reading.dates import read_date
from counterclaim.reading.facts import Draft, Facts
from counterclaim.reading.page import assemble, fragment_pieces

_WAY_OUT = "give an RSS or Atom file; a page must begin with <!doctype html> or <html>"


def read_feed(data: bytes, source: str, *, path: str | None = None) -> Iterator[Draft | UnreadableInput]:
    """Give a draft for each entry of a feed: its title over its content, or over its summary where that is all.

    The outlet is the entry's own source, else the feed's title; the day is the one written, in its own time zone.
    `raw_sha256` is of the whole feed.

    Raises:
        UnreadableInput: The bytes are no feed.
    """
    feed = feedparser.parse(data, sanitize_html=False)
    if not feed.get("version") and not feed.entries:
        raise UnreadableInput(source, "not a feed", place=_where(feed), way_out=_WAY_OUT)
    if not feed.entries:
        raise UnreadableInput(source, "a feed without entries", place=_where(feed), way_out="fetch it again, or leave it out")
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(feed.entries, start=1):
        yield _draft(entry, feed.feed, Draft(text="", raw_sha256=digest, source=source, place=f"entry {number}", path=path))
    if feed.bozo and _is_broken(feed.bozo_exception):
        reason = f"its XML is broken; {len(feed.entries)} entries could be read"
        yield UnreadableInput(source, reason, place=_where(feed), way_out="fetch it again: entries may be missing")


def _draft(entry: Any, feed: Any, base: Draft) -> Draft | UnreadableInput:
    title = " ".join(words for words, _ in fragment_pieces(entry.get("title", ""))) or None
    bodies = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    text, blocks = assemble(title, [piece for body in bodies for piece in fragment_pieces(body)])
    if not text:
        return UnreadableInput(base.source, "an entry without words", place=base.place, way_out="leave it out")
    dates = (read_date(entry[name]) for name in ("published", "updated") if entry.get(name))
    facts = Facts(
        title=title,
        outlet=entry.get("source", {}).get("title") or feed.get("title") or None,
        byline=entry.get("author") or None,
        published=next((date for date in dates if date), None),
        url=entry.get("link") or None,
    )
    return Draft(text=text, raw_sha256=base.raw_sha256, source=base.source, place=base.place, path=base.path, given=facts, blocks=blocks)


def _is_broken(error: object) -> bool:
    return hasattr(error, "getLineNumber")


def _where(feed: Any) -> str | None:
    error = feed.get("bozo_exception")
    return f"line {error.getLineNumber()}" if _is_broken(error) else None
