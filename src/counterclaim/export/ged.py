"""Incidents in the shape of UCDP GED's table: its 49 columns in their order, and no row of UCDP's.

Source: UCDP GED Codebook 23.1 (Högbladh 2023); the columns are the same in releases 20.1 to 26.1.
"""

from __future__ import annotations

from typing import Final

from counterclaim.claims.claim import ReportReference
from counterclaim.claims.count import Count, Outcome, Scope, Unit
from counterclaim.claims.place import Place
from counterclaim.claims.row import Figure
from counterclaim.comparison.party import key
from counterclaim.export.assessed import sentence
from counterclaim.export.place import Values, placed
from counterclaim.export.shape import Shape, Type, fields
from counterclaim.export.sides import CIVILIANS, Sides, is_civilian
from counterclaim.export.told import NAMELESS, NOT_THEIRS, Told, countable, date_precision, total

NO_DATE: Final = "1753-01-01"
"""What UCDP writes in source_date where a source has no date, so that the three lists stay parallel."""

_UCDPS_OWN: Final = "an identifier or a judgement of UCDP's own"
_EMPTY: Final = {
    "relid": "UCDP's older identifier; empty in its own table too",
    "active_year": "needs all deaths of a dyad in a year",
    "conflict_dset_id": _UCDPS_OWN,
    "conflict_new_id": _UCDPS_OWN,
    "conflict_name": _UCDPS_OWN,
    "dyad_dset_id": _UCDPS_OWN,
    "dyad_new_id": _UCDPS_OWN,
    "side_a_dset_id": _UCDPS_OWN,
    "side_a_new_id": _UCDPS_OWN,
    "side_b_dset_id": _UCDPS_OWN,
    "side_b_new_id": _UCDPS_OWN,
    "priogrid_gid": "the number of a cell of another project's grid",
    "country_id": "a Gleditsch–Ward number",
    "region": "UCDP's regions are not in the ledger",
    "gwnoa": "a Gleditsch–Ward number",
    "gwnob": "a Gleditsch–Ward number",
}
_HOLDS: Final[dict[str, tuple[Type, str]]] = {
    "id": ("string", "the incident's id after `counterclaim-`, so that nobody takes it for one of UCDP's numbers"),
    "relid": ("string", "empty"),
    "year": ("integer", "of both dates; empty where they lie in two years"),
    "active_year": ("integer", "empty"),
    "code_status": ("string", "that the row is not UCDP's, the policy, and what people made of its claims"),
    "type_of_violence": (
        "integer",
        "1 where a government is a side, 3 against civilians, 2 between two others; empty where a side is unknown",
    ),
    "conflict_dset_id": ("string", "empty"),
    "conflict_new_id": ("string", "empty"),
    "conflict_name": ("string", "empty"),
    "dyad_dset_id": ("string", "empty"),
    "dyad_new_id": ("string", "empty"),
    "dyad_name": ("string", "`A - B` where both sides are known"),
    "side_a_dset_id": ("string", "empty"),
    "side_a_new_id": ("string", "empty"),
    "side_a": ("string", "the government, or the doer"),
    "side_b_dset_id": ("string", "empty"),
    "side_b_new_id": ("string", "empty"),
    "side_b": ("string", "the other side; `civilians` where they are the target"),
    "number_of_sources": ("integer", "independent origins, not outlets"),
    "source_article": ("string", "outlet, day and title of each report"),
    "source_office": ("string", "outlets, one a report"),
    "source_date": ("string", f"days of publication, one a report; {NO_DATE} where one is unknown"),
    "source_headline": ("string", "titles, one a report"),
    "source_original": ("string", "all who assert, with the side that they speak for"),
    "where_prec": ("integer", "UCDP's 1 (exact) to 7 (international waters), of the policy's place"),
    "where_coordinates": ("string", "the place's name"),
    "where_description": ("string", "the place in the report's words"),
    "adm_1": ("string", "first-order area"),
    "adm_2": ("string", "second-order area"),
    "latitude": ("number", "WGS84, at most 6 decimals"),
    "longitude": ("number", "WGS84, at most 6 decimals"),
    "geom_wkt": ("string", "`POINT (longitude latitude)`"),
    "priogrid_gid": ("integer", "empty"),
    "country": ("string", "name of the country"),
    "country_id": ("integer", "empty"),
    "region": ("string", "empty"),
    "event_clarity": ("integer", "2 where a figure is about a longer window, else 1 for a single day"),
    "date_prec": ("integer", "1 day, 2 two to six days, 3 week, 4 eight to thirty-one days, 5 up to a year"),
    "date_start": ("date", "earliest day"),
    "date_end": ("date", "latest day"),
    "deaths_a": ("integer", "killed of side_a; 0 in violence against civilians"),
    "deaths_b": ("integer", "killed of side_b; 0 in violence against civilians"),
    "deaths_civilians": ("integer", "killed civilians"),
    "deaths_unknown": ("integer", "killed of others, or of no named side"),
    "best": ("integer", "the sum of the four; all five are empty where the policy names no best number for a group"),
    "high": ("integer", "the policy's highest number; empty where one group is open"),
    "low": ("integer", "the policy's lowest number"),
    "gwnoa": ("string", "empty"),
    "gwnob": ("string", "empty"),
}

