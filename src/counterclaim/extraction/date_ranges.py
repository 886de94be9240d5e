"""Ranges that two date expressions make: "from Friday to Sunday", "1992-1994", "between 28 June and 3 July 1863"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from counterclaim.extraction import date_values as values
from counterclaim.extraction.date_values import DateForm, DateMention, Interval

TO = re.compile(r"\s*(?:,?\s*(?:up\s+)?(?:to|until|till|through)\s+(?:the\s+)?|[-\u2013\u2014]\s*)\Z")
AND = re.compile(r"\s+and\s+(?:the\s+)?\Z")
SHARED = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|until|till|through)|[-\u2013\u2014])\s*(?:the\s+)?(?:\w+\s+)?\Z")
FOUR = re.compile(r"\d{4}")
DATED = frozenset({"UCDP-A2:day", "UCDP-A2:month"})


def join_ranges(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Give the mentions with the two ends of each range as one, and with years taken over from a neighbour that tells it."""
    mentions = share_years(text, mentions)
    joined: list[DateMention] = []
    for mention in mentions:
        both = as_range(text, joined[-1], mention) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(mention)
    return joined


def share_years(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Give "June 28 and July 3, 1863" one year."""
    given = list(mentions)
    for index in range(len(given) - 2, -1, -1):
        first, second = given[index], given[index + 1]
        near = first.rule in DATED and second.rule in DATED and SHARED.match(text[first.end : second.start])
        if near and not FOUR.search(first.text) and FOUR.search(second.text) and first.core and second.core:
            given[index] = moved(first, first.core, second.core)
    return given


def moved(mention: DateMention, core: Interval, to: Interval) -> DateMention:
    """Give the mention in the year of another, or the year before where it would come after that one."""
    if core.earliest is None or core.latest is None or to.earliest is None:
        return mention
    year = to.earliest.year
    if (core.earliest.month, core.earliest.day) > (to.earliest.month, to.earliest.day):
        year -= 1
    try:
        first, last = core.earliest.replace(year=year), core.latest.replace(year=year)
    except ValueError:
        return mention
    value = f"{year:04d}{core.value[4:]}"
    both = values.days(first, last, value, core.precision)
    opened = replace(mention, earliest=None if mention.earliest is None else first, latest=None if mention.latest is None else last)
    return replace(opened, value=value, core=both)


def as_range(text: str, first: DateMention, second: DateMention) -> DateMention | None:
    """Give the range from one mention to the next, where words between them make one."""
    between = text[first.end : second.start]
    linked = TO.match(between) or (first.lead == "between" and AND.match(between))
    plain = {first.form, second.form} <= {DateForm.DATE} and "REF" not in first.value + second.value
    if not linked or not plain or not first.core or not second.core:
        return None
    start, end = ends(first, second)
    if start and end and start > end:
        return None
    core = values.days(start, end, f"{first.value}/{second.value}")
    return replace(
        first,
        text=text[first.start : second.end],
        end=second.end,
        earliest=start,
        latest=end,
        precision=core.precision,
        form=DateForm.RANGE,
        value=core.value,
        rule="range",
        window=False,
        core=core,
        parts=((first.start, first.end, first.value), (second.start, second.end, second.value)),
    )


def ends(first: DateMention, second: DateMention) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day; a weekday that would come after the other is a week earlier."""
    start = first.core.earliest if first.core else None
    end = second.core.latest if second.core else None
    if start and end and start > end and "weekday" in first.rule and "weekday" in second.rule:
        start -= values.DAY * values.WEEK
    return start, end
