"""Incidents as FollowTheMoney entities, one JSON object a line.

Event, Organization, Article and Documentation of FollowTheMoney 4: a claim is the Documentation of an event by an article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

import msgspec

from counterclaim.claims.claim import Claim, ReportReference
from counterclaim.comparison.party import NO_SIDE, key, speaker
from counterclaim.export.assessed import sentence
from counterclaim.export.shape import Shape, Written
from counterclaim.export.told import Told, number_words

Entity = dict[str, str | dict[str, list[str]]]

FTM: Final = Shape(
    name="ftm",
    title="Incidents as FollowTheMoney entities",
    mediatype="application/x-ndjson",
    dropped={
        "coordinates": "an Event has a place by name alone",
        "counterclaims": "no property for claims that cannot both hold; how many there are stands in the event's notes",
        "persons": "no Person is made of a name in a claim",
        "precision": "of days and places",
    },
    degraded={
        "figures": "in words in the event's notes, with the policy: an Event has no quantities",
        "assessments": "in words in the event's notes",
        "claims": "a Documentation with the quote as summary and the asserter in its role",
    },
)


def write_ftm(tolds: Iterable[Told], stream: BinaryIO) -> Written:
    """Write the parties and articles of an incident where they are first needed, then the event and its claims."""
    seen: set[str] = set()
    many = 0
    for told in tolds:
        for entity in _entities(told):
            name = str(entity["id"])
            if name not in seen:
                seen.add(name)
                stream.write(msgspec.json.encode(entity) + b"\n")
                many += 1
    return Written(rows=many)


def _entities(told: Told) -> Iterator[Entity]:
    parties = sorted({name for name in (told.row.actor, told.row.target) if name and key(name) not in NO_SIDE})
    for name in parties:
        yield _entity(_party_id(name), "Organization", name=[name])
    for report in told.reports():
        yield _article(report)
    event = f"counterclaim-incident-{told.incident.id}"
    place = told.row.place
    where = (place.name or place.text) if place else None
    dates = told.row.dates
    yield _entity(
        event,
        "Event",
        name=[f"Claims about {where or 'an unknown place'}"],
        startDate=[dates.earliest.isoformat()] if dates else [],
        endDate=[dates.latest.isoformat()] if dates else [],
        location=[where] if where else [],
        country=[place.country.lower()] if place and place.country else [],
        involved=[_party_id(name) for name in parties],
        notes=_notes(told),
    )
    for claim in told.claims:
        yield _documentation(claim, event)


def _notes(told: Told) -> list[str]:
    disputes = len(told.incident.counterclaims)
    return [
        f"policy {told.row.policy}; status {told.incident.status}; {disputes} counterclaims; claimed, never assessed",
        *(number_words(figure) for figure in told.row.figures),
        *map(sentence, told.assessments),
    ]


def _article(report: ReportReference) -> Entity:
    web = report.url if report.url and report.url.startswith(("http://", "https://")) else None
    return _entity(
        _report_id(report),
        "Article",
        title=[report.title] if report.title else [],
        fileName=[] if report.title else [report.id],
        publisher=[report.outlet] if report.outlet else [],
        sourceUrl=[web] if web else [],
        publishedAt=[report.published.isoformat()] if report.published else [],
    )


def _documentation(claim: Claim, event: str) -> Entity:
    return _entity(
        f"counterclaim-claim-{claim.id}",
        "Documentation",
        document=[_report_id(claim.report)],
        entity=[event],
        role=[f"{claim.stance} by {speaker(claim)}"],
        summary=[claim.quote],
        date=[claim.asserted_at.isoformat()] if claim.asserted_at else [],
        recordId=[claim.id],
    )


def _entity(ident: str, schema: str, **properties: list[str]) -> Entity:
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in properties.items() if values}}


def _party_id(name: str) -> str:
    return f"counterclaim-party-{_digest(key(name) or name)}"


def _report_id(report: ReportReference) -> str:
    return f"counterclaim-report-{_digest(report.sha256 + report.id)}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:20]
