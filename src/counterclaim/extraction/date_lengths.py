"""Rules for words that lean on another date ("the next day"), for lengths of time, for habits and for times of day."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction import date_values as values
from counterclaim.extraction.date_grammar import Frame, Phrase, Reading, rule
from counterclaim.extraction.date_lexicon import WEEKDAYS
from counterclaim.extraction.date_relative import APPROX, FORTNIGHT, QUANTITY, YEARS_OF, count_of, duration, unit_part
from counterclaim.extraction.date_rules import clock_suffix, daypart, part_of, safe_date, told_year
from counterclaim.extraction.date_values import DateForm, Shift, days, unknown

PER = {"daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}
CALENDAR_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
BARE_PLURALS = frozenset({"hours", "days", "weeks", "months", "years", "decades", "centuries"})


def leaning(shift: Shift) -> Reading:
    """Give an anaphoric reading, without days until a date is found that it leans on."""
    return Reading(interval=unknown(""), form=DateForm.ANAPHORIC, shift=shift)


def read_same(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "the same day", "that night", "later that month", "earlier in the day", "the end of that year"."""
    if phrase.has("p"):
        return leaning(Shift(unit="day", count=0, suffix=daypart(phrase.word("p"))))
    unit = phrase.word("u")
    if unit not in CALENDAR_UNITS or (part_of(phrase) and unit == "day"):
        return None
    return leaning(Shift(unit=unit, count=0))


