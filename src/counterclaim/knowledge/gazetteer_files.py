"""Files of places that people bring: GeoNames country dumps and CSV files with a header."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from counterclaim.claims.errors import UnreadableInput
from counterclaim.knowledge import place_names
from counterclaim.knowledge.gazetteer_store import ALIAS, CORE, NAME, Entry, append

DUMP_COLUMNS = 19
DUMP_CLASSES = frozenset("PATHL")
HEADER = {
    "name": ("name", "asciiname", "place", "placename", "toponym"),
    "aliases": ("aliases", "alternatenames", "alternate_names", "alternate names", "alias"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "feature_class": ("feature_class", "feature class", "class"),
    "feature_code": ("feature_code", "feature code", "code"),
    "country": ("country", "country_code", "country code", "iso2", "iso"),
    "admin1": ("admin1", "adm1", "adm1_name", "province", "state"),
    "admin2": ("admin2", "adm2", "adm2_name", "district", "county"),
    "geonames": ("geonames", "geonameid", "geonames_id"),
    "population": ("population", "pop"),
}
CODES = {"P": "PPL", "A": "ADMD", "T": "MT", "H": "STM", "L": "AREA", "S": "SPOT", "R": "RD", "V": "FRST"}
FARTHEST_NORTH, FARTHEST_EAST = 90.0, 180.0
NATURAL_WITHOUT_GENERIC = frozenset("TLSRV")
Named = tuple[Entry, dict[str, int]]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlaces:
    """The places of a file with the keys that lead to them, how many rows hold no usable class, and what is wrong where."""

    places: list[Named] = field(default_factory=list)
    skipped: int = 0
    errors: list[str] = field(default_factory=list)


def keys_for(name: str, aliases: Iterable[str] = (), *, natural: bool = False) -> dict[str, int]:
    """Give the keys of a place's names, each with its kind.

    A natural feature is found by its bare name too, but only as a name without its generic word: "Khawak" for "Khawak Pass".
    """
    keys: dict[str, int] = {}
    for kind, text in ((NAME, name), *((ALIAS, alias) for alias in aliases)):
        parsed = place_names.parse(text)
        if parsed.key:
            keys[parsed.key] = min(kind, keys.get(parsed.key, kind))
        if parsed.core and parsed.level and parsed.level != place_names.WATER:
            weaker = CORE if natural or parsed.level in place_names.NATURAL else kind
            keys[parsed.core] = min(weaker, keys.get(parsed.core, weaker))
    return keys


@dataclass(frozen=True, slots=True, kw_only=True)
class AddResult:
    """How many places were new, how many were known or of no usable class, and what is wrong in which line."""

    added: int
    skipped: int
    errors: tuple[str, ...] = ()


def add(database: Path, file: Path, regions: Mapping[str, str] | None = None) -> AddResult:
    """Add a file of places to a database of the user's own, which `Gazetteer.open(extra=[database])` then reads.

    Adding a file twice adds nothing. `regions` names the admin codes of a GeoNames dump (`Gazetteer.regions()`).

    Raises:
        UnreadableInput: The file is no table of places, or the database is something else.
    """
    found = read_places(file, regions)
    added = append(database, found.places)
    return AddResult(added=added, skipped=found.skipped + len(found.places) - added, errors=tuple(found.errors))


def read_places(path: Path, regions: Mapping[str, str] | None = None) -> ReadPlaces:
    """Read a file of places; a bad row is reported with its line number and the rest is kept.

    `regions` gives the names of the admin codes that a GeoNames dump uses ("AF.42" and "AF.42.4202").

    Raises:
        UnreadableInput: It is missing, is not UTF-8, or has neither GeoNames' 19 columns nor a header with a name.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            if first.count("\t") == DUMP_COLUMNS - 1:
                return collect(enumerate(file, start=1), lambda line: from_dump(line, regions or {}))
            rows = csv.DictReader(file, delimiter=delimiter_of(first))
            columns = columns_of(rows.fieldnames or (), path)
            return collect(((rows.line_num, row) for row in rows), lambda row: from_csv(row, columns))
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or "cannot be read", way_out="check the path and its permissions") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(str(path), f"is not a table of text ({error})", way_out="save it as CSV in UTF-8") from error


def delimiter_of(header: str) -> str:
    """Give the delimiter that a header line uses most."""
    return max(",;\t", key=header.count)


