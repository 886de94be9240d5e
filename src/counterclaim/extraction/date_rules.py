"""Rules for dates that name a day, a month, a season or a year."""

from __future__ import annotations

import datetime as dt
import re

from counterclaim.extraction import date_values as values
from counterclaim.extraction.date_grammar import Frame, Phrase, Reading, rule
from counterclaim.extraction.date_lexicon import PARTS, words
from counterclaim.extraction.date_values import DateForm, Interval, days, unknown

PREFIX = "(e=early dash?|the? e2=edge of)? "
PART_CODES = {"early": "START", "start": "START", "beginning": "START", "mid": "MID", "middle": "MID"}
NOON = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2})?\s?([ap])?", re.IGNORECASE)
CENTURY, HALF_DAY, PIVOT, LONG_BACK, NEAR = 100, 12, 32, 7, 45
ATTACKS = frozenset(words("attack attacks terrorist terror hijackings hijackers"))
BEARERS = frozenset(words("movement brigade brigades battalion division front revolution bridge square street avenue neighborhood"))


def part_of(phrase: Phrase) -> str:
    """Give START, MID or END where the words say early, mid, late or the like; empty where they do not."""
    word = phrase.word("e") or phrase.word("e2")
    return PART_CODES.get(word, "END") if word else ""


def daypart(word: str) -> str:
    """Give the TIMEX3 suffix of a part of the day, or of noon and midnight."""
    return PARTS.get(word) or NOON.get(word, "")


def clock_suffix(text: str) -> str:
    """Give the TIMEX3 suffix of a time of day; empty where the figures are none.

    >>> clock_suffix("7:30 p.m."), clock_suffix("1800"), clock_suffix("1 pm")
    ('T19:30', 'T18:00', 'T13:00')
    """
    found = CLOCK.match(text)
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}"


def year_of(frame: Frame, month: int, day: int = 0) -> int | None:
    """Give the year of a month, or of a day, without one.

    The most recent; the next after a future, or where the day comes within weeks (nobody leaves out the year of a day
    eleven months back: in two sets of news 42 of 43 such days were to come); that of the story so far in a history.
    """
    if frame.narrative and frame.previous and frame.previous.earliest:
        return story_year(frame.previous, month)
    if frame.published is None:
        return None
    published = frame.published
    here, there = (month, day), (published.month, published.day)
    if frame.future:
        return published.year + (here < there and month != published.month)
    if day and 0 < days_ahead(published, month, day) <= NEAR:
        return published.year + (here < there)
    return published.year - (here > there if day else month > published.month)


def days_ahead(published: dt.date, month: int, day: int) -> int:
    """Give how many days after publication such a day comes next; 0 if there is none."""
    for year in (published.year, published.year + 1):
        date = safe_date(year, month, day)
        if date and date >= published:
            return (date - published).days
    return 0


def story_year(previous: Interval, month: int) -> int | None:
    """Give the year of the date before, or the next where a story has gone from its end to the start of a year."""
    if previous.earliest is None:
        return None
    late = previous.precision is not None and previous.precision < values.YEAR_PRECISION and previous.earliest.month - month >= LONG_BACK
    return previous.earliest.year + late


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """Give the date, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def told_year(phrase: Phrase, frame: Frame, month: int, day: int = 0) -> int | None:
    """Give the year that the words tell, or else the one that they mean."""
    return phrase.number("y") if phrase.has("y") else year_of(frame, month, day)


def suffix_of(phrase: Phrase) -> str:
    """Give the suffix that a clock or a part of the day in the phrase gives to the day."""
    if phrase.has("c"):
        start, end = phrase.place("c")
        return clock_suffix(phrase.tokens.text[start:end])
    return daypart(phrase.word("p"))


def read_day(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "Thursday, October 1", "3 May 2022", "the night of January 4"."""
    month, day = phrase.month(), phrase.number("d")
    year = told_year(phrase, frame, month, day)
    if year is None:
        return Reading(interval=unknown(f"XXXX-{month:02d}-{day:02d}{suffix_of(phrase)}"))
    if phrase.has("w") and not phrase.has("y"):
        year = year_by_weekday(year, month, day, phrase.weekday())
    named = (month, day) == (9, 11) and not phrase.has("y") and phrase.follows().lower() in ATTACKS
    date = safe_date(2001 if named else year, month, day)
    if date is None:
        return None
    return Reading(interval=values.one_day(date, suffix_of(phrase)), name=named or phrase.follows().lower() in BEARERS)


