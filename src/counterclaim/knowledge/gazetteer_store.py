"""The gazetteer's SQLite file: what it holds, how it is written, how it is read."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.claims.errors import MissingResource, UnreadableInput
from counterclaim.knowledge import place_names

NUMBER_BYTES = 7
NAME, ALIAS, CORE = 0, 1, 2
"""How a key belongs to an entry: its name, another name, or a name without its generic word."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, latitude REAL, longitude REAL,
    feature_class TEXT NOT NULL, feature_code TEXT NOT NULL, country TEXT, admin1 TEXT, admin2 TEXT,
    population INTEGER NOT NULL);
CREATE TABLE alias (
    key TEXT NOT NULL, entry INTEGER NOT NULL, kind INTEGER NOT NULL, sound TEXT NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS alias_entry ON alias (entry);
CREATE INDEX IF NOT EXISTS alias_sound ON alias (sound);
CREATE INDEX IF NOT EXISTS entry_country ON entry (country);
"""
COLUMNS = "name, geonames, latitude, longitude, feature_class, feature_code, country, admin1, admin2, population"
INSERT_ENTRY = f"INSERT OR IGNORE INTO entry ({COLUMNS}, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (constants only)
INSERT_ALIAS = "INSERT INTO alias (key, entry, kind, sound) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = min(kind, excluded.kind)"
BY_KEY = f"SELECT {COLUMNS}, kind FROM alias JOIN entry ON entry.id = alias.entry WHERE key = ? ORDER BY population DESC, id"  # noqa: S608
BY_COUNTRY = "SELECT key, feature_class, feature_code, population FROM entry JOIN alias ON alias.entry = entry.id WHERE country IS ?"
BY_SOUND = "SELECT key, entry FROM alias WHERE sound = ?"
BY_ID = f"SELECT {COLUMNS} FROM entry WHERE id = ?"  # noqa: S608
COUNTRY_BY_CODE = f"SELECT {COLUMNS} FROM entry WHERE country = ? AND feature_code = 'PCLI'"  # noqa: S608
Row = tuple[str, int | None, float | None, float | None, str, str, str | None, str | None, str | None, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the gazetteer. Coordinates are WGS84 degrees, `country` ISO 3166 alpha-2, classes and codes GeoNames'.

    A feature that several countries share, such as a ceasefire line, has no country.
    """

    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature_class: str = "P"
    feature_code: str = "PPL"
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0

    def row(self) -> Row:
        """Give the values in the order of the table's columns."""
        return (
            self.name, self.geonames, self.latitude, self.longitude, self.feature_class, self.feature_code,
            self.country, self.admin1, self.admin2, self.population,
        )  # fmt: skip


def entry_of(row: Row) -> Entry:
    """Give the entry that a table's row holds."""
    name, geonames, latitude, longitude, feature_class, feature_code, country, admin1, admin2, population = row
    return Entry(
        name=name,
        geonames=geonames,
        latitude=latitude,
        longitude=longitude,
        feature_class=feature_class,
        feature_code=feature_code,
        country=country,
        admin1=admin1,
        admin2=admin2,
        population=population,
    )


def read_meta(path: Path) -> dict[str, str]:
    """Give what a file says of itself, nothing where it is no gazetteer."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:
        return {}


def write(
    path: Path, places: Iterable[tuple[Entry, Mapping[str, int]]], meta: Mapping[str, str], regions: Mapping[str, str] | None = None
) -> int:
    """Write a new file with places, the keys that lead to them (key to kind) and names of admin codes; give the number of places."""
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    count = 0
    keys: list[tuple[str, int, int, str]] = []
    for count, (entry, names) in enumerate(places, start=1):
        connection.execute(INSERT_ENTRY, (*entry.row(), count))
        keys.extend((key, count, kind, sound_of(key, entry.country)) for key, kind in names.items())
    connection.executemany(INSERT_ALIAS, sorted(keys))
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.executemany("INSERT INTO region VALUES (?, ?)", sorted((regions or {}).items()))
    connection.executescript(INDEXES + "ANALYZE;")
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return count


def append(path: Path, places: Iterable[tuple[Entry, Mapping[str, int]]]) -> int:
    """Add places to a file, which is made where there is none; give the number of those that it did not hold.

    Raises:
        UnreadableInput: The file is something else, or another process is writing to it.
    """
    added = 0
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                connection.executescript(SCHEMA + INDEXES)
            for entry, names in places:
                number = number_of(entry)
                added += connection.execute(INSERT_ENTRY, (*entry.row(), number)).rowcount
                connection.executemany(INSERT_ALIAS, [(key, number, kind, sound_of(key, entry.country)) for key, kind in names.items()])
    except sqlite3.Error as error:
        way_out = "name another file for your places, or wait until the other program is done"
        raise UnreadableInput(str(path), f"cannot hold places ({error})", way_out=way_out) from error
    return added


def sound_of(key: str, country: str | None) -> str:
    """Give the country and the consonants by which spellings of a name are looked up."""
    return f"{country or ''}:{place_names.skeleton(key)}"


def number_of(entry: Entry) -> int:
    """Give a number that is the same whenever the same place is added."""
    digest = hashlib.sha256(json.dumps(entry.row(), ensure_ascii=False).encode()).digest()
    return int.from_bytes(digest[:NUMBER_BYTES], "big")


class Store:
    """One SQLite file of places, read-only. Each thread and each process opens its own connection on first use."""

    def __init__(self, path: Path, way_out: str) -> None:
        if not path.is_file():
            raise MissingResource(str(path), way_out)
        self.path = path
        self._way_out = way_out
        self._local = threading.local()

    @property
    def _connection(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is None or held[0] != os.getpid():
            uri = f"{self.path.absolute().as_uri()}?mode=ro"
            held = os.getpid(), sqlite3.connect(uri, uri=True)
            self._local.held = held
        return held[1]

    def by_key(self, key: str) -> list[tuple[Entry, int]]:
        """Give the entries that a key leads to, each with the kind of the key, the most populous first."""
        return [(entry_of(row[:-1]), row[-1]) for row in self._all(BY_KEY, key)]

    def by_id(self, entry: int) -> Entry:
        """Give the entry with a number that `keys_of` gave."""
        return entry_of(self._all(BY_ID, entry)[0])

    def countries(self, code: str) -> list[Entry]:
        """Give the country with an ISO 3166 code."""
        return [entry_of(row) for row in self._all(COUNTRY_BY_CODE, code)]

    def alike(self, key: str, country: str) -> list[tuple[str, int]]:
        """Give the keys of a country with the same consonants as a key, each with the number of its entry."""
        return self._all(BY_SOUND, sound_of(key, country))

    def keys_of(self, country: str | None) -> list[tuple[str, str, str, int]]:
        """Give each key of a country's entries with the entry's class, code and population.

        Without a country, those of the features that countries share.
        """
        return self._all(BY_COUNTRY, country)

    def regions(self) -> dict[str, str]:
        """Give the names of the admin codes that GeoNames dumps use."""
        return dict(self._all("SELECT code, name FROM region WHERE code > ?", ""))

    def _all(self, query: str, value: str | int | None) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, (value,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise MissingResource(f"{self.path} as a gazetteer ({error})", self._way_out) from error