def collect(rows: Iterable[tuple[int, Row]], convert: Callable[[Row], Named | None]) -> ReadPlaces:
    """Convert rows one by one; what cannot be converted becomes a message with its line."""
    places: list[Named] = []
    errors: list[str] = []
    skipped = 0
    for line, row in rows:
        try:
            place = convert(row)
        except ValueError as error:
            errors.append(f"line {line}: {error}")
            continue
        if place is None:
            skipped += 1
        else:
            places.append(place)
    return ReadPlaces(places=places, skipped=skipped, errors=errors)


def from_dump(line: str, regions: Mapping[str, str]) -> Named | None:
    """Give the place of one line of a GeoNames dump, or nothing where its class is not kept."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != DUMP_COLUMNS:
        raise ValueError(f"has {len(cells)} columns instead of {DUMP_COLUMNS}")
    geonames, name, plain, aliases, latitude, longitude, feature_class, feature_code, country = cells[:9]
    if feature_class not in DUMP_CLASSES:
        return None
    first, second = f"{country}.{cells[10]}", f"{country}.{cells[10]}.{cells[11]}"
    entry = Entry(
        name=checked_name(name),
        geonames=number(geonames, "geonameid"),
        latitude=degrees(latitude, FARTHEST_NORTH, "latitude"),
        longitude=degrees(longitude, FARTHEST_EAST, "longitude"),
        feature_class=feature_class,
        feature_code=feature_code or CODES[feature_class],
        country=country or None,
        admin1=regions.get(first),
        admin2=regions.get(second),
        population=number(cells[14] or "0", "population"),
    )
    names = [plain, *(alias for alias in aliases.split(",") if alias and place_names.is_latin(alias))]
    return entry, keys_for(name, names, natural=feature_class in NATURAL_WITHOUT_GENERIC)


def columns_of(header: Iterable[str], path: Path) -> dict[str, str]:
    """Give our name of each column that is known, with the file's own name for it."""
    found = {}
    plain = {(title or "").strip().lower(): title for title in header}
    for ours, theirs in HEADER.items():
        for title in theirs:
            if title in plain and ours not in found:
                found[ours] = plain[title]
    if "name" not in found:
        raise UnreadableInput(
            str(path), "has no column of names", place="line 1", way_out=f"give it a header with some of: {', '.join(HEADER)}"
        )
    return found


def from_csv(row: Mapping[str, str | None], columns: Mapping[str, str]) -> Named:
    """Give the place of one row of a CSV file; coordinates come in pairs or not at all."""
    value = {ours: (row.get(theirs) or "").strip() for ours, theirs in columns.items()}
    feature_class = (value.get("feature_class") or "P").upper()
    if feature_class not in CODES:
        raise ValueError(f"{feature_class!r} is no feature class; use one of {', '.join(CODES)}")
    if bool(value.get("latitude")) != bool(value.get("longitude")):
        raise ValueError("one coordinate stands without the other")
    name = checked_name(value["name"])
    entry = Entry(
        name=name,
        geonames=number(value["geonames"], "geonames") if value.get("geonames") else None,
        latitude=degrees(value["latitude"], FARTHEST_NORTH, "latitude") if value.get("latitude") else None,
        longitude=degrees(value["longitude"], FARTHEST_EAST, "longitude") if value.get("longitude") else None,
        feature_class=feature_class,
        feature_code=value.get("feature_code") or CODES[feature_class],
        country=country_code(value.get("country", "")),
        admin1=value.get("admin1") or None,
        admin2=value.get("admin2") or None,
        population=number(value.get("population") or "0", "population"),
    )
    aliases = value.get("aliases", "")
    names = [alias.strip() for alias in aliases.split("|" if "|" in aliases else ";" if ";" in aliases else ",")]
    return entry, keys_for(name, names, natural=feature_class in NATURAL_WITHOUT_GENERIC)


def checked_name(name: str) -> str:
    """Give a name that has letters."""
    if not place_names.key_of(name):
        raise ValueError("has no name")
    return name.strip()


def country_code(text: str) -> str | None:
    """Give an ISO 3166 alpha-2 code, or nothing for a feature that countries share."""
    if text and not (len(text) == 2 and text.isascii() and text.isalpha()):  # noqa: PLR2004 (alpha-2)
        raise ValueError(f"{text!r} is no two-letter country code")
    return text.upper() or None


def number(text: str, column: str) -> int:
    """Give a whole number."""
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is no whole number") from None


def degrees(text: str, limit: float, column: str) -> float:
    """Give degrees within their limit."""
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is no number") from None
    if not -limit <= value <= limit:
        raise ValueError(f"{column} {text} lies outside of -{limit:.0f} to {limit:.0f}")
    return value
