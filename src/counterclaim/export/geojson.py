"""Incidents, and who claims to hold which place from when to when, as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

import msgspec

from counterclaim.claims.place import Place
from counterclaim.claims.timeline import Spell, Timeline
from counterclaim.export.shape import Shape, Written
from counterclaim.export.told import Told, date_precision

Object = dict[str, Any]

GEOJSON: Final = Shape(
    name="geojson",
    title="Incidents, and control of places over time as claimed, as GeoJSON",
    mediatype="application/geo+json",
    dropped={
        "quotes": "the words of the claims; their ids are kept",
        "positions": "who maintained what before",
        "origins": "how many there are is kept",
        "counterclaims": "which claims, and why; how many there are is kept",
    },
    degraded={
        "place": "a point; `where_prec` tells how wide the place really is, and is null where that is unknown",
        "control": "without a date it begins on the day of the statement, and `dated` is false; it ends where its own side says otherwise",
    },
)


def write_geojson(tolds: Iterable[Told], timelines: Iterable[Timeline], stream: BinaryIO, *, policy: str) -> Written:
    """Write one collection: a feature an incident, then one a spell of control; geometry is null without coordinates."""
    head = {"policy": policy, "note": "claims, never an assessment", "dropped": GEOJSON.dropped, "degraded": GEOJSON.degraded}
    stream.write(b'{"type":"FeatureCollection","counterclaim":' + msgspec.json.encode(head) + b',"features":[')
    many = 0
    for feature in _features(tolds, timelines):
        stream.write((b",\n" if many else b"\n") + msgspec.json.encode(feature))
        many += 1
    stream.write(b"\n]}\n")
    return Written(rows=many)


def _features(tolds: Iterable[Told], timelines: Iterable[Timeline]) -> Iterator[Object]:
    for told in tolds:
        yield incident_feature(told)
    for timeline in timelines:
        for nth, spell in enumerate(timeline.spells):
            yield spell_feature(timeline, spell, nth)


def incident_feature(told: Told) -> Object:
    """Give the feature of an incident: days as `start` and `end`, both null where no claim tells any."""
    row = told.row
    properties = {
        "what": "incident",
        "policy": row.policy,
        "status": told.incident.status,
        "start": row.dates.earliest if row.dates else None,
        "end": row.dates.latest if row.dates else None,
        "date_prec": date_precision(row.dates),
        **_place(row.place),
        "actor": row.actor,
        "target": row.target,
        "figures": row.figures,
        "asserters": told.speakers(),
        "origins": len(told.incident.origins),
        "counterclaims": len(told.incident.counterclaims),
        "claims": told.incident.claims,
        "assessments": told.assessments,
        "note": row.note,
    }
    return {"type": "Feature", "id": f"incident-{told.incident.id}", "geometry": _point(row.place), "properties": properties}


def spell_feature(timeline: Timeline, spell: Spell, nth: int) -> Object:
    """Give the feature of one thing that a side maintains about a place; `end` is null while it says nothing else."""
    properties = {
        "what": "control_claimed",
        "side": spell.side,
        "party": spell.party,
        "change": spell.change,
        "negated": spell.negated,
        "start": spell.start,
        "end": spell.end,
        "dated": spell.dated,
        **_place(timeline.place),
        "claims": spell.claims,
    }
    return {"type": "Feature", "id": f"control-{timeline.key}-{nth}", "geometry": _point(timeline.place), "properties": properties}


def _place(place: Place | None) -> Object:
    return {
        "place": place.name if place else None,
        "place_text": place.text if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "where_prec": place.precision if place else None,
    }


def _point(place: Place | None) -> Object | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