def year_by_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """Give the year at hand in which the day falls on the weekday that is told with it."""
    for near in (year, year - 1, year + 1):
        date = safe_date(near, month, day)
        if date and date.weekday() == weekday:
            return near
    return year


def read_short_year(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read the wire's "19 APR 89"."""
    short = phrase.number("yy")
    if not phrase.tokens.raw(phrase.found.start("m")).isupper() or not PIVOT <= short < CENTURY:
        return None
    date = safe_date(1900 + short, phrase.month(), phrase.number("d"))
    return Reading(interval=values.one_day(date)) if date and frame else None


def read_days(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read several days of one month: "October 3, 4 and 5", "27-28 September", "between 12 and 14 May"."""
    month, first, last = phrase.month(), phrase.number("d1"), phrase.number("d2")
    year = told_year(phrase, frame, month, last)
    if counted(phrase):
        return None
    parts = day_parts(phrase, month, year)
    if year is None:
        value = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}"
        return Reading(interval=unknown(value), form=DateForm.RANGE, parts=parts)
    start, end = safe_date(year, month, first), safe_date(year, month, last)
    if start is None or end is None or start >= end:
        return None
    return Reading(interval=days(start, end, f"{start}/{end}"), form=DateForm.RANGE, parts=parts)


def counted(phrase: Phrase) -> bool:
    """Tell whether the last figure of a list counts what follows: "October 3 and 12 soldiers"."""
    after = phrase.follows()
    ends_in_day = phrase.found.end("d2") == phrase.last
    return ends_in_day and after.islower() and after.endswith("s") and after not in {"was", "as", "has"}


def day_parts(phrase: Phrase, month: int, year: int | None) -> tuple[tuple[int, int, str], ...]:
    """Give each day of a list as its own span and value; the month goes with its neighbour."""
    head = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    places = {g: phrase.place(g) for g in ("d1", "d2")}
    month_first = phrase.found.start("m") < phrase.found.start("d1")
    start, end = phrase.place("m")
    if month_first:
        places["d1"] = (start, places["d1"][1])
    if not month_first:
        places["d2"] = (places["d2"][0], end)
    if phrase.has("y"):
        places["d2"] = (places["d2"][0], phrase.place("y")[1])
    return tuple((*places[g], f"{head}-{phrase.number(g):02d}") for g in ("d1", "d2"))


def read_month(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "July 1995", "early July", "the end of March", "in January"."""
    month = phrase.month()
    year = told_year(phrase, frame, month)
    if year is None:
        return Reading(interval=unknown(f"XXXX-{month:02d}"))
    return month_reading(phrase, frame, year, month)


def month_reading(phrase: Phrase, frame: Frame, year: int, month: int) -> Reading:
    """Give a month, or the part of it that the words name."""
    part = part_of(phrase)
    interval = values.part_of_month(part, year, month) if part else values.month(year, month)
    return Reading(interval=values.clip(interval, None if frame.future else frame.published))


def read_near_month(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "last January", "next March", "this May"."""
    anchor = frame.anchor
    month = phrase.month()
    if anchor is None:
        return Reading(interval=unknown(f"XXXX-{month:02d}"))
    later, word = month > anchor.month, phrase.word("k")
    year = anchor.year
    if word in {"last", "past", "previous"}:
        year -= month >= anchor.month
    if word in {"next", "coming", "following", "upcoming"}:
        year += not later
    return month_reading(phrase, frame, year, month)


def read_month_of_year(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "January this year", "June last year", "September of that year"."""
    anchor, month, day = frame.anchor, phrase.month(), phrase.number("d")
    if phrase.word("k") in {"that", "same"} and frame.previous and frame.previous.earliest:
        anchor = frame.previous.earliest
    if anchor is None:
        return Reading(interval=unknown(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")))
    year = anchor.year + {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}.get(phrase.word("k"), 0)
    if not day:
        return month_reading(phrase, frame, year, month)
    date = safe_date(year, month, day)
    return Reading(interval=values.one_day(date)) if date else None


def read_year(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "2014", "early 2008", "the end of 1944"; a year of the present ends with the publication."""
    number, part = phrase.number("y"), part_of(phrase)
    interval = values.part_of_year(part, number) if part else values.year(number)
    return Reading(interval=values.clip(interval, frame.published))


def read_years(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "1991-92"."""
    first = phrase.number("y")
    last = first // CENTURY * CENTURY + phrase.number("yy")
    if last <= first or len(phrase.word("yy")) != 2:  # noqa: PLR2004
        return None
    parts = ((*phrase.place("y"), str(first)), (*phrase.place("yy"), str(last)))
    return Reading(interval=values.years(first, last, f"{first}/{last}"), form=DateForm.RANGE, parts=parts)


def read_ancient(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "490 BC": a value, and no day of any calendar here."""
    return Reading(interval=unknown(f"BC{phrase.number('y'):04d}"))


def read_decade(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "the 1990s", "the late 80s"; "in his 80s" is an age."""
    digits = "".join(c for c in phrase.word("ds") if c.isdigit())
    if len(digits) == 2 and phrase.tokens.word(phrase.first) != "the":  # noqa: PLR2004
        return None
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)  # noqa: PLR2004
    span = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(part_of(phrase), (0, 9))
    return Reading(interval=values.years(first + span[0], first + span[1], f"{first // 10:03d}X"))


def read_century(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "the 19th century"."""
    number = phrase.number("o")
    if not number or phrase.unit() != "century":
        return None
    return Reading(interval=values.years(number * CENTURY - 99, number * CENTURY, f"{number - 1:02d}XX"))


def read_season(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the summer of 2014", "last winter", "in the autumn"; "fall" only beside a year, "last" or "this"."""
    code, word = phrase.season(), phrase.word("k")
    if phrase.word("s") == "fall" and (phrase.has("t") or not (phrase.has("y") or word)):
        return None
    told = phrase.has("y") or word or phrase.has("t") or (phrase.first == phrase.found.start("s") and bare_season(phrase))
    if not told or phrase.follows().lower() in {"of", "offensive", "offensives"}:
        return None
    anchor = frame.anchor
    if phrase.has("yy"):
        return over_new_year(phrase)
    if not phrase.has("y") and anchor is None:
        return Reading(interval=unknown(f"XXXX-{code}"))
    year = phrase.number("y") if anchor is None or phrase.has("y") else season_year(code, word, anchor, frame)
    return Reading(interval=values.clip(values.season(code, year), None if frame.future else frame.published))


def over_new_year(phrase: Phrase) -> Reading | None:
    """Read "the winter of 2014-15" as December to February."""
    year = phrase.number("y")
    if phrase.season() != "WI" or (year + 1) % CENTURY != phrase.number("yy"):
        return None
    first, last = values.month(year, 12), values.month(year + 1, 2)
    return Reading(interval=days(first.earliest, last.latest, f"{year}-WI", values.YEAR_PRECISION))


def bare_season(phrase: Phrase) -> bool:
    """Tell whether a preposition of time stands before a bare season: "in spring", "since winter"."""
    return phrase.tokens.raw(phrase.first - 1).lower() in {"in", "by", "since", "during", "until"}


def season_year(code: str, word: str, anchor: dt.date, frame: Frame) -> int:
    """Give the year of a season that is told without one."""
    whole = values.season(code, anchor.year)
    if frame.narrative or word in {"this", "that"}:
        return anchor.year
    if word in {"next", "coming"}:
        return anchor.year + (whole.earliest is not None and whole.earliest <= anchor)
    if code == "WI":
        return anchor.year - 1
    over = whole.latest if word in {"last", "past"} else whole.earliest
    return anchor.year - (over is not None and over > anchor)


def read_numeric(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read 2021-09-05, 25/09/2021 and 9/25/21; where day and month could change places, only the year is sure."""
    start, end = phrase.place("n")
    fields = [int(f) for f in re.split(r"[-/.]", phrase.tokens.text[start:end])]
    if "-" in phrase.tokens.text[start:end]:
        date = safe_date(*fields)
        return Reading(interval=values.one_day(date)) if date and frame else None
    first, second, year = fields[0], fields[1], fields[2] + (2000 if fields[2] < CENTURY else 0)
    if max(first, second) > HALF_DAY or first == second:
        month, day = (first, second) if second > HALF_DAY else (second, first)
        date = safe_date(year, month, day)
        return Reading(interval=values.one_day(date)) if date else None
    return Reading(interval=unknown(f"{year:04d}-XX-XX"))


def read_nine_eleven(_: Phrase, __: Frame) -> Reading:
    """Read "9/11", which is a name as much as a date."""
    return Reading(interval=values.one_day(dt.date(2001, 9, 11)), name=True)


def read_part_of_year(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the first half of 2021", "the first three months of this year"."""
    anchor = frame.anchor
    year = phrase.number("y") if phrase.has("y") else anchor.year + (phrase.word("k") == "last") * -1 if anchor else 0
    length = 6 if phrase.has("h") else phrase.number("n") * (phrase.unit() == "month" if phrase.has("u") else 0)
    order = phrase.number("o") - 1
    if not year or not length or (phrase.has("u2") and phrase.unit("u2") != "year"):
        return None
    first, last = (12 - length + 1, 12) if phrase.has("l") else (order * length + 1, (order + 1) * length)
    if first < 1 or last > HALF_DAY:
        return None
    value = f"{year:04d}-H{(first > length) + 1}" if phrase.has("h") else f"{year:04d}"
    whole = days(values.month(year, first).earliest, values.month(year, last).latest, value, values.YEAR_PRECISION)
    return Reading(interval=values.clip(whole, frame.published))


def read_quarter(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the third quarter of 1989"; without a year the latest that is over."""
    number = phrase.number("o")
    if phrase.unit() != "quarter" or not 1 <= number <= 4:  # noqa: PLR2004
        return None
    anchor = frame.anchor
    if phrase.has("y"):
        return Reading(interval=values.quarter(number, phrase.number("y")))
    if anchor is None:
        return Reading(interval=unknown(f"XXXX-Q{number}"))
    ended: Interval = values.quarter(number, anchor.year)
    year = anchor.year - (ended.earliest is not None and ended.earliest > anchor)
    return Reading(interval=values.quarter(number, year))


DAY_FIRST_PATTERN = "d1=monthday (comma monthday)* comma? (and|or|span) d2=monthday of? m=month (comma? y=year)?"
LAST_OR_FIRST = "the? (o=ordinal|l=last|latest) "
OF_YEAR = "((y=year)|((the|k=this|last) u2=unit))"
ABSOLUTE = (
    rule("numeric", "n=iso", read_numeric),
    *(
        rule("UCDP-A2:day", head + "(w=weekday comma?)? " + day + " (comma? y=year)?", read_day)
        for head in ("(the? p=daypart (of|on|comma)?)? ", "c=clock zone? (on|comma|of)* ")
        for day in ("m=month d=monthday", "d=day m=month", "the? d=dayord of? m=month")
    ),
    *(
        rule("UCDP-A2:day", "((early|earlier|later) on?)? w=weekday p=daypart comma? " + day + " (comma? y=year)?", read_day)
        for day in ("m=month d=monthday", "d=day m=month", "the? d=dayord of? m=month")
    ),
    rule("short year", "d=day m=month yy=number", read_short_year),
    rule("days of a month", "m=month d1=monthday (comma monthday)* comma? (and|or|span) d2=monthday (comma? y=year)?", read_days),
    rule("days of a month", DAY_FIRST_PATTERN, read_days),
    rule("UCDP-A2:month", PREFIX + "m=month (comma|of)? y=year", read_month),
    rule("UCDP-A2:month", "e=early in m=month (y=year)?", read_month),
    rule("UCDP-A2:month", PREFIX + "m=month", read_month),
    rule("UCDP-A2:month", PREFIX + "k=last|previous|next|following|this m=month", read_near_month),
    rule(
        "month of a year",
        PREFIX + "m=month (d=monthday)? (of|in)? the? k=this|that|last|previous|next|following same? u=unit",
        read_month_of_year,
    ),
    rule("UCDP-A2:year", PREFIX + "y=year", read_year),
    rule("UCDP-A2:year", "e=early in y=year", read_year),
    rule("years", "y=year dash yy=day|number", read_years),
    rule("ancient", PREFIX + "y=num|year bc", read_ancient),
    rule("nine eleven", "nine", read_nine_eleven),
    rule("part of a year", LAST_OR_FIRST + "h=half of " + OF_YEAR, read_part_of_year),
    rule("part of a year", LAST_OR_FIRST + "n=num u=unit of " + OF_YEAR, read_part_of_year),
    rule("decade", "the? (e=early dash?)? ds=decade", read_decade),
    rule("century", "the? o=ordinal|dayord dash? u=unit", read_century),
    rule("quarter", "the? o=ordinal|dayord dash? u=unit (of|in)? (y=year)?", read_quarter),
    rule("season", PREFIX + "(t=the|k=last|next|this|that|previous)? s=season ((of|comma)? y=year (dash yy=day|number)?)?", read_season),
    rule("season", "(?<=in|by|since|during|until) s=season", read_season),
)
