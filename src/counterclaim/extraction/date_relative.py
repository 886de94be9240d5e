"""Rules for dates told from the day of publication: "yesterday", "on Saturday", "last week", "over the past two nights"."""

from __future__ import annotations

import datetime as dt

from counterclaim.extraction import date_values as values
from counterclaim.extraction.date_grammar import Frame, Phrase, Reading, Rule, rule
from counterclaim.extraction.date_rules import PREFIX, part_of, suffix_of
from counterclaim.extraction.date_values import DAY, WEEK, DateForm, Interval, days, unknown

APPROX = "((at least)|(more than)|about)? "
QUANTITY = "(a? q=vague of?|n=num|a|h=half a|h2=half) "
DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
OFFSETS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "next": 1, "coming": 1, "upcoming": 1}
HOURS_A_DAY, FEW_DAYS, FEW_WEEKS, FEW_MONTHS = 24, 3, 3, 3
YEARS_OF = {"decade": 10, "century": 100}
FORTNIGHT = 2


def duration(phrase: Phrase) -> str:
    """Give the TIMEX3 value of a quantity and a unit: "P4D", "PT24H", "PXW", "P20Y"."""
    unit = phrase.unit()
    code = phrase.unit_code()
    number = count_of(phrase)
    if number is None:
        return f"P{'T' if code[0] == 'T' else ''}X{ {'E': 'Y', 'C': 'Y', 'N': 'D'}.get(code, code[-1]) }"
    if phrase.has("h") or phrase.has("h2"):
        return {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "E": "P5Y"}.get(code, f"P0.5{code[-1]}")
    half = {"Y": "6M", "TH": "30M", "D": "T12H"}.get(code, "") if phrase.has("f") else ""
    number *= YEARS_OF.get(unit, FORTNIGHT if unit == "fortnight" else 1)
    letter = {"E": "Y", "C": "Y", "N": "D"}.get(code, code[-1])
    told = phrase.word("n")
    figure = told if "." in told else number
    return f"P{'T' if code[0] == 'T' else ''}{figure}{letter}{half}"


def count_of(phrase: Phrase) -> int | None:
    """Give the number of units; 1 for "a", 2 for "a couple", None for "several" and bare plurals."""
    if phrase.has("q"):
        return 2 if phrase.word("q") == "couple" else None
    if phrase.has("n"):
        return phrase.number("n")
    return 1 if phrase.word("u") == phrase.unit() or phrase.has("h") or phrase.has("h2") else None


def back(published: dt.date, earliest: int, latest: int, value: str, precision: int | None = None) -> Interval:
    """Give an interval by days counted back from publication."""
    return days(published - DAY * earliest, published - DAY * latest, value, precision)


def past_window(published: dt.date, unit: str, count: int | None, value: str) -> Interval:
    """Give the last so many units before publication, as UCDP's table counts them."""
    if unit in {"hour", "minute", "second"}:
        return past_hours(published, count if unit == "hour" else 1, value)
    if unit in {"day", "night"}:
        return past_days(published, unit, count, value)
    if unit in {"week", "fortnight"}:
        weeks = (count or FEW_WEEKS) * (FORTNIGHT if unit == "fortnight" else 1)
        return back(published, weeks * WEEK - (count is not None), 0, value)
    if unit == "month":
        return past_months(published, count or FEW_MONTHS, value)
    if unit in {"year", "decade", "century"} and count:
        back_to = published.year - count * YEARS_OF.get(unit, 1) + (unit == "year" and count == 1)
        return days(dt.date(back_to, 1, 1), published, value, values.YEAR_PRECISION)
    return unknown(value)


