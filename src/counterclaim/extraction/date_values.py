"""What a date expression says, and the calendar that turns it into days (UCDP GED codebook 23.1, Appendix 2)."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

DAY = dt.timedelta(days=1)
WEEK = 7
YEAR_PRECISION = 5


class DateForm(StrEnum):
    """What kind of expression the words are."""

    DATE = "date"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"
    TIME_OF_DAY = "time_of_day"
    ANAPHORIC = "anaphoric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The first and the last day, either of them open, with UCDP's date_prec and a TIMEX3 value."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: int | None
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far an anaphoric expression lies from the date that it leans on: "two days later" is 2 units of "day".

    `suffix` is the part of the day in TIMEX3 ("TNI").
    """

    unit: str
    count: int
    suffix: str = ""

    def apply(self, anchor: dt.date) -> Interval | None:
        """Give the interval, from the day that the words lean on; None where it would leave the calendar.

        >>> Shift(unit="day", count=1).apply(dt.date(2021, 9, 5)).value
        '2021-09-06'
        """
        try:
            return SHIFTS[self.unit](anchor, self.count, self.suffix)
        except (OverflowError, ValueError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression: its words, the days that they allow, and what kind of expression it is.

    `earliest` and `latest` are the days as a claim needs them: "since Thursday" runs to publication, "until Friday" is
    open at the start; either is None where the words or a missing publication date leave it open. `core` holds the days
    of the bare words ("Thursday"). `precision` is UCDP's date_prec, 1 to 5. `value` is a TIMEX3 value. `lead` is the
    preposition before the span and `lead_start` where it stands (`start` if there is none), so that
    `text[lead_start:end]` reads "since Thursday". A lead "since" may open the clause that the date ends ("since a war
    ended in 1994"): `window` is then False, `earliest` and `latest` are the bare days, and what has lasted since runs
    from `earliest` to publication. `window` is True for a span over which something is counted. `name` is
    True where the date is part of a name ("the September 11 attacks"). `parts` are the single expressions that a range
    is made of, each with start, end and value. `rule` says which rule read the words.
    """

    text: str
    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None
    precision: int | None
    form: DateForm
    value: str
    rule: str
    window: bool = False
    name: bool = False
    lead: str = ""
    lead_start: int = 0
    core: Interval | None = None
    shift: Shift | None = None
    parts: tuple[tuple[int, int, str], ...] = ()

    def resolve(self, anchor: dt.date) -> Interval | None:
        """Give the days of an anaphoric expression from the date that it leans on; None for any other expression."""
        return self.shift.apply(anchor) if self.shift else None

    def expressions(self) -> tuple[tuple[int, int, str], ...]:
        """Give start, end and value of each single expression that TimeML marks: the two ends of a range apart, no "so far"."""
        if self.rule in {"to date", "anaphoric:then"}:
            return self.parts
        return self.parts or ((self.start, self.end, self.value),)


def length_precision(earliest: dt.date | None, latest: dt.date | None) -> int | None:
    """Give UCDP's date_prec of an interval by its length; None where either end is open."""
    if earliest is None or latest is None:
        return None
    days = (latest - earliest).days + 1
    for most, precision in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= most:
            return precision
    return YEAR_PRECISION


def days(earliest: dt.date | None, latest: dt.date | None, value: str, precision: int | None = None) -> Interval:
    """Give an interval with the precision that its length has, unless another is told."""
    return Interval(earliest=earliest, latest=latest, precision=precision or length_precision(earliest, latest), value=value)


def unknown(value: str) -> Interval:
    """Give an interval of which only the value is known."""
    return Interval(earliest=None, latest=None, precision=None, value=value)


def one_day(day: dt.date, suffix: str = "") -> Interval:
    """Give a single day."""
    return days(day, day, day.isoformat() + suffix)


def week(day: dt.date) -> Interval:
    """Give Monday to Sunday of the week that holds the day."""
    monday = day - DAY * day.weekday()
    return days(monday, monday + DAY * 6, week_value(day))


def week_value(day: dt.date) -> str:
    """Give the ISO week, "2021-W35"."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def weekend(day: dt.date) -> Interval:
    """Give Saturday and Sunday of the week that holds the day."""
    saturday = day - DAY * day.weekday() + DAY * 5
    return days(saturday, saturday + DAY, week_value(day) + "-WE")


def month(year: int, number: int) -> Interval:
    """Give a whole month."""
    last = calendar.monthrange(year, number)[1]
    return days(dt.date(year, number, 1), dt.date(year, number, last), f"{year:04d}-{number:02d}", 4)


def months_from(day: dt.date, count: int) -> Interval:
    """Give the whole month that lies so many months from the day's."""
    index = day.year * 12 + day.month - 1 + count
    return month(index // 12, index % 12 + 1)


def year(number: int) -> Interval:
    """Give a whole year."""
    return days(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}", YEAR_PRECISION)


def years(first: int, last: int, value: str) -> Interval:
    """Give the days from the first of January of one year to the end of another."""
    return days(dt.date(first, 1, 1), dt.date(last, 12, 31), value, YEAR_PRECISION)


def quarter(number: int, of_year: int) -> Interval:
    """Give the three months of a quarter, 1 to 4."""
    first, last = month(of_year, number * 3 - 2), month(of_year, number * 3)
    return days(first.earliest, last.latest, f"{of_year:04d}-Q{number}", YEAR_PRECISION)


def season(code: str, of_year: int) -> Interval:
    """Give the months of a northern season (SP, SU, FA); a winter may be either one of its year, so it spans the year."""
    first, last = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}.get(code, (1, 12))
    value = f"{of_year:04d}-{code}"
    return days(month(of_year, first).earliest, month(of_year, last).latest, value, YEAR_PRECISION)


def part_of_month(part: str, year_: int, number: int) -> Interval:
    """Give early (1-10), mid (10-20) or late (15 to the end), as UCDP reads them."""
    whole = month(year_, number)
    first, last = {"START": (1, 10), "MID": (10, 20)}.get(part, (15, calendar.monthrange(year_, number)[1]))
    return days(dt.date(year_, number, first), dt.date(year_, number, last), whole.value, 4)


def part_of_year(part: str, number: int) -> Interval:
    """Give January to April, May to August, or September to December, as UCDP reads early, mid and late."""
    first, last = {"START": (1, 4), "MID": (5, 8)}.get(part, (9, 12))
    return days(month(number, first).earliest, month(number, last).latest, f"{number:04d}", YEAR_PRECISION)


def part_of_week(part: str, day: dt.date) -> Interval:
    """Give Monday to Wednesday, Wednesday and Thursday, or Friday to Sunday ("late last week" in UCDP)."""
    monday = day - DAY * day.weekday()
    first, last = {"START": (0, 2), "MID": (2, 3)}.get(part, (4, 6))
    return days(monday + DAY * first, monday + DAY * last, week_value(day))


def clip(interval: Interval, latest: dt.date | None) -> Interval:
    """Give the interval cut at a day that it cannot pass; whole where it begins after that day."""
    if latest is None or interval.earliest is None or interval.latest is None or interval.earliest > latest:
        return interval
    cut = min(interval.latest, latest)
    return Interval(earliest=interval.earliest, latest=cut, precision=interval.precision, value=interval.value)


def shift_day(anchor: dt.date, count: int, suffix: str) -> Interval:
    """Give the day so many days from another."""
    return one_day(anchor + DAY * count, suffix)


def shift_weekday(anchor: dt.date, count: int, suffix: str) -> Interval:
    """Give the next weekday after a day, or the last one before it; the count is 1 for Monday to 7, below 0 for before."""
    distance = (abs(count) - 1 - anchor.weekday()) % WEEK or WEEK
    return one_day(anchor + DAY * (distance if count > 0 else distance - WEEK or -WEEK), suffix)


def shift_weeks(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the day so many weeks from another; the words are only as exact as a week."""
    day = anchor + DAY * WEEK * count
    return days(day, day, day.isoformat(), 3)


def shift_week(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the calendar week so many weeks from another."""
    return week(anchor + DAY * WEEK * count)


def shift_weekend(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the weekend so many weeks from another."""
    return weekend(anchor + DAY * WEEK * count)


def shift_month(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the calendar month so many months from another."""
    return months_from(anchor, count)


def shift_year(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the calendar year so many years from another."""
    return year(anchor.year + count)


def shift_decade(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the decade so many decades from another."""
    first = anchor.year // 10 * 10 + 10 * count
    return years(first, first + 9, f"{first // 10:03d}X")


def shift_century(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the hundred years so many centuries from another's."""
    first = anchor.year // 100 * 100 + 100 * count
    return years(first, first + 99, f"{first // 100:02d}XX")


def shift_quarter(anchor: dt.date, count: int, _: str) -> Interval:
    """Give the quarter so many quarters from another."""
    index = anchor.year * 4 + (anchor.month - 1) // 3 + count
    return quarter(index % 4 + 1, index // 4)


SHIFTS = {
    "day": shift_day,
    "weekday": shift_weekday,
    "weeks": shift_weeks,
    "week": shift_week,
    "weekend": shift_weekend,
    "month": shift_month,
    "quarter": shift_quarter,
    "year": shift_year,
    "decade": shift_decade,
    "century": shift_century,
}
