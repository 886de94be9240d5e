"""Between the nouns and the rows of a ledger: what is kept as a column, what only inside the document, and the ids."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

import msgspec

from counterclaim.claims.claim import Claim, Extractor, ReportReference
from counterclaim.claims.errors import InvalidClaim
from counterclaim.claims.incident import Incident
from counterclaim.claims.party import MEDIA
from counterclaim.claims.report import Report

Row = dict[str, Any]

NO_BYTES: Final = ""
"""The `raw_sha256` of an appearance of which only claims are known, made elsewhere."""

_CLAIM: Final = msgspec.json.Decoder(Claim)
_INCIDENT: Final = msgspec.json.Decoder(Incident)

# Where a copy of the text lay, in which wrapping, and what stood before it in that run: nothing that a reader's claims depend on.
_INCIDENTAL: Final = frozenset({"text", "path", "raw_sha256", "copy_of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one extractor made of one report. `started` is None where only the end is known; `failure` tells why there are no claims."""

    report: Report
    claims: tuple[Claim, ...]
    extractor: Extractor
    finished: dt.datetime
    started: dt.datetime | None = None
    failure: str | None = None

    def __post_init__(self) -> None:
        sha256 = self.report.sha256
        strangers = [claim.id for claim in self.claims if claim.report.sha256 != sha256]
        if strangers:
            raise InvalidClaim("report", f"claim {strangers[0]} is of another text than the report {self.report.id}")
        if len({claim.id for claim in self.claims}) < len(self.claims):
            raise InvalidClaim("id", f"two claims of the report {self.report.id} have one id")
        if self.failure is not None and self.claims:
            raise InvalidClaim("failure", f"the reading of {self.report.id} failed and has claims")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that gave no report: which one, where in it, why, what to do, and when it was tried."""

    input: str
    reason: str
    happened: dt.datetime
    place: str | None = None
    way_out: str | None = None


class KeptIncident(NamedTuple):
    """An incident as it is kept: its document, and what is asked of it without reading that.

    `earliest` and `latest` are the first and the last day that its claims tell. A tuple of plain values, since other
    processes hand thousands of them over.
    """

    id: str
    status: str
    claims: int
    origins: int
    earliest: dt.date | None
    latest: dt.date | None
    document: str


def content_id(*parts: object) -> str:
    """Give twenty hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:20]


@lru_cache(maxsize=64)
def moment(when: dt.datetime) -> str:
    """Give the moment in UTC, as text that sorts by time.

    >>> moment(dt.datetime(2021, 9, 5, 3, 30, tzinfo=dt.timezone(dt.timedelta(hours=4, minutes=30))))
    '2021-09-04T23:00:00.000000+00:00'

    Raises:
        InvalidClaim: The moment names no time zone.
    """
    if when.tzinfo is None:
        raise InvalidClaim("when", f"{when.isoformat()} names no time zone")
    return when.astimezone(dt.UTC).isoformat(timespec="microseconds")


def appearance_row(report: Report, sha256: str) -> Row:
    """Give the row of one appearance; its id leaves out where a copy of the text lay."""
    document = msgspec.to_builtins(report)
    del document["text"]
    identity = {key: value for key, value in document.items() if value is not None and key not in _INCIDENTAL}
    columns = ("raw_sha256", "title", "outlet", "byline", "language", "url", "path", "copy_of", "unread")
    return {
        "id": content_id(sha256, sorted(identity.items())),
        "sha256": sha256,
        "report_id": report.id,
        "published": report.published,
        "document": msgspec.json.encode(document).decode(),
        **{column: getattr(report, column) for column in columns},
    }


def report_of(text: str, document: str) -> Report:
    """Give the report back that `appearance_row` was made of."""
    return msgspec.convert(msgspec.json.decode(document) | {"text": text}, Report)