_PLACE: Final = {
    "where_prec": "precision",
    "where_coordinates": "name",
    "where_description": "text",
    "adm_1": "admin1",
    "adm_2": "admin2",
    "latitude": "latitude",
    "longitude": "longitude",
    "country": "country_name",
}

GED: Final = Shape(
    name="ged",
    title="Incidents in the shape of UCDP GED; not UCDP's data",
    fields=fields(_HOLDS),
    dropped=_EMPTY
    | {
        "outcomes": "wounded, captured, missing and displaced people, things, and `killed_or_wounded`: GED counts deaths",
        "control": "who claims to hold a place",
        "positions": "who maintains what; all who assert stand in source_original",
        "counterclaims": "which claims cannot both hold, and why",
        "status": "how the incident stands",
        "quotes": "the words of the claims",
    },
    degraded={
        "figures": "one triple an incident, by the policy; UCDP's codebook has no arithmetic for claims, so that none is UCDP's estimate",
        "deaths": "0 for a side whose dead no claim counts, since best is the sum of the four; the ledger knows nothing there",
        "deaths_unknown": "killed people of no named side are not added where others are named: they may be the same",
        "date_start": "UCDP counts three days back from a report without a date; here it stays empty",
        "assessments": "in words in code_status, without their reasons; GED has no column for notes",
        "sides": NAMELESS,
    },
    left_out="GED has events with at least one death, and no claim of it names one that was killed",
)


def ged_row(told: Told, sides: Sides) -> Values | None:
    """Give one row by column, None for an incident in which the policy has nobody killed."""
    dead = countable(told.row.figures, Outcome.KILLED)
    if not any(number for one in dead for number in (one.low, one.best, one.high)):
        return None
    kind, side_a, side_b = _sides(told, sides, dead)
    dates = told.row.dates
    return {
        "id": f"counterclaim-{told.incident.id}",
        "year": dates.latest.year if dates and dates.earliest.year == dates.latest.year else None,
        "code_status": "; ".join([f"not UCDP's: {NOT_THEIRS}, policy {told.row.policy}", *_assessed(told)]),
        "type_of_violence": kind,
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "side_a": side_a,
        "side_b": side_b,
        "number_of_sources": len(told.incident.origins) or None,
        **_sources(told),
        **_where(told.row.place, sides),
        "event_clarity": _clarity(told),
        "date_prec": date_precision(dates),
        "date_start": dates.earliest if dates else None,
        "date_end": dates.latest if dates else None,
        **_deaths(dead, side_a, side_b),
    }


def _sides(told: Told, sides: Sides, dead: list[Figure]) -> tuple[int | None, str | None, str | None]:
    actor, target, day = told.row.actor, told.row.target, told.day
    if is_civilian(target):
        only = all(one.party is None or is_civilian(one.party) for one in dead)
        return 3 if actor is not None and only else None, actor, CIVILIANS
    ruling = [sides.governs(one, day) for one in (actor, target)]
    if ruling == [False, True]:
        actor, target = target, actor
    if actor is None or target is None or key(actor) == key(target):
        return None, actor, target
    if any(ruling):
        return 1, actor, target
    known = all(sides.kind(one, day) is not None for one in (actor, target))
    return 2 if known else None, actor, target


def _sources(told: Told) -> Values:
    reports = told.reports()
    return {
        "source_article": ";".join(", ".join(part for part in _article(one) if part) for one in reports),
        "source_office": ";".join(_item(one.outlet) for one in reports),
        "source_date": ";".join(one.published.isoformat() if one.published else NO_DATE for one in reports),
        "source_headline": ";".join(_item(one.title) for one in reports),
        "source_original": ";".join(map(_item, told.speakers())),
    }


def _assessed(told: Told) -> list[str]:
    return [sentence(one, reason=False) for one in told.assessments]


def _item(words: str | None) -> str:
    """Give words for a list that has semicolons between its items."""
    return (words or "").replace(";", ",")


def _article(report: ReportReference) -> tuple[str | None, ...]:
    day = report.published.isoformat() if report.published else None
    return (_item(report.outlet or report.id), day, _item(report.title))


def _where(place: Place | None, sides: Sides) -> Values:
    values = placed(place, sides, _PLACE)
    if values.get("latitude") is not None:
        values["geom_wkt"] = f"POINT ({values['longitude']} {values['latitude']})"
    return values


def _clarity(told: Told) -> int | None:
    used = {claim for figure in told.row.figures for claim in figure.claims}
    if any(_is_window(count) for claim in told.claims if claim.id in used for count in claim.counts):
        return 2
    return 1 if date_precision(told.row.dates) == 1 else None


def _is_window(count: Count) -> bool:
    return count.scope is not Scope.EVENT and count.outcome is Outcome.KILLED and count.unit is Unit.PERSONS


def _deaths(dead: list[Figure], side_a: str | None, side_b: str | None) -> Values:
    low, best, high = total(dead)
    if best is None:
        return {"low": low, "high": high}
    sums = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    for one in dead:
        sums[_column(one, side_a, side_b)] += one.best or 0
    return {**sums, "best": sum(sums.values()), "low": low, "high": high}


def _column(figure: Figure, side_a: str | None, side_b: str | None) -> str:
    if is_civilian(figure.party):
        return "deaths_civilians"
    if figure.party is not None and key(figure.party) == key(side_a):
        return "deaths_a"
    return "deaths_b" if figure.party is not None and key(figure.party) == key(side_b) else "deaths_unknown"
