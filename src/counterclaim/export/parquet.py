"""Every table as Parquet, in one folder; DuckDB writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

import duckdb
import msgspec

from counterclaim.claims.assessment import Assessment, holding
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Judgement, standing
from counterclaim.export.shape import Shape, Written
from counterclaim.export.table import CLAIM_COLUMNS, claim_values
from counterclaim.export.told import Told

Record = Mapping[str, Any]

_NUMBERS: Final = {"start": "BIGINT", "end": "BIGINT", "geonames": "BIGINT", "where_prec": "INTEGER", "date_prec": "INTEGER"}
_FLOATS: Final = {"latitude": "DOUBLE", "longitude": "DOUBLE", "confidence": "DOUBLE"}
_OTHERS: Final = {
    "published": "DATE",
    "asserted_at": "DATE",
    "earliest": "DATE",
    "latest": "DATE",
    "unverified": "BOOLEAN",
    "negated": "BOOLEAN",
}
_CLAIM_TYPES: Final = _NUMBERS | _FLOATS | _OTHERS

TABLES: Final[dict[str, dict[str, str]]] = {
    "claims": {name: _CLAIM_TYPES.get(name, "VARCHAR") for name in CLAIM_COLUMNS} | {"document": "VARCHAR"},
    "counts": dict.fromkeys(("claim", "outcome", "unit"), "VARCHAR")
    | {"nth": "INTEGER"}
    | dict.fromkeys(("low", "best", "high"), "BIGINT")
    | dict.fromkeys(("operator", "of", "party", "text", "scope", "window", "revises", "rule"), "VARCHAR")
    | dict.fromkeys(("start", "end"), "BIGINT"),
    "incidents": {
        "incident": "VARCHAR",
        "policy": "VARCHAR",
        "status": "VARCHAR",
        "earliest": "DATE",
        "latest": "DATE",
        "place": "VARCHAR",
        "country": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
        "where_prec": "INTEGER",
        "actor": "VARCHAR",
        "target": "VARCHAR",
        "note": "VARCHAR",
        "document": "VARCHAR",
    },
    "members": {"incident": "VARCHAR", "claim": "VARCHAR"},
    "figures": dict.fromkeys(("incident", "policy", "outcome", "unit", "party", "thing"), "VARCHAR")
    | dict.fromkeys(("low", "best", "high"), "BIGINT")
    | {"said_by": "VARCHAR[]", "claims": "VARCHAR[]"},
    "counterclaims": dict.fromkeys(("incident", "a", "b", "question", "reason"), "VARCHAR"),
    "origins": dict.fromkeys(("incident", "origin", "asserter", "party"), "VARCHAR")
    | {"relays": "VARCHAR[]", "outlets": "VARCHAR[]", "claims": "VARCHAR[]"},
    "positions": dict.fromkeys(
        ("incident", "side", "question", "outcome", "unit", "of", "party", "place", "kind", "scope", "answer"), "VARCHAR"
    )
    | {"as_of": "DATE", "current": "BOOLEAN", "low": "BIGINT", "best": "BIGINT", "high": "BIGINT", "own_loss": "BOOLEAN"}
    | {"origins": "INTEGER", "claims": "VARCHAR[]", "part_of": "VARCHAR", "adds_to": "VARCHAR"},
    "assessments": dict.fromkeys(("assessment", "claim", "rating", "admiralty", "said_by"), "VARCHAR")
    | {"said_at": "TIMESTAMP", "why": "VARCHAR", "undoes": "VARCHAR", "holds": "BOOLEAN"},
    "judgements": dict.fromkeys(("judgement", "a", "b", "verdict", "said_by"), "VARCHAR")
    | {"said_at": "TIMESTAMP", "why": "VARCHAR", "undoes": "VARCHAR", "holds": "BOOLEAN"},
}
"""Columns and DuckDB types of each table."""


PARQUET: Final = Shape(
    name="parquet",
    title="Claims, counts, incidents and what hangs on them, as Parquet",
    mediatype="application/vnd.apache.parquet",
    tables=TABLES,
    dropped={"texts": "the reports' texts stay in the ledger"},
    degraded={"documents": "claims and incidents stand whole, as JSON, in `document`; the columns beside it are for filtering"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All that people judged and assessed, what they took back too."""

    assessments: tuple[Assessment, ...] = ()
    judgements: tuple[Judgement, ...] = ()


NOBODY: Final = People()