def past_hours(published: dt.date, count: int | None, value: str) -> Interval:
    """Give R-1 to R for 24 hours, R-2 to R for 48 and for 72 (both so in the codebook)."""
    whole_days = -(-(count or 1) // HOURS_A_DAY)
    return back(published, 2 if whole_days == 3 else whole_days, 0, value)  # noqa: PLR2004


def past_days(published: dt.date, unit: str, count: int | None, value: str) -> Interval:
    """Give R-N to R-1 for days; nights, and the last day, reach into the day of publication."""
    number = FEW_DAYS if count is None else count
    return back(published, number, 0 if unit == "night" or number == 1 else 1, value)


def past_months(published: dt.date, count: int, value: str) -> Interval:
    """Give so many months back, not past the new year where a few are meant (UCDP); one month is 30 days."""
    if count == 1:
        return back(published, 30, 0, value)
    first = values.months_from(published, -count).earliest or published
    first = first.replace(day=min(published.day, 28))
    if count <= FEW_MONTHS:
        first = max(first, published.replace(month=1, day=1))
    return days(first, published, value, values.YEAR_PRECISION)


def read_deictic(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "today", "yesterday morning", "late yesterday", "tonight"."""
    suffix = suffix_of(phrase) or ("TNI" if phrase.word("k") == "tonight" else "")
    if frame.published is None:
        return Reading(interval=unknown("XXXX-XX-XX" + suffix))
    return Reading(interval=values.one_day(frame.published + DAY * DEICTIC[phrase.word("k")], suffix))


def read_this_part(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "this morning", and "last night", the day before publication."""
    if frame.published is None:
        return Reading(interval=unknown("XXXX-XX-XX" + suffix_of(phrase)))
    return Reading(interval=values.one_day(frame.published - DAY * (phrase.word("k") == "last"), suffix_of(phrase)))


def read_overnight(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "overnight": the evening before publication and its morning; with a weekday, that night."""
    first = None
    if phrase.has("w"):
        first = weekday_date(phrase, frame)
    elif frame.published:
        first = frame.published - DAY
    if first is None:
        return Reading(interval=unknown("XXXX-XX-XXTNI"), form=DateForm.RANGE)
    return Reading(interval=days(first, first + DAY, f"{first}TNI"), form=DateForm.RANGE)


def weekday_date(phrase: Phrase, frame: Frame, group: str = "w") -> dt.date | None:
    """Give the most recent such weekday up to publication; the next one after a future or "next"."""
    anchor = frame.published
    if anchor is None:
        return None
    word = phrase.word("k")
    distance = (anchor.weekday() - phrase.weekday(group)) % WEEK
    if word in {"last", "past"}:
        return anchor - DAY * (distance or WEEK)
    if word in {"next", "coming", "upcoming"}:
        return anchor + DAY * (WEEK - distance)
    return anchor + DAY * (-distance % WEEK) if frame.future else anchor - DAY * distance


def read_weekday(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "Saturday", "late on Monday night", "last Tuesday", "noon Saturday", "next Monday"."""
    date = weekday_date(phrase, frame)
    suffix = suffix_of(phrase)
    if date is None:
        return Reading(interval=unknown(f"XXXX-WXX-{phrase.weekday() + 1}{suffix}"))
    return Reading(interval=values.one_day(date, suffix))


def read_weekday_of_week(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "Tuesday last week", "Friday of this week"."""
    if phrase.unit() != "week":
        return None
    if frame.published is None:
        return Reading(interval=unknown(f"XXXX-WXX-{phrase.weekday() + 1}"))
    monday = frame.published - DAY * frame.published.weekday() + DAY * WEEK * OFFSETS.get(phrase.word("k2"), 0)
    return Reading(interval=values.one_day(monday + DAY * phrase.weekday(), suffix_of(phrase)))


def read_two_weekdays(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the night between Sunday and Monday" as its two days."""
    last = weekday_date(phrase, frame, "w2")
    if last is None or (phrase.weekday("w2") - phrase.weekday("w")) % WEEK != 1:
        return None
    return Reading(interval=days(last - DAY, last, f"{last - DAY}TNI"), form=DateForm.RANGE)


def read_unit(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "last week", "earlier this month", "late last year", "next month", "last weekend"."""
    unit, word = phrase.unit(), phrase.word("k")
    if unit in {"hour", "minute", "second", "night"} or phrase.word("u") != unit:
        return None
    if unit == "day":
        return None if word in {"this", "next"} else past_reading(phrase, frame)
    if frame.published is None:
        return Reading(interval=unknown({"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX")))
    if unit == "weekend":
        return Reading(interval=the_weekend(frame, OFFSETS[word]))
    unit = "week" if unit == "fortnight" else unit
    whole = values.SHIFTS[unit](frame.published, OFFSETS[word], "")
    part = part_of(phrase)
    if part:
        whole = unit_part(part, unit, whole)
    return Reading(interval=around_now(whole, phrase.word("x"), frame) if word == "this" else whole)


def unit_part(part: str, unit: str, whole: Interval) -> Interval:
    """Give the early, middle or late part of a week, month or year."""
    first = whole.earliest
    if first is None or unit not in {"week", "month", "year"}:
        return whole
    if unit == "week":
        return values.part_of_week(part, first)
    return values.part_of_month(part, first.year, first.month) if unit == "month" else values.part_of_year(part, first.year)


def around_now(whole: Interval, word: str, frame: Frame) -> Interval:
    """Give the part of a running unit that is over, or with "later" the part that is to come."""
    today = frame.published
    if today is None or whole.earliest is None or whole.latest is None or frame.future:
        return whole
    if word == "later":
        return days(min(today, whole.latest), whole.latest, whole.value, whole.precision)
    last = today - DAY * (word == "earlier" and whole.earliest < today)
    if last < whole.earliest:
        return whole
    return days(whole.earliest, min(last, whole.latest), whole.value, min_precision(whole, last))


def min_precision(whole: Interval, last: dt.date) -> int | None:
    """Give the precision of a unit that is not over: a week's days are a range (UCDP), a month and a year stay what they are."""
    return values.length_precision(whole.earliest, last) if "-W" in whole.value else whole.precision


def the_weekend(frame: Frame, offset: int) -> Interval:
    """Give the weekend last begun; one earlier for "last", if that one is not over; the coming one after a future."""
    today = frame.published or dt.date.min
    saturday = today - DAY * ((today.weekday() - 5) % WEEK)
    running = today.weekday() >= 5  # noqa: PLR2004
    if offset < 0 and running:
        saturday -= DAY * WEEK
    if (offset > 0 or frame.future) and not (offset == 0 and running):
        saturday += DAY * WEEK
    return values.clip(values.weekend(saturday), None if frame.future else frame.published)


def read_the_weekend(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the weekend" as the last one begun."""
    if phrase.word("u") != "weekend":
        return None
    return Reading(interval=the_weekend(frame, 0) if frame.published else unknown("XXXX-WXX-WE"))


def past_reading(phrase: Phrase, frame: Frame) -> Reading:
    """Give a window of so many units before publication."""
    value = duration(phrase)
    window = past_window(frame.published, phrase.unit(), count_of(phrase), value) if frame.published else unknown(value)
    return Reading(interval=window, form=DateForm.DURATION, window=True)


def read_past(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the past two nights", "the last 24 hours", "the past few days", "the past year", "recent weeks"."""
    if phrase.unit() in {"quarter", "weekend"} and not phrase.has("n"):
        return None
    return past_reading(phrase, frame)


def read_recent(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "recent days" and "recent weeks" as UCDP's few: three of them back."""
    unit = phrase.unit()
    letter = phrase.unit_code()[-1]
    value = f"P{'T' if phrase.unit_code()[0] == 'T' else ''}X{'Y' if unit in YEARS_OF else letter}"
    if frame.published is None or unit not in {"day", "week", "month"}:
        return Reading(interval=unknown(value), form=DateForm.DURATION, window=True)
    return Reading(interval=past_window(frame.published, unit, None, value), form=DateForm.DURATION, window=True)


def read_next(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "the next two weeks", "coming days": a length, and no days that have happened."""
    return Reading(interval=unknown(duration(phrase)), form=DateForm.DURATION)


def read_coming(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "coming weeks"."""
    if phrase.word("u") == phrase.unit():
        return None
    return Reading(interval=unknown(f"PX{phrase.unit_code()[-1]}"), form=DateForm.DURATION)


def read_ago(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "three weeks ago": the day for days and weeks, the month for months, the year for years; vague ones as PAST_REF."""
    unit, number = phrase.unit(), count_of(phrase)
    plural_only = not (phrase.has("n") or phrase.has("q") or phrase.first < phrase.found.start("u"))
    if plural_only or (number is None and unit != "day"):
        return Reading(interval=unknown("PAST_REF"))
    if frame.published is None:
        return Reading(interval=unknown(duration(phrase)))
    if number is None:
        return Reading(interval=back(frame.published, FEW_DAYS, 1, "PAST_REF"))
    return ago_reading(frame.published, unit, number)


def ago_reading(published: dt.date, unit: str, number: int) -> Reading | None:
    """Give the day, month or year that lies so far back."""
    if unit in {"hour", "minute", "second"}:
        return Reading(interval=back(published, number // HOURS_A_DAY + (number % HOURS_A_DAY > 0 and unit == "hour"), 0, "PAST_REF"))
    name = {"week": "weeks", "fortnight": "weeks", "night": "day", "decade": "year", "century": "year"}.get(unit, unit)
    number *= YEARS_OF.get(unit, FORTNIGHT if unit == "fortnight" else 1)
    if name not in values.SHIFTS or (name == "year" and number >= published.year):
        return None
    return Reading(interval=values.SHIFTS[name](published, -number, ""))


def read_recently(_: Phrase, frame: Frame) -> Reading | None:
    """Read "recently" as UCDP does: the three days before publication."""
    return Reading(interval=back(frame.published, FEW_DAYS, 1, "PAST_REF") if frame.published else unknown("PAST_REF"))


def read_now(_: Phrase, __: Frame) -> Reading | None:
    """Read "now", "at present": a value, and no day, which only the statement around it can give."""
    return Reading(interval=unknown("PRESENT_REF"))


def read_to_date(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "so far", "to date", "up to now": open at the start, and publication at the end."""
    parts = ((*phrase.place("k"), "PRESENT_REF"),) if phrase.has("k") else ()
    return Reading(interval=days(None, frame.published, "PRESENT_REF"), form=DateForm.RANGE, window=True, parts=parts)


def read_running(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "for a third straight day": so many days up to publication."""
    number, unit = phrase.number("o"), phrase.unit()
    if unit not in {"day", "night", "week"}:
        return None
    value = f"P{number}{'W' if unit == 'week' else 'D'}"
    if frame.published is None:
        return Reading(interval=unknown(value), form=DateForm.DURATION, window=True)
    length = number * WEEK if unit == "week" else number + (unit == "night")
    return Reading(interval=back(frame.published, length - 1, 0, value), form=DateForm.DURATION, window=True)


def read_offensive(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "five-day" before an offensive: five days, publication's among them (UCDP); longer than weeks stays unknown."""
    unit, number, value = phrase.unit(), count_of(phrase), duration(phrase)
    if frame.published is None or unit not in {"day", "week"} or not number:
        return Reading(interval=unknown(value), form=DateForm.DURATION, window=True)
    length = number * (WEEK if unit == "week" else 1)
    return Reading(interval=back(frame.published, length - 1, 0, value), form=DateForm.DURATION, window=True)


RELATIVE: tuple[Rule, ...] = (
    rule("UCDP-A2:today", "(mod (on|in)?)? k=today (p=daypart)?", read_deictic),
    rule("UCDP-A2:today", "c=clock zone? comma? k=today", read_deictic),
    rule("UCDP-A2:today", "(early dash?)? p=daypart comma? k=today", read_deictic),
    rule("UCDP-A2:last night", "(mod)? k=this p=part|night", read_this_part),
    rule("UCDP-A2:last night", "(mod)? k=last p=night", read_this_part),
    rule("overnight", "overnight (on|comma)? (w=weekday)?", read_overnight),
    rule("UCDP-A2:weekday", "(mod dash? on?)? (k=last|this|next)? w=weekday (mod dash?)? (p=daypart)?", read_weekday),
    rule("UCDP-A2:weekday", "(mod)? p=daypart (of|on|comma)? (k=last|next)? w=weekday", read_weekday),
    rule("UCDP-A2:weekday", "the? mod unit (of|on)? (k=last|next)? w=weekday (p=daypart)?", read_weekday),
    rule("UCDP-A2:weekday", "c=clock zone? (on|comma)? (k=last|next)? w=weekday (p=daypart)?", read_weekday),
    rule("weekday of a week", "w=weekday (p=daypart)? (of|comma)? k2=last|this|next u=unit", read_weekday_of_week),
    rule("UCDP-A2:night between", "(the? night|overnight) (between|from|of)? w=weekday (and|to|into|dash) w2=weekday", read_two_weekdays),
    rule("UCDP-A2:unit", PREFIX + "(x=earlier|later)? k=last|this|next u=unit", read_unit),
    rule("UCDP-A2:weekend", "the? u=unit", read_the_weekend),
    rule("UCDP-A2:past", "the k=last (a? q=vague of?|n=num)? u=unit", read_past),
    rule("UCDP-A2:past", "k=last (a? q=vague of?|n=num) u=unit", read_past),
    rule("UCDP-A2:recent", "recent u=unit", read_recent),
    rule("next", "the? next (q=vague of?|n=num) u=unit", read_next),
    rule("next", "next u=unit", read_coming),
    rule("UCDP-A2:ago", APPROX + "(" + QUANTITY + ")? u=unit ago", read_ago),
    rule("UCDP-A2:recently", "(more)? recently", read_recently),
    rule("present", "now (?!dash)", read_now),
    rule("present", "(?<=at) (the|this)? present", read_now),
    rule("to date", "so far", read_to_date),
    rule("to date", "to date", read_to_date),
    rule("to date", "up? (to|until) k=now", read_to_date),
    rule("UCDP-A2:running", "(?<=for) the|a o=ordinal straight? u=unit", read_running),
    rule("UCDP-A2:offensive", "(n=num dash?)? u=unit dash (long|old) (?=fight)", read_offensive),
    rule("UCDP-A2:offensive", "n=num dash? u=unit (?=fight)", read_offensive),
)
