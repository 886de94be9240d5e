"""A draft to a Report: sections, facts, language and id, and the refusal of a date that has not come yet."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.report import Part, Report
from counterclaim.reading.dates import date_in_address
from counterclaim.reading.facts import Draft, Facts
from counterclaim.reading.language import READ, language_of
from counterclaim.reading.structure import Division, divide

_ID_LENGTH = 16
_AHEAD = dt.timedelta(days=1)


def finish(draft: Draft, *, published: dt.date | None = None, today: dt.date | None = None) -> Iterator[Report | UnreadableInput]:
    """Give the report that `draft` holds, then an error for each thing that was wrong with it though it could be read.

    `published` wins over what the input tells, that over what the text tells, that over the web address. A date that
    was found and lies more than a day (the width of the time zones) after `today` is refused: the report has none.
    """
    if not any(character.isalnum() for character in draft.text):
        yield UnreadableInput(draft.source, "it holds no words", place=draft.place, way_out="give an input with a text in it")
        return
    division = divide(draft.text, title=draft.given.title, blocks=draft.blocks)
    facts = draft.given.or_else(division.facts)
    facts = facts.or_else(Facts(published=date_in_address(facts.url or "")))
    late = published is None and today is not None and facts.published is not None and facts.published > today + _AHEAD
    yield _report(draft, division, replace(facts, published=published or (None if late else facts.published)))
    if late:
        reason = f"its date, {facts.published}, lies after today, {today}; it was read without a date"
        yield UnreadableInput(draft.source, reason, place=draft.place, way_out="give the right date with --published")
    for reason, way_out in draft.notices:
        yield UnreadableInput(draft.source, reason, place=draft.place, way_out=way_out)


def content_id(text: str, url: str | None = None) -> str:
    """Give the id of a report that has none: a hash of its address, if it has one, and its text."""
    return hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:_ID_LENGTH]


def _report(draft: Draft, division: Division, facts: Facts) -> Report:
    story = " ".join(draft.text[s.start : min(s.end, s.start + 3000)] for s in division.sections[:40] if s.part is not Part.METADATA)
    language = language_of(story or draft.text)
    return Report(
        id=facts.id or content_id(draft.text, facts.url),
        text=draft.text,
        raw_sha256=draft.raw_sha256,
        sections=division.sections,
        title=facts.title,
        outlet=facts.outlet,
        byline=facts.byline,
        published=facts.published,
        language=language,
        url=facts.url,
        path=draft.path,
        unread=None if language == READ else f"language: {language}",
    )
