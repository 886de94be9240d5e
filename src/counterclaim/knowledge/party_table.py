"""The tables of parties, their voices and the states, read into records; also a user's own table, or UCDP's actor list."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from counterclaim.claims.errors import UnreadableInput
from counterclaim.claims.party import Party, PartyKind

DATA = Path(__file__).resolve().parent.parent / "data"
PARTY_COLUMNS = ("name", "kind", "countries")
UCDP_NAMES = ("namedata", "name_data", "actor_name", "nameeng")
UCDP_ALIASES = ("namedatafull", "name_data_full", "namefull", "nameorig", "name_orig", "nameorigfull", "name_orig_full", "namefulleng")
UCDP_PLACES = ("location", "loc", "country")
GROUPS = frozenset({PartyKind.REBEL, PartyKind.MILITIA, PartyKind.PRIVATE_MILITARY, PartyKind.DE_FACTO})
_GOVERNMENT = "government of "

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """What a party is for a time, and on whose side; `governs` is the country whose government it is, though its name stays."""

    kind: PartyKind
    since: date | None = None
    until: date | None = None
    governs: str | None = None
    allies: tuple[str, ...] = ()

    def holds(self, on: date | None) -> bool:
        """Tell whether the phase covers a day; without a day, whether it has no end."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecord:
    """One row, or several rows of one name, of the table of parties: what it is when, its names, its relations."""

    name: str
    countries: tuple[str, ...]
    phases: tuple[Phase, ...]
    aliases: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    part_of: str | None = None
    source: str = ""

    def party(self, on: date | None = None) -> Party:
        """Give the party as it was on a day; without a day, as it is last known."""
        phase = self.phase(on) or self.phases[-1]
        return Party(name=self.name, kind=phase.kind, countries=self.countries)

    def phase(self, on: date | None) -> Phase | None:
        """Give the phase that covers a day, if any does."""
        return next((p for p in self.phases if p.holds(on)), None)

    def allies(self, on: date | None) -> tuple[str, ...]:
        """Give the parties on whose side it fights on a day; without a day, now."""
        phase = self.phase(on) or self.phases[-1]
        return phase.allies


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One person who speaks for, leads or commands a party, from when to when."""

    name: str
    party: str
    variants: tuple[str, ...] = ()
    role: str = ""
    since: date | None = None
    until: date | None = None

    def speaks(self, on: date | None) -> bool:
        """Tell whether the person spoke for the party on a day; without a day, yes."""
        return on is None or ((self.since is None or self.since <= on) and (self.until is None or on <= self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state: ISO 3166 alpha-2, names, adjectives and nouns of people, capitals and seats that stand for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Tables:
    """All that was read."""

    states: list[State] = field(default_factory=list)
    parties: dict[str, PartyRecord] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)


def read_tables(extra: Iterable[Path] = ()) -> Tables:
    """Give the product's own tables, widened by the user's."""
    tables = Tables(states=[_state(row) for _, row in rows_of(DATA / "states.csv")])
    _add_parties(tables, DATA / "parties.csv")
    tables.voices = [_voice(row, DATA / "voices.csv", line) for line, row in rows_of(DATA / "voices.csv")]
    for path in extra:
        _add_extra(tables, path)
    return tables


def without_groups(tables: Tables) -> Tables:
    """Give tables in which nobody knows an armed group or who speaks for one: what a new war finds."""
    parties = {name: record for name, record in tables.parties.items() if not any(phase.kind in GROUPS for phase in record.phases)}
    return Tables(
        states=tables.states, parties=parties, voices=[v for v in tables.voices if v.party in parties or v.party not in tables.parties]
    )


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows of a CSV file with their line numbers; column names in lower case.

    Raises:
        UnreadableInput: for a file that is missing, not UTF-8 or not CSV.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                yield reader.line_num, {(k or "").strip().lower(): (v or "").strip() for k, v in row.items() if isinstance(v, str | None)}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(str(path), str(error), way_out="give a CSV file in UTF-8 with a header line") from error


def _state(row: Row) -> State:
    return State(
        code=row["code"], name=row["name"], aliases=_many(row["aliases"]), people=_many(row["people"]), capitals=_many(row["capitals"])
    )


def _add_parties(tables: Tables, path: Path) -> None:
    for line, row in rows_of(path):
        record = _record(row, path, line)
        known = tables.parties.get(record.name)
        tables.parties[record.name] = record if known is None else _merged(known, record)


def _merged(known: PartyRecord, more: PartyRecord) -> PartyRecord:
    return PartyRecord(
        name=known.name,
        countries=_union(known.countries, more.countries),
        phases=known.phases + tuple(p for p in more.phases if p not in known.phases),
        aliases=_union(known.aliases, more.aliases),
        loose=_union(known.loose, more.loose),
        conflicts=_union(known.conflicts, more.conflicts),
        part_of=more.part_of or known.part_of,
        source=known.source,
    )


def _record(row: Row, path: Path, line: int) -> PartyRecord:
    missing = [c for c in PARTY_COLUMNS if c not in row]
    if missing:
        raise UnreadableInput(str(path), f"no column {', '.join(missing)}", way_out=f"the header needs {', '.join(PARTY_COLUMNS)}")
    if not row["name"]:
        raise UnreadableInput(str(path), "a party without a name", place=f"line {line}", way_out="give every row a name")
    return PartyRecord(
        name=row["name"],
        countries=_codes(row["countries"], path, line),
        phases=(_phase(row, path, line),),
        aliases=_many(row.get("aliases", "")),
        loose=_many(row.get("loose", "")),
        conflicts=_many(row.get("conflicts", "")),
        part_of=row.get("part_of") or None,
        source=row.get("source", ""),
    )


def _phase(row: Row, path: Path, line: int) -> Phase:
    try:
        kind = PartyKind(row["kind"])
    except ValueError as error:
        kinds = ", ".join(PartyKind)
        raise UnreadableInput(str(path), f"no such kind: {row['kind']!r}", place=f"line {line}", way_out=f"use one of {kinds}") from error
    since, until = _day(row.get("from", ""), path, line), _day(row.get("to", ""), path, line)
    return Phase(kind=kind, since=since, until=until, governs=row.get("governs") or None, allies=_many(row.get("ally_of", "")))


def _voice(row: Row, path: Path, line: int) -> Voice:
    since, until = _day(row["from"], path, line), _day(row["to"], path, line)
    return Voice(name=row["name"], party=row["party"], variants=_many(row["variants"]), role=row["role"], since=since, until=until)


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _union(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return left + tuple(x for x in right if x not in left)


def _codes(cell: str, path: Path, line: int) -> tuple[str, ...]:
    codes = _many(cell)
    for code in codes:
        if len(code) != 2 or not code.isalpha() or not code.isupper():  # noqa: PLR2004 - ISO 3166 alpha-2
            reason = f"not an ISO 3166 alpha-2 code: {code!r}"
            raise UnreadableInput(str(path), reason, place=f"line {line}", way_out="write countries as AF;PK")
    return codes


def _day(cell: str, path: Path, line: int) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise UnreadableInput(str(path), f"not a day: {cell!r}", place=f"line {line}", way_out="write days as 2021-08-15") from error


def _add_extra(tables: Tables, path: Path) -> None:
    header = _header(path)
    if set(PARTY_COLUMNS) <= header:
        _add_parties(tables, path)
    elif header & set(UCDP_NAMES):
        _add_ucdp(tables, path)
    else:
        reason = f"neither a table of parties nor UCDP's actor list: its columns are {', '.join(sorted(header)) or 'none'}"
        raise UnreadableInput(str(path), reason, place="line 1", way_out=f"the header needs {', '.join(PARTY_COLUMNS)}")


def _header(path: Path) -> set[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {name.strip().lower() for name in next(csv.reader(file), [])}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(str(path), str(error), way_out="give a CSV file in UTF-8 with a header line") from error


def _add_ucdp(tables: Tables, path: Path) -> None:
    """Add UCDP's actors: `Government of X` is a state that is known already, all others are non-state parties."""
    by_name = {name.casefold(): s.code for s in tables.states for name in (s.name, *s.aliases)}
    for _, row in rows_of(path):
        name = _first(row, UCDP_NAMES)
        if not name or name.casefold().startswith(_GOVERNMENT):
            continue
        places = [p.split("(")[0].strip().casefold() for p in _first(row, UCDP_PLACES).replace(";", ",").split(",")]
        aliases = tuple(dict.fromkeys(row[c] for c in UCDP_ALIASES if row.get(c) and row[c] != name))
        record = PartyRecord(
            name=name,
            countries=tuple(dict.fromkeys(by_name[p] for p in places if p in by_name)),
            phases=(Phase(kind=PartyKind.REBEL),),
            aliases=aliases,
            source="UCDP",
        )
        _add_unknown(tables, record)


def _add_unknown(tables: Tables, record: PartyRecord) -> None:
    names = {record.name.casefold(), *(a.casefold() for a in record.aliases)}
    for known in tables.parties.values():
        if names & {known.name.casefold(), *(a.casefold() for a in known.aliases)}:
            tables.parties[known.name] = PartyRecord(
                name=known.name,
                countries=known.countries,
                phases=known.phases,
                aliases=_union(known.aliases, (record.name, *record.aliases)),
                loose=known.loose,
                conflicts=known.conflicts,
                part_of=known.part_of,
                source=known.source,
            )
            return
    tables.parties[record.name] = record


def _first(row: Row, columns: tuple[str, ...]) -> str:
    return next((row[c] for c in columns if row.get(c)), "")
