"""Incidents and claims as JSON-LD: schema.org's Claim, and PROV for where each comes from.

A ClaimReview is written for what a named person made of a claim, and for nothing else: the program reviews none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import quote

import msgspec

from counterclaim.claims.claim import Claim, ReportReference
from counterclaim.claims.place import Place
from counterclaim.export.review import review
from counterclaim.export.shape import Shape, Written
from counterclaim.export.told import Told

Object = dict[str, Any]

CONTEXT: Final = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "cc": "urn:counterclaim:vocabulary:",
    "schema:datePublished": {"@type": "xsd:date"},
    "prov:generatedAtTime": {"@type": "xsd:dateTime"},
    "cc:policyRow": {"@type": "@json"},
    "cc:claim": {"@type": "@json"},
    "cc:contradicts": {"@type": "@id"},
}
JSONLD: Final = Shape(
    name="jsonld",
    title="Claims as schema.org Claim with PROV, and the incidents that they are about",
    mediatype="application/ld+json",
    dropped={
        "positions": "who maintained what before",
    },
    degraded={
        "assessments": "a ClaimReview for what holds of each person's; what was taken back stays in the ledger, and in parquet",
        "claim": "schema.org's Claim has no count, outcome, control or stance: they stand whole in cc:claim, in our own words",
        "counterclaims": "schema.org has no relation between claims: cc:contradicts, and the reasons in the incident",
    },
)


def write_jsonld(tolds: Iterable[Told], stream: BinaryIO, *, policy: str) -> Written:
    """Write one document, its nodes one a line: the reports, programs and claims of an incident, then the incident."""
    about = {"@id": "urn:counterclaim:export", "cc:policy": policy, "cc:note": "claims, never an assessment"}
    stream.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[\n' + msgspec.json.encode(about))
    seen: set[str] = set()
    many = 1
    for told in tolds:
        for node in _nodes(told):
            if node["@id"] not in seen:
                seen.add(node["@id"])
                stream.write(b",\n" + msgspec.json.encode(node))
                many += 1
    stream.write(b"\n]}\n")
    return Written(rows=many)


def claims_in_jsonld(document: bytes) -> Iterator[Claim]:
    """Give the claims back out of a document that `write_jsonld` wrote, each once."""
    for node in msgspec.json.decode(document)["@graph"]:
        if node.get("@type") == ["schema:Claim", "prov:Entity"]:
            yield msgspec.convert(node["cc:claim"], Claim)


def _nodes(told: Told) -> Iterator[Object]:
    for report in told.reports():
        yield _report(report)
    disputes: dict[str, list[str]] = {}
    for one in told.incident.counterclaims:
        disputes.setdefault(one.a, []).append(_claim_id(one.b))
        disputes.setdefault(one.b, []).append(_claim_id(one.a))
    for claim in told.claims:
        yield _program(claim)
        yield _claim(claim, told.incident.id, sorted(set(disputes.get(claim.id, ()))))
    quotes = {claim.id: claim.quote for claim in told.claims}
    for assessment in told.assessments:
        yield review(assessment, quotes[assessment.claim], _claim_id(assessment.claim))
    yield {
        "@id": _incident_id(told.incident.id),
        "@type": ["prov:Entity", "cc:Incident"],
        "cc:status": told.incident.status,
        "cc:policyRow": told.row,
        "cc:counterclaims": [one.reason for one in told.incident.counterclaims],
        "prov:wasDerivedFrom": [{"@id": _claim_id(claim.id)} for claim in told.claims],
    }


def _claim(claim: Claim, incident: str, disputes: list[str]) -> Object:
    report = {"@id": _report_id(claim.report)}
    node: Object = {
        "@id": _claim_id(claim.id),
        "@type": ["schema:Claim", "prov:Entity"],
        "schema:text": claim.quote,
        "schema:author": _author(claim),
        "schema:appearance": report,
        "schema:about": {"@id": _incident_id(incident)},
        "prov:wasQuotedFrom": report,
        "prov:wasAttributedTo": {"@id": f"{_claim_id(claim.id)}:asserter"},
        "prov:wasGeneratedBy": {
            "@id": f"{_claim_id(claim.id)}:reading",
            "@type": "prov:Activity",
            "prov:used": report,
            "prov:wasAssociatedWith": {"@id": _program_id(claim)},
        },
        "cc:contradicts": disputes,
        "cc:claim": claim,
    }
    if claim.asserted_at is not None:
        node["schema:datePublished"] = claim.asserted_at
    if claim.place is not None:
        node["schema:contentLocation"] = _location(claim.place)
    return node


def _author(claim: Claim) -> Object:
    name = claim.source.name if claim.source else claim.report.outlet or claim.report.id
    node: Object = {"@id": f"{_claim_id(claim.id)}:asserter", "@type": "prov:Agent", "schema:name": name}
    if claim.source is not None and claim.source.party:
        node["prov:actedOnBehalfOf"] = {"@type": "prov:Agent", "schema:name": claim.source.party}
    return node


def _location(place: Place) -> Object:
    node: Object = {"@type": "schema:Place", "schema:name": place.name or place.text}
    if place.latitude is not None and place.longitude is not None:
        node["schema:geo"] = {"@type": "schema:GeoCoordinates", "schema:latitude": place.latitude, "schema:longitude": place.longitude}
    return node


def _report(report: ReportReference) -> Object:
    told = {"schema:headline": report.title, "schema:url": report.url, "schema:datePublished": report.published}
    node: Object = {
        "@id": _report_id(report),
        "@type": ["schema:CreativeWork", "prov:Entity"],
        "schema:identifier": f"sha256:{report.sha256}",
    }
    if report.outlet:
        node["schema:publisher"] = {"@type": "schema:Organization", "schema:name": report.outlet}
    return node | {name: value for name, value in told.items() if value is not None}


def _program(claim: Claim) -> Object:
    name = f"{claim.extractor.name} {claim.extractor.version}"
    return {"@id": _program_id(claim), "@type": "prov:SoftwareAgent", "schema:name": name}


def _claim_id(ident: str) -> str:
    return f"urn:counterclaim:claim:{ident}"


def _incident_id(ident: str) -> str:
    return f"urn:counterclaim:incident:{ident}"


def _report_id(report: ReportReference) -> str:
    return f"urn:counterclaim:report:{report.sha256}:{_plain(report.id)}"


def _program_id(claim: Claim) -> str:
    return f"urn:counterclaim:program:{_plain(claim.extractor.name)}:{_plain(claim.extractor.version)}"


def _plain(words: str) -> str:
    """Give words as a part of a URN."""
    return quote(words, safe="-._")
