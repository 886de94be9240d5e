"""Incidents in the shape of ACLED's table: its 31 columns in their order, and no row of ACLED's.

Source: ACLED's R package acledR (columns, and rules for time, geography, actors and fatalities), FAQ on fatalities (2024).
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from counterclaim.claims.count import Outcome
from counterclaim.claims.dates import Dates
from counterclaim.claims.party import PartyKind
from counterclaim.export.acled_events import acled_event
from counterclaim.export.assessed import sentence
from counterclaim.export.place import Values, placed
from counterclaim.export.shape import Shape, Type, fields
from counterclaim.export.sides import Sides
from counterclaim.export.told import NAMELESS, NOT_THEIRS, Told, countable, number_words, total

CONSERVATIVE: Final = "acled_conservative"
_DISPUTES: Final = 10
_WEEK, _MONTH = 7, 31

_INTER: Final = {
    PartyKind.STATE: "1",
    PartyKind.STATE_FORCE: "1",
    PartyKind.REBEL: "2",
    PartyKind.CIVILIANS: "7",
}
_GEO_PRECISION: Final = {1: 1, 2: 2, 3: 2, 4: 3}

_HOLDS: Final[dict[str, tuple[Type, str]]] = {
    "event_id_cnty": ("string", "the incident's id after `counterclaim-`"),
    "event_date": ("date", "the day; the middle of a week or a month, as time_precision tells"),
    "year": ("integer", "of event_date"),
    "time_precision": ("integer", "1 one day, 2 within a week, 3 within a month; empty for longer, and then there is no event_date"),
    "disorder_type": ("string", "empty"),
    "event_type": ("string", "by the kinds of the claims: see the table of events"),
    "sub_event_type": ("string", "by kind, mode and target of the claims"),
    "actor1": ("string", "the doer"),
    "assoc_actor_1": ("string", "empty"),
    "inter1": ("string", "1 state forces, 2 rebel groups, 7 civilians; empty for others"),
    "actor2": ("string", "the target"),
    "assoc_actor_2": ("string", "empty"),
    "inter2": ("string", "as inter1"),
    "interaction": ("string", "both inter digits, the smaller first; 0 as second where there is one actor; empty where one is unknown"),
    "civilian_targeting": ("string", "empty"),
    "iso": ("integer", "empty"),
    "region": ("string", "empty"),
    "country": ("string", "name of the country"),
    "admin1": ("string", "first-order area"),
    "admin2": ("string", "second-order area"),
    "admin3": ("string", "empty"),
    "location": ("string", "the place's name, or its words where no entry was found"),
    "latitude": ("number", "WGS84"),
    "longitude": ("number", "WGS84"),
    "geo_precision": ("integer", "1 for where_prec 1, 2 for 2 and 3, 3 for 4; empty for wider ones"),
    "source": ("string", "outlets, with `; ` between"),
    "source_scale": ("string", "empty"),
    "notes": ("string", "that the row is not ACLED's, policy, numbers by side with who says so, what cannot both hold, assessments"),
    "fatalities": ("integer", "killed of all sides, by the policy; 0 where nobody is said to be killed, by acled_conservative alone"),
    "tags": ("string", "policy and status"),
    "timestamp": ("integer", "empty"),
}

_PLACE: Final = {"country": "country_name", "admin1": "admin1", "admin2": "admin2", "latitude": "latitude", "longitude": "longitude"}

ACLED: Final = Shape(
    name="acled",
    title="Incidents in the shape of ACLED; not ACLED's data",
    fields=fields(_HOLDS),
    dropped={
        "disorder_type": "its values are not in what we read of ACLED",
        "assoc_actor_1": "allies and victims are not told apart from doers and targets",
        "assoc_actor_2": "as assoc_actor_1",
        "civilian_targeting": "its values are not in what we read of ACLED",
        "iso": "numbers of countries are not in the ledger",
        "region": "ACLED's regions are not in the ledger",
        "admin3": "not in the gazetteer",
        "source_scale": "not known of outlets",
        "timestamp": "the time of an upload to ACLED",
        "urls": "ACLED gives names of sources and no addresses",
        "quotes": "the words of the claims",
    },
    degraded={
        "event_date": "one event is one day at ACLED; fighting of several days is one row here, on its middle day",
        "sub_event_type": "that control lasted a day is not known; where a claim contests it, Armed clash",
        "fatalities": "one number for all sides; people of no named side are not added where others are named; the sides stand in notes",
        "assessments": "in words in notes",
        "counterclaims": f"in words in notes, {_DISPUTES} at most",
        "geo_precision": "three classes for UCDP's seven",
        "inter1": "militias, private companies and unrecognised authorities have no digit",
        "sides": NAMELESS,
    },
    left_out="no claim says that something happened which ACLED has an event for",
)


def acled_row(told: Told, sides: Sides) -> Values | None:
    """Give one row by column, None for an incident that is no event to ACLED."""
    event = acled_event(told, sides)
    if event is None:
        return None
    day, precision = day_of(told.row.dates)
    inter1, inter2 = (_inter(one, day, sides) for one in (told.row.actor, told.row.target))
    place = told.row.place
    return {
        "event_id_cnty": f"counterclaim-{told.incident.id}",
        "event_date": day,
        "year": day.year if day else None,
        "time_precision": precision,
        "event_type": event[0],
        "sub_event_type": event[1],
        "actor1": told.row.actor,
        "inter1": inter1,
        "actor2": told.row.target,
        "inter2": inter2,
        "interaction": _interaction(inter1, inter2, alone=told.row.target is None),
        **placed(place, sides, _PLACE),
        "location": (place.name or place.text) if place else None,
        "geo_precision": _GEO_PRECISION.get(place.precision or 0) if place else None,
        "source": "; ".join(dict.fromkeys(one.outlet for one in told.reports() if one.outlet)),
        "notes": notes(told),
        "fatalities": fatalities(told),
        "tags": f"counterclaim; policy={told.row.policy}; status={told.incident.status}",
    }


def day_of(dates: Dates | None) -> tuple[dt.date | None, int | None]:
    """Give one day and ACLED's time_precision: the day itself, or the middle of a week or a month at most.

    >>> day_of(Dates(earliest=dt.date(2021, 9, 1), latest=dt.date(2021, 9, 5)))
    (datetime.date(2021, 9, 3), 2)
    """
    if dates is None:
        return None, None
    days = (dates.latest - dates.earliest).days + 1
    if days > _MONTH:
        return None, None
    middle = dates.earliest + dt.timedelta(days=(days - 1) // 2)
    return middle, 1 if days == 1 else 2 if days <= _WEEK else 3


def _inter(name: str | None, day: dt.date | None, sides: Sides) -> str | None:
    if sides.governs(name, day):
        return "1"
    kind = sides.kind(name, day)
    return _INTER.get(kind) if kind is not None else None


def _interaction(inter1: str | None, inter2: str | None, *, alone: bool) -> str | None:
    if inter1 is None:
        return None
    if alone:
        return inter1 + "0"
    return "".join(sorted((inter1, inter2))) if inter2 is not None else None


def fatalities(told: Told) -> int | None:
    """Give the killed of all sides together, by the policy; 0 where no claim counts any, by ACLED's own rule alone."""
    dead = countable(told.row.figures, Outcome.KILLED)
    if not dead and told.row.policy == CONSERVATIVE and not _counts_killed(told):
        return 0
    return total(dead)[1]


def _counts_killed(told: Told) -> bool:
    return any(count.outcome is Outcome.KILLED for claim in told.claims for count in claim.counts)


def notes(told: Told) -> str:
    """Give what the columns have no room for, in sentences."""
    reasons = list(dict.fromkeys(one.reason for one in told.incident.counterclaims))
    parts = [f"Not ACLED's: {NOT_THEIRS}, policy {told.row.policy}", f"claims by {', '.join(told.speakers())}"]
    parts += [number_words(figure) for figure in told.row.figures]
    parts += [sentence(one) for one in told.assessments]
    parts += [f"disputed: {reason}" for reason in reasons[:_DISPUTES]]
    parts += [f"and {len(reasons) - _DISPUTES} disputes more"] if len(reasons) > _DISPUTES else []
    return ". ".join(parts) + "."