def read_step(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "the next day", "the following morning", "the night before", "the previous year", "a day earlier"."""
    count = -1 if phrase.has("b") else 1
    if phrase.has("p"):
        return leaning(Shift(unit="day", count=count, suffix=daypart(phrase.word("p"))))
    unit = phrase.word("u")
    return leaning(Shift(unit=unit, count=count)) if unit in CALENDAR_UNITS else None


def read_edge(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the beginning of the week" and "the end of the month" of the publication; in a history, of the date before."""
    unit = phrase.word("u")
    if unit not in {"week", "month", "year"}:
        return None
    if frame.narrative or frame.published is None:
        return leaning(Shift(unit=unit, count=0))
    whole = unit_part(part_of(phrase), unit, values.SHIFTS[unit](frame.published, 0, ""))
    return Reading(interval=values.clip(whole, None if frame.future else frame.published))


def read_other_weekday(phrase: Phrase, _: Frame) -> Reading:
    """Read "the previous Friday" and "the following Monday", which lean on a date before them."""
    after = phrase.tokens.word(phrase.found.start("w") - 1) in {"following", "subsequent"}
    number = phrase.weekday() + 1
    return leaning(Shift(unit="weekday", count=number if after else -number, suffix=daypart(phrase.word("p"))))


def read_steps(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "two days later", "a week earlier", "three months after"; "days later" and "hours later" give no day."""
    number, unit = count_of(phrase), phrase.unit()
    vague = number is None or phrase.first == phrase.found.start("u") or unit in {"hour", "minute", "second"}
    if vague or number is None:
        parts = ((phrase.start, phrase.place("u")[1], duration(phrase)),) if governs_clause(phrase) else ()
        return Reading(interval=unknown("PAST_REF" if phrase.has("b") else "FUTURE_REF"), form=DateForm.ANAPHORIC, parts=parts)
    unit = {"week": "weeks", "fortnight": "weeks", "night": "day"}.get(unit, unit)
    number *= FORTNIGHT if phrase.unit() == "fortnight" else 1
    reading = leaning(Shift(unit=unit, count=-number if phrase.has("b") else number))
    if not governs_clause(phrase):
        return reading
    return replace(reading, parts=((phrase.start, phrase.place("u")[1], duration(phrase)),))


def governs_clause(phrase: Phrase) -> bool:
    """Tell whether "after" or "before" ends the phrase and a clause follows, whose event it leans on."""
    return phrase.tokens.word(phrase.last - 1) in {"after", "before"} and phrase.follows()[:1].isalpha()


def read_then(_: Phrase, __: Frame) -> Reading:
    """Read "then" after "since", "until" or "by" as the date before."""
    return leaning(Shift(unit="day", count=0))


def read_length(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "four days", "two-week", "several months", "half an hour"; ages and fractions are none."""
    unit = phrase.unit()
    follower, after = phrase.follows().lower(), phrase.follows(2).lower()
    if "old" in {follower, after if follower in {"-", "\u2013"} else ""} or phrase.tokens.raw(phrase.first - 1).lower() in {"aged", "age"}:
        return None
    if unit == "quarter" or (unit in {"second", "weekend"} and phrase.word("u") == unit):
        return None
    if phrase.has("n") and phrase.tokens.word(phrase.found.start("n")) in YEARS_OF:
        return None
    return Reading(interval=unknown(duration(phrase)), form=DateForm.DURATION)


def read_plural(phrase: Phrase, _: Frame) -> Reading | None:
    """Read bare "days", "weeks", "years"."""
    before = phrase.tokens.raw(phrase.first - 1)
    if before[:1].isdigit() or before == "-" or phrase.word("u") not in BARE_PLURALS or phrase.follows().lower() == "old":
        return None
    code = phrase.unit_code()
    letter = {"E": "E", "C": "C", "N": "D"}.get(code, code[-1])
    return Reading(interval=unknown(f"P{'T' if code[0] == 'T' else ''}X{letter}"), form=DateForm.DURATION)


def read_part_of_month(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the first week of August" as 1 to 7, "the last six days of January" as its last six."""
    month, unit = phrase.month(), phrase.unit()
    year = told_year(phrase, frame, month)
    if unit not in {"week", "day"}:
        return None
    if year is None:
        return Reading(interval=unknown(f"XXXX-{month:02d}"))
    whole = values.month(year, month)
    length = (values.WEEK if unit == "week" else 1) * (phrase.number("n") or (1 if unit == "week" else 3))
    if whole.latest is None:
        return None
    last_day = whole.latest.day
    if phrase.has("l"):
        first, last = last_day - length + 1, last_day
    else:
        order = phrase.number("o") - 1
        first, last = 1 + order * length, min((order + 1) * length, last_day)
    start, end = safe_date(year, month, first), safe_date(year, month, last)
    return Reading(interval=days(start, end, whole.value)) if start and end and start <= end else None


def read_week_of(phrase: Phrase, frame: Frame) -> Reading | None:
    """Read "the week of March 13" as the week that holds the day."""
    if phrase.word("u") != "week":
        return None
    year = told_year(phrase, frame, phrase.month(), phrase.number("d"))
    date = safe_date(year, phrase.month(), phrase.number("d")) if year else None
    return Reading(interval=values.week(date)) if date else None


def read_set(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "daily", "every day", "each Thursday", "Fridays"."""
    if phrase.has("g"):
        return Reading(interval=unknown(PER[phrase.word("g")]), form=DateForm.SET)
    if phrase.has("u"):
        return Reading(interval=unknown(duration(phrase)), form=DateForm.SET)
    if phrase.has("p"):
        return Reading(interval=unknown("XXXX-XX-XX" + daypart(phrase.word("p"))), form=DateForm.SET)
    if phrase.has("m"):
        return Reading(interval=unknown(f"XXXX-{phrase.month():02d}"), form=DateForm.SET)
    return Reading(interval=unknown(f"XXXX-WXX-{weekday_number(phrase)}"), form=DateForm.SET)


def weekday_number(phrase: Phrase) -> int:
    """Give the ISO number of a weekday in the singular or plural."""
    word = phrase.word("w")
    return WEEKDAYS[word if word in WEEKDAYS else word[:-1]] + 1


def read_clock(phrase: Phrase, _: Frame) -> Reading | None:
    """Read "7:30 a.m." and "at dawn" as times of day, which are no dates."""
    start, end = phrase.place("c") if phrase.has("c") else (0, 0)
    suffix = clock_suffix(phrase.tokens.text[start:end]) if phrase.has("c") else daypart(phrase.word("p"))
    value = suffix if phrase.has("c") else "XXXX-XX-XX" + suffix
    return Reading(interval=unknown(value), form=DateForm.TIME_OF_DAY)


MODE = "((earlier|later|early) (on|in)?)? "
LEANING = (
    rule("anaphoric:same", MODE + "the same (u=unit|p=part|night)", read_same),
    rule("anaphoric:same", MODE + "that same? (u=unit|p=part|night)", read_same),
    rule("anaphoric:same", MODE + "(?<=on) this u=unit", read_same),
    rule("anaphoric:same", "(earlier|later|early) in the (u=unit|p=part|night)", read_same),
    rule("anaphoric:same", "the? e2=edge of that same? u=unit", read_same),
    rule("UCDP-A2:since the beginning", "the? e2=edge of the u=unit", read_edge),
    rule("anaphoric:weekday", "the? (previous|following) w=weekday (p=daypart)?", read_other_weekday),
    rule("anaphoric:step", "the? (next|following) (u=unit|p=part|night)", read_step),
    rule("anaphoric:step", "the b=previous (u=unit|p=part|night)", read_step),
    rule("anaphoric:step", "the (u=unit|p=part|night) b=before|earlier", read_step),
    rule("anaphoric:step", "the (u=unit|p=part|night) after", read_step),
    rule("anaphoric:steps", APPROX + "(" + QUANTITY + ")? u=unit b=before|earlier", read_steps),
    rule("anaphoric:steps", APPROX + "(" + QUANTITY + ")? u=unit after|later", read_steps),
    rule("anaphoric:then", "(?<=since|until|by) then", read_then),
)
LENGTHS = (
    rule("week of", "the? u=unit of m=month d=monthday (comma? y=year)?", read_week_of),
    rule(
        "UCDP-A2:week of a month",
        "the? (o=ordinal|dayord|l=last|latest) n=num? u=unit of m=month (comma|of)? (y=year)?",
        read_part_of_month,
    ),
    rule("length", APPROX + QUANTITY + "more? u=unit", read_length),
    rule("length", "the (ordinal|latest)? n=num u=unit", read_length),
    rule("length", "n=num dash u=unit", read_length),
    rule("length", "n=num f=day slash day u=unit", read_length),
    rule("length", "num (to|or) n=num u=unit", read_length),
    rule("length", "u=unit dash long", read_length),
    rule("plural", "u=unit", read_plural),
    rule("set", "g=daily", read_set),
    rule("set", "every (other)? n=num? (u=unit|p=part|night|w=weekday|m=month)", read_set),
    rule("set", "w=weekdays", read_set),
    rule("time of day", "c=clock zone?", read_clock),
    rule("time of day", "(?<=since|until|before|by|at|after|the|from) p=daypart", read_clock),
)