def reading_row(reading: Reading, sha256: str, appearance: str) -> Row:
    """Give the row of one reading; its id is of the appearance and the extractor, so that a failed one may be tried again."""
    made_by = reading.extractor
    finished = moment(reading.finished)
    return {
        "id": content_id(appearance, made_by.name, made_by.version, reading.failure),
        "sha256": sha256,
        "appearance": appearance,
        "extractor": made_by.name,
        "version": made_by.version,
        "started": moment(reading.started) if reading.started else finished,
        "finished": finished,
        "claims": len(reading.claims),
        "failure": reading.failure,
        "loaded": False,
    }


def loaded_appearance_row(report: ReportReference) -> Row:
    """Give the row of a report's appearance as far as claims made elsewhere tell of it."""
    known = {name: getattr(report, name) for name in ("title", "outlet", "url", "published")}
    document = {"id": report.id, "raw_sha256": NO_BYTES, "sections": [], **known}
    return {
        "id": content_id(report.sha256, report.id, *known.values()),
        "sha256": report.sha256,
        "report_id": report.id,
        "raw_sha256": NO_BYTES,
        "language": "en",
        "document": msgspec.json.encode(document).decode(),
        **known,
    }


def loaded_reading_row(report: ReportReference, extractor: Extractor, appearance: str, when: dt.datetime) -> Row:
    """Give the row of what somebody else's reading of a text is kept under; all that one extractor made of one text shares it."""
    return {
        "id": content_id("loaded", report.sha256, extractor.name, extractor.version),
        "sha256": report.sha256,
        "appearance": appearance,
        "extractor": extractor.name,
        "version": extractor.version,
        "started": moment(when),
        "finished": moment(when),
        "claims": 0,
        "failure": None,
        "loaded": True,
    }


def claim_row(claim: Claim, reading: str) -> Row:
    """Give the row of one claim. Where no source is named, the asserter is the outlet and its party the media."""
    source, place, dates = claim.source, claim.place, claim.dates
    return {
        "reading": reading,
        "id": claim.id,
        "report_id": claim.report.id,
        "start": claim.start,
        "end": claim.end,
        "source": source.name if source else None,
        "asserter": source.name if source else claim.report.outlet,
        "party": source.party if source else MEDIA,
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "negated": claim.negated,
        "unverified": claim.unverified,
        "actor": claim.actor,
        "target": claim.target,
        "place_text": place.text if place else None,
        "place": place.name if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "country": place.country if place else None,
        "earliest": dates.earliest if dates else None,
        "latest": dates.latest if dates else None,
        "published": claim.report.published,
        "confidence": claim.confidence,
        "document": msgspec.json.encode(claim).decode(),
    }


def claim_of(document: str) -> Claim:
    """Give the claim back that `claim_row` was made of."""
    return _CLAIM.decode(document)


def kept_incident(incident: Incident, *, earliest: dt.date | None = None, latest: dt.date | None = None) -> KeptIncident:
    """Give an incident in the form in which it is kept."""
    document = msgspec.json.encode(incident).decode()
    return KeptIncident(incident.id, incident.status.value, len(incident.claims), len(incident.origins), earliest, latest, document)


def incident_of(document: str) -> Incident:
    """Give the incident back that was kept."""
    return _INCIDENT.decode(document)


def count_rows(claim: Claim, reading: str) -> list[Row]:
    """Give one row a count, in the claim's order."""
    return [
        {
            "reading": reading,
            "claim": claim.id,
            "nth": nth,
            "outcome": count.outcome.value,
            "unit": count.unit.value,
            "low": count.low,
            "high": count.high,
            "best": count.best,
            "operator": count.operator.value,
            "party": count.party,
            "text": count.text,
        }
        for nth, count in enumerate(claim.counts)
    ]


def failure_row(failure: Failure) -> Row:
    """Give the row of one failure; its id leaves the moment out, so that the same failure is kept once."""
    return {
        "id": content_id(failure.input, failure.place, failure.reason, failure.way_out),
        "input": failure.input,
        "place": failure.place,
        "reason": failure.reason,
        "way_out": failure.way_out,
        "happened": moment(failure.happened),
    }