def write_parquet(claims: Iterable[Claim], tolds: Iterable[Told], folder: Path, *, policy: str, people: People = NOBODY) -> Written:
    """Write a file a table into a folder that is there already, each with the policy in its metadata, and tell how many rows.

    Rows go through temporary files, so that memory does not grow with the ledger.
    """
    with TemporaryDirectory(dir=folder) as work, ExitStack() as open_:
        lines = {name: open_.enter_context((Path(work) / name).open("wb")) for name in TABLES}
        many = sum(_write_claim(claim, lines) for claim in claims) + sum(_write_told(told, lines) for told in tolds)
        many += sum(_write(lines[name], record) for name, record in _said_by_people(people))
        for stream in lines.values():
            stream.flush()
        with duckdb.connect() as database:
            for name, columns in TABLES.items():
                _copy(database, Path(work) / name, folder / f"{name}.parquet", columns, policy)
    return Written(rows=many)


def claims_in_parquet(folder: Path) -> Iterator[Claim]:
    """Give the claims back out of a folder that `write_parquet` wrote, by id."""
    with duckdb.connect() as database:
        found = database.execute("SELECT document FROM read_parquet(?) ORDER BY claim", [str(folder / "claims.parquet")]).fetchall()
    for (document,) in found:
        yield msgspec.json.decode(document, type=Claim)


def _copy(database: duckdb.DuckDBPyConnection, lines: Path, out: Path, columns: Mapping[str, str], policy: str) -> None:
    shape = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    named = ", ".join(f'"{name}"' for name in columns)
    target, kept = (str(words).replace("'", "''") for words in (out, policy))
    database.execute(
        f"COPY (SELECT {named} FROM read_json(?, format='newline_delimited', columns={{{shape}}}, maximum_object_size=268435456)) "
        f"TO '{target}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{counterclaim_policy: '{kept}'}})",
        [str(lines)],
    )


def _write(stream: IO[bytes], record: Record) -> int:
    stream.write(msgspec.json.encode(record) + b"\n")
    return 1


def _write_claim(claim: Claim, lines: Mapping[str, IO[bytes]]) -> int:
    many = _write(lines["claims"], claim_values(claim) | {"document": msgspec.json.encode(claim).decode()})
    for nth, count in enumerate(claim.counts, 1):
        many += _write(lines["counts"], {"claim": claim.id, "nth": nth, **_fields(count)})
    return many


def _write_told(told: Told, lines: Mapping[str, IO[bytes]]) -> int:
    return sum(_write(lines[name], record) for name, record in _records(told))


def _records(told: Told) -> Iterator[tuple[str, Record]]:
    incident: dict[str, Any] = {"incident": told.incident.id}
    row, place = told.row, told.row.place
    policy = {"policy": row.policy}
    yield (
        "incidents",
        incident
        | policy
        | {
            "status": told.incident.status,
            "earliest": row.dates.earliest if row.dates else None,
            "latest": row.dates.latest if row.dates else None,
            "place": place.name if place else None,
            "country": place.country if place else None,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "where_prec": place.precision if place else None,
            "actor": row.actor,
            "target": row.target,
            "note": row.note,
            "document": msgspec.json.encode(told.incident).decode(),
        },
    )
    for claim in told.incident.claims:
        yield "members", incident | {"claim": claim}
    for figure in row.figures:
        yield "figures", incident | policy | _fields(figure)
    for pair in told.incident.counterclaims:
        yield "counterclaims", incident | _fields(pair)
    for origin in told.incident.origins:
        yield "origins", incident | {"origin": origin.id} | _fields(origin)
    yield from (("positions", incident | record) for record in _positions(told))


def _said_by_people(people: People) -> Iterator[tuple[str, Record]]:
    """Give a row for each assessment and judgement, with whether it holds; times are in UTC, without a zone."""
    last = {one.id for ones in holding(people.assessments).values() for one in ones}
    for assessment in people.assessments:
        yield "assessments", {"assessment": assessment.id, "holds": assessment.id in last} | _said(assessment)
    valid = {one.id for one in {(one.a, one.b): one for one in standing(people.judgements)}.values()}
    for judgement in people.judgements:
        yield "judgements", {"judgement": judgement.id, "holds": judgement.id in valid} | _said(judgement)


def _said(one: Assessment | Judgement) -> dict[str, Any]:
    return _fields(one) | {"said_by": one.by, "said_at": one.at.replace(tzinfo=None)}


def _positions(told: Told) -> Iterator[dict[str, Any]]:
    for position in told.incident.positions:
        for current, statements in ((False, position.before), (True, position.now)):
            for statement in statements:
                yield {"side": position.side, "current": current} | _fields(position.topic) | _fields(statement)


def _fields(value: Any) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(value)
    return fields
