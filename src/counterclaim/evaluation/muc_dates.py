"""The date slot of a MUC-4 template: a day, days from and to, or "on or before" the day of the report [7.3]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from counterclaim.claims.dates import Dates
from counterclaim.evaluation.muc_fills import MONTHS, Fill
from counterclaim.evaluation.sightings import Seen, Sighting

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST: Final = dt.timedelta(days=31)


def date_of(sightings: Sequence[Sighting], seen: Seen) -> list[Fill]:
    """Give the date of an incident: of its sightings, else on or before the report's day."""
    told = [s.dates for s in sightings if s.dates is not None]
    day = next((d for dates in told if (d := day_of(dates)) is not None), None)
    if day is not None:
        return [Fill(values=(written(day),))]
    span = next((d for d in told if day_of(d) is None and not is_weekday(d) and d.latest - d.earliest <= LONGEST), None)
    if span is not None:
        return [Fill(values=(f"{written(span.earliest)} - {written(span.latest)}",))]
    return [Fill(values=(f"- {written(seen.day)}",))] if seen.day is not None else []


def day_of(dates: Dates | None) -> dt.date | None:
    """Give the one day that words mean; a day of the week is none [7.3, note 1]."""
    if dates is None or dates.earliest != dates.latest:
        return None
    return None if is_weekday(dates) else dates.earliest


def is_weekday(dates: Dates) -> bool:
    """Tell whether the words name a day of the week."""
    return any(day in (dates.text or "").lower() for day in WEEKDAYS)


def written(day: dt.date) -> str:
    """Write a day as keys do.

    >>> written(dt.date(1989, 8, 6))
    '06 AUG 89'
    """
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"
