"""A ledger to a file in a format of others, one row an incident by a named policy, or the claims as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar

from counterclaim.claims.assessment import holding
from counterclaim.claims.claim import Claim
from counterclaim.claims.incident import Incident

if TYPE_CHECKING:
    from counterclaim.export.assessed import Assessed
    from counterclaim.export.shape import Written
    from counterclaim.export.sides import Sides
    from counterclaim.export.told import Told
    from counterclaim.ledger import ClaimQuery, IncidentQuery, Ledger

Item = TypeVar("Item")

BATCH: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which claims or incidents are exported, in which format, by which policy; a filter that is None asks nothing."""

    shape: str
    policy: str = "list_all"
    since: dt.date | None = None
    until: dt.date | None = None
    party: str | None = None
    place: str | None = None
    bom: bool = False

    def filters(self) -> dict[str, str]:
        """Give the filters that ask something, in words."""
        asked = {"since": self.since, "until": self.until, "party": self.party, "place": self.place}
        return {name: str(value) for name, value in asked.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """Reads one ledger for one export. `parties` are tables of parties of one's own, beside the built-in ones.

    `watch` is told what goes by, how many did, and how many there are (0 where nobody knows).
    """

    ledger: Ledger
    asked: Asked
    parties: tuple[Path, ...] = ()
    watch: Callable[[str, int, int], None] = lambda _what, _done, _total: None

    def write(self, stream: BinaryIO) -> Written:
        """Write a format that is one file."""
        from counterclaim.export.formats import TABULAR

        shape, claims = self.asked.shape, self._claims
        if shape in TABULAR and shape != "csv":
            return self._rows(stream)
        match shape:
            case "claims" | "csv":
                return _of_claims(shape, claims(), stream, bom=self.asked.bom, known=self._assessed())
            case "incidents":
                from counterclaim.export.incidents import write_incidents
                from counterclaim.export.shape import Written

                return Written(rows=write_incidents(self._incidents(), stream))
            case _:
                return self._document(stream)

    def write_tables(self, folder: Path) -> Written:
        """Write Parquet files into a folder."""
        from counterclaim.export.parquet import People, write_parquet

        people = People(assessments=self.ledger.assessments(), judgements=self.ledger.judgements())
        return write_parquet(self._claims(), self._tolds(), folder, policy=self.asked.policy, people=people)

    def _rows(self, stream: BinaryIO) -> Written:
        from counterclaim.export.acled import acled_row
        from counterclaim.export.formats import SHAPES
        from counterclaim.export.ged import ged_row
        from counterclaim.export.hxl import hxl_row
        from counterclaim.export.rows import write_rows

        make: Callable[[Told, Sides], Any] = {"ged": ged_row, "acled": acled_row, "hxl": hxl_row}[self.asked.shape]
        sides = self._sides()
        return write_rows(SHAPES[self.asked.shape], self._tolds(sides), lambda told: make(told, sides), stream, bom=self.asked.bom)

    def _document(self, stream: BinaryIO) -> Written:
        from counterclaim.comparison.timeline import timelines
        from counterclaim.export.ftm import write_ftm
        from counterclaim.export.geojson import write_geojson
        from counterclaim.export.jsonld import write_jsonld

        match self.asked.shape:
            case "geojson":
                about_control = (claim for claim in self._claims() if claim.control is not None)
                return write_geojson(self._tolds(), timelines(about_control), stream, policy=self.asked.policy)
            case "jsonld":
                return write_jsonld(self._tolds(), stream, policy=self.asked.policy)
            case _:
                return write_ftm(self._tolds(), stream)

    def _claims(self) -> Iterator[Claim]:
        for nth, claim in enumerate(self.ledger.claims(self._claim_query()), 1):
            self.watch("claims", nth, 0)
            yield claim

    def _incidents(self) -> Iterator[Incident]:
        known = 0 if self.asked.filters() else self.ledger.number_of_incidents()
        for nth, incident in enumerate(self.ledger.incidents(self._incident_query()), 1):
            self.watch("incidents", nth, known)
            yield incident

    def _sides(self) -> Sides:
        from counterclaim.export.sides import Sides

        return Sides(self.parties)

    def _tolds(self, sides: Sides | None = None) -> Iterator[Told]:
        from counterclaim.comparison.policy import POLICIES
        from counterclaim.export.told import tell

        policy, known, assessed = POLICIES[self.asked.policy], sides or self._sides(), self._assessed()
        for batch in _batches(self._incidents(), BATCH):
            claims = self.ledger.claims_named(name for incident in batch for name in incident.claims)
            for incident in batch:
                yield tell(incident, [claims[name] for name in incident.claims], policy, known, assessed)

    def _assessed(self) -> Assessed:
        return holding(self.ledger.assessments())

    def _claim_query(self) -> ClaimQuery:
        from counterclaim.ledger import ClaimQuery

        asked = self.asked
        return ClaimQuery(since=asked.since, until=asked.until, party=asked.party, place=asked.place)

    def _incident_query(self) -> IncidentQuery:
        from counterclaim.ledger import IncidentQuery

        asked = self.asked
        return IncidentQuery(since=asked.since, until=asked.until, party=asked.party, place=asked.place)


def _of_claims(shape: str, claims: Iterable[Claim], stream: BinaryIO, *, bom: bool, known: Assessed) -> Written:
    from counterclaim.export.claims import write_claims
    from counterclaim.export.shape import Written
    from counterclaim.export.table import write_table

    return Written(rows=write_claims(claims, stream) if shape == "claims" else write_table(claims, stream, bom=bom, known=known))


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch


def export_to(exporter: Exporter, out: Path, *, force: bool) -> Written:
    """Write a file, or a folder for Parquet, whole or not at all, with what it is beside it: `OUT.about.json`, or `datapackage.json`.

    Raises:
        Unwritable: It is there already and `force` is not given, or its folder is not, or does not take it.
    """
    from counterclaim.export.destination import refuse_existing, whole_file, whole_folder

    refuse_existing(out, force=force)
    if exporter.asked.shape == "parquet":
        with whole_folder(out) as folder:
            written = exporter.write_tables(folder)
            (folder / "datapackage.json").write_bytes(_about(exporter.asked, written, out.name))
        return written
    beside = out.with_name(f"{out.name}.about.json")
    refuse_existing(beside, force=force)
    with whole_file(out) as stream:
        written = exporter.write(stream)
    with whole_file(beside) as stream:
        stream.write(_about(exporter.asked, written, out.name))
    return written


def _about(asked: Asked, written: Written, name: str) -> bytes:
    import msgspec

    from counterclaim.export.about import about
    from counterclaim.export.formats import SHAPES

    told = about(SHAPES[asked.shape], written, policy=asked.policy, asked=asked.filters(), path=name)
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"
