"""Incidents as CSV with HXL hashtags in the second row.

Source: HXL standard 1.1; tags of places, dates and killed people as OCHA's own scrapers of UCDP and ACLED write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counterclaim.claims.count import Outcome
from counterclaim.export.assessed import sentence
from counterclaim.export.cell import Cell
from counterclaim.export.place import placed
from counterclaim.export.shape import Field, Shape
from counterclaim.export.sides import Sides
from counterclaim.export.told import NAMELESS, Told, countable, date_precision, total

_AFFECTED: Final = {
    Outcome.KILLED: "killed",
    Outcome.WOUNDED: "injured",
    Outcome.CAPTURED: "captured",
    Outcome.SURRENDERED: "surrendered",
    Outcome.MISSING: "missing",
    Outcome.DISPLACED: "displaced",
    Outcome.DETAINED: "detained",
    Outcome.KILLED_OR_WOUNDED: "casualties",
}
_PLACE: Final = {
    "country": "country",
    "country_name": "country_name",
    "admin1": "admin1",
    "admin2": "admin2",
    "place": "name",
    "place_text": "text",
    "latitude": "latitude",
    "longitude": "longitude",
    "where_prec": "precision",
}
_BOUNDS: Final = (("low", "min", "lowest"), ("best", "best", "best"), ("high", "max", "highest"))


def _affected() -> Iterator[Field]:
    for outcome, attribute in _AFFECTED.items():
        for name, bound, word in _BOUNDS:
            yield Field(
                name=f"{outcome}_{name}",
                type="integer",
                tag=f"#affected+{attribute}+{bound}",
                holds=f"the policy's {word} number of people {outcome.replace('_', ' ')}, of all sides",
            )


HXL: Final = Shape(
    name="hxl",
    title="Incidents with HXL tags",
    fields=(
        Field(name="incident", tag="#meta+id+incident", holds="the incident's id"),
        Field(name="policy", tag="#meta+policy", holds="the policy that made the row"),
        Field(name="status", tag="#status", holds="how the incident stands; never that it is confirmed"),
        Field(name="claims", type="integer", tag="#meta+claims+num", holds="how many claims"),
        Field(name="origins", type="integer", tag="#meta+origins+num", holds="how many independent origins"),
        Field(name="counterclaims", type="integer", tag="#meta+counterclaims+num", holds="how many pairs of claims cannot both hold"),
        Field(name="asserters", tag="#org+name+asserter", holds="all who assert, with the side that they speak for"),
        Field(name="outlets", tag="#meta+source+outlet", holds="all outlets"),
        Field(name="date_start", type="date", tag="#date+start", holds="earliest day"),
        Field(name="date_end", type="date", tag="#date+end", holds="latest day"),
        Field(name="date_prec", type="integer", tag="#meta+date+precision", holds="UCDP's date_prec"),
        Field(name="actor", tag="#group+name+first", holds="the doer"),
        Field(name="target", tag="#group+name+second", holds="the target"),
        Field(name="country", tag="#country+code+iso2", holds="two letters"),
        Field(name="country_name", tag="#country+name", holds="name of the country"),
        Field(name="admin1", tag="#adm1+name", holds="first-order area"),
        Field(name="admin2", tag="#adm2+name", holds="second-order area"),
        Field(name="place", tag="#loc+name", holds="the place's name"),
        Field(name="place_text", tag="#loc+name+raw", holds="the place in the report's words"),
        Field(name="latitude", type="number", tag="#geo+lat", holds="WGS84"),
        Field(name="longitude", type="number", tag="#geo+lon", holds="WGS84"),
        Field(name="where_prec", type="integer", tag="#geo+precision+code", holds="UCDP's where_prec"),
        *_affected(),
        Field(name="note", tag="#description+note", holds="what the policy left out or could not tell, and what people made of claims"),
    ),
    dropped={
        "p_codes": "not in the gazetteer",
        "things": "vehicles and weapons: #affected is about people",
        "killed_wounded_or_captured": "no tag for three outcomes together",
        "present": "people who are only there are not affected",
        "control": "who claims to hold a place",
        "quotes": "the words of the claims",
        "counterclaims": "their reasons; how many there are is kept",
    },
    degraded={
        "assessments": "in words in note",
        "figures": "all sides together; people of no named side are not added where others are named",
        "sides": NAMELESS,
    },
)


def hxl_row(told: Told, sides: Sides) -> dict[str, Cell]:
    """Give one row by column."""
    row = told.row
    values: dict[str, Cell] = {
        "incident": told.incident.id,
        "policy": row.policy,
        "status": told.incident.status,
        "claims": len(told.claims),
        "origins": len(told.incident.origins),
        "counterclaims": len(told.incident.counterclaims),
        "asserters": "; ".join(told.speakers()),
        "outlets": "; ".join(sorted({one.outlet for one in told.reports() if one.outlet})),
        "date_start": row.dates.earliest if row.dates else None,
        "date_end": row.dates.latest if row.dates else None,
        "date_prec": date_precision(row.dates),
        "actor": row.actor,
        "target": row.target,
        **placed(row.place, sides, _PLACE),
        "note": ". ".join(filter(None, (row.note, *map(sentence, told.assessments)))) or None,
    }
    for outcome in _AFFECTED:
        numbers = total(countable(row.figures, outcome))
        values |= {f"{outcome}_{name}": number for (name, _, _), number in zip(_BOUNDS, numbers, strict=True)}
    return values
