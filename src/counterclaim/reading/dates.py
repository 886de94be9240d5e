"""Absolute dates, complete to the day, in lines about a report; never in its body."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"\b(?P<name>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[-\s]\s*(?P<name>{MONTH})\s*[-,]?\s*(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)"),
)
_EITHER_ORDER = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")

_TIMES = re.compile(
    rf"""
    \b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?
    | \b\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?\b | \b\d{{1,2}}\s*[ap]\.?m\b\.? | \b[ap]\.?m\b\.?(?=\W|[A-Z]|$)
    | \b(?:gmt|utc|ist|est|edt|et|pst|pdt|cet|cest|eet|eest|msk|bst|amt|amst|pkt|aft|eat|irst|trt)\b(?:\s*[+-]\s*\d{{1,2}}(?::?\d\d)?)?
    | [+-]\d\d:\d\d\b
    | \b(?:\d+|an?)\s+(?:second|minute|min|hour|day|week|month|year)s?\s+ago\b
    | \b(?:at|on|the|local\s+time|hrs?|hours)\b
    | \b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\b | \b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*[ap]\.?m\b|\bago\b", re.IGNORECASE)


def find_date(words: str) -> dt.date | None:
    """Give the first date in `words` that is complete and can be read in one way only.

    `06/09/2021` could be June or September, and gives None; `27/09/2020` cannot.

    >>> find_date("Last updated on Sep 05, 2021, 11:30 pm")
    datetime.date(2021, 9, 5)
    >>> find_date("06/09/2021") is None
    True
    """
    found = [(match.start(), date) for form in _FORMS for match in form.finditer(words) if (date := _of(match)) is not None]
    found += [(match.start(), date) for match in _EITHER_ORDER.finditer(words) if (date := _either(match)) is not None]
    return min(found)[1] if found else None


def read_date(value: str) -> dt.date | None:
    """Give the day that a metadata value names, in the time zone that it was written in; None where it cannot be read.

    Reads ISO 8601, RFC 822, `20210905T101500Z` and the forms of `find_date`.

    >>> read_date("Mon, 06 Sep 2021 01:30:00 +0500")
    datetime.date(2021, 9, 6)
    """
    value = value.strip()
    if compact := _COMPACT.fullmatch(value):
        return _date(*(int(part) for part in compact.groups()))
    if found := find_date(value[:80]):
        return found
    try:
        return parsedate_to_datetime(value[:80]).date()
    except (ValueError, IndexError, OverflowError):
        return None


def date_in_address(url: str) -> dt.date | None:
    """Give the day that stands in the path of a web address, as in `/2021/09/05/`."""
    match = _IN_ADDRESS.search(url)
    return _date(*(int(part) for part in match.groups())) if match else None


def without_dates(words: str) -> str:
    """Give `words` without dates, weekdays, times of day and the signs around them: empty where nothing else was there.

    >>> without_dates("September 27, 2020 - 10:36 AMT")
    ''
    """
    for form in (*_FORMS, _EITHER_ORDER, _TIMES):
        words = form.sub(" ", words)
    return " ".join(re.sub(r"[\s|·•/,;:()\[\]–—-]+", " ", words).split()).strip(" .")


def has_time(words: str) -> bool:
    """Tell whether a time of day, or how long ago, stands in `words`."""
    return _CLOCK.search(words) is not None


def _of(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    month = MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])
    return _date(int(parts["year"]), month, int(parts["day"]))


def _either(match: re.Match[str]) -> dt.date | None:
    first, second, year = (int(part) for part in match.groups())
    if first > 12 or first == second:  # noqa: PLR2004 - twelve months
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None  # noqa: PLR2004


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
