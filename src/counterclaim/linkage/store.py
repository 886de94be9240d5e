"""The work file of linking: features, keys and scored pairs in DuckDB, which can be thrown away and made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

import duckdb
import msgspec
import numpy as np

from counterclaim.claims.claim import Claim
from counterclaim.claims.errors import LedgerError
from counterclaim.claims.incident import content_id
from counterclaim.linkage.blocks import LARGEST, keys_of
from counterclaim.linkage.comparisons import COMPARISONS, level_sql, prepared, score_sql
from counterclaim.linkage.features import Features, features_of
from counterclaim.linkage.report_names import NAMELESS, TextsOf, names_of_report, no_texts
from counterclaim.linkage.weights import Weights

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

_SQL_TYPES: Final = {
    "str": "VARCHAR",
    "int": "BIGINT",
    "bool": "BOOLEAN",
    "float": "DOUBLE",
    "tuple[str, ...]": "VARCHAR[]",
    "tuple[int, ...]": "BIGINT[4]",
    "list[int]": "BIGINT[]",
}
COLUMNS: Final = {name: _SQL_TYPES[str(kind).removesuffix(" | None")] for name, kind in Features.__annotations__.items()}
"""The columns of a claim's row and their types in SQL."""

_LISTED: Final = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
_TABLES: Final = f"""
CREATE TABLE IF NOT EXISTS claims (n INTEGER, {_LISTED});
CREATE TABLE IF NOT EXISTS keys (n INTEGER, key BIGINT, own BOOLEAN);
CREATE TABLE IF NOT EXISTS pairs (a INTEGER, b INTEGER, score INTEGER);
CREATE TABLE IF NOT EXISTS groups (n INTEGER, component INTEGER, incident VARCHAR);
CREATE TABLE IF NOT EXISTS judged (a VARCHAR, b VARCHAR, same BOOLEAN);
CREATE TEMP TABLE changed (n INTEGER);
CREATE TEMP TABLE touched (key BIGINT, more INTEGER);
CREATE TEMP TABLE stale (component INTEGER);
"""
_LEAST: Final = -1000  # hundredths of a bit; pairs below that are not kept
_BATCH: Final = 200 * 2**20
_TOGETHER: Final = 2_000
_ENCODER: Final = msgspec.json.Encoder()


class Row(msgspec.Struct, frozen=True):
    """What is written of one claim."""

    features: Features
    keys: list[int]
    other: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Claims whose groups are to be found anew, in the order of their ids, and the scored pairs among them.

    `earliest`, `latest` (ordinals) and `spots` (indexes into `places`) are by claim. `left` and `right` are indexes of
    claims, `scores` hundredths of a bit, all three by pair. `before` has the incident of each claim, or None.
    """

    ids: list[str]
    before: list[str | None]
    earliest: Numbers
    latest: Numbers
    spots: Numbers
    places: list[dict[str, Any]]
    left: Numbers
    right: Numbers
    scores: Numbers


def rows_of(claims: Iterable[Claim], texts: TextsOf) -> Iterator[Features]:
    """Give the rows of claims, in order; texts are asked for together."""
    coming = iter(claims)
    while some := list(islice(coming, _TOGETHER)):
        wanted = {claim.report.sha256 for claim in some}
        known = texts(wanted)
        named = {sha256: names_of_report(known[sha256]) for sha256 in wanted & known.keys()}
        yield from (features_of(claim, named.get(claim.report.sha256, NAMELESS)) for claim in some)


def encoded(claims: Iterable[Claim], texts: TextsOf = no_texts) -> bytes:
    """Give what is written of claims, one line each, in order; it can be made in another process than that which links."""
    rows = (Row(row, *keys_of(row)) for row in rows_of(claims, texts))
    return b"".join(_ENCODER.encode(row) + b"\n" for row in rows)


class Store:
    """Features, keys, pairs and groups of the claims that were linked so far."""

    def __init__(self, weights: Weights, path: Path | None = None) -> None:
        self._weights = weights
        self._score = score_sql(weights.comparisons)
        try:
            self._db = duckdb.connect(str(path) if path else ":memory:", config={"preserve_insertion_order": False})
            self._db.execute(_TABLES)
        except duckdb.Error as error:
            raise LedgerError(
                str(path), f"cannot be used as the work file of linking ({error})", "wait, or delete it: it is made anew"
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __len__(self) -> int:
        """Give how many claims are in it."""
        return int((self._db.execute("SELECT count(*) FROM claims").fetchone() or (0,))[0])

    def add(self, claims: Iterable[Claim], texts: TextsOf = no_texts) -> None:
        """Take in the claims that are not there yet."""
        coming = iter(claims)
        self.take(iter(lambda: encoded(islice(coming, _TOGETHER), texts), b""))

    def take(self, lines: Iterable[bytes]) -> None:
        """Take in what is `encoded` of claims, those that are not there yet."""
        coming = iter(lines)
        while self._write(coming):
            pass

    def _write(self, coming: Iterator[bytes]) -> bool:
        """Take in some hundred megabytes of lines; tell whether there were any."""
        written = 0
        with tempfile.NamedTemporaryFile(suffix=".json") as stream:
            for lines in coming:
                written += stream.write(lines)
                if written >= _BATCH:
                    break
            stream.flush()
            if written:
                self._take(stream.name)
        return written > 0

    def _take(self, file: str) -> None:
        self._db.execute(
            f"""CREATE OR REPLACE TEMP TABLE fresh AS
            SELECT (row_number() OVER () + (SELECT coalesce(max(n), -1) FROM claims))::INTEGER AS n, * FROM (
              SELECT DISTINCT ON (features.id) * FROM read_json(?, format = 'newline_delimited',
                columns = {{features: 'STRUCT({_LISTED})', keys: 'BIGINT[]', other: 'BIGINT[]'}})
              WHERE features.id NOT IN (SELECT id FROM claims))""",
            [file],
        )
        self._db.execute("INSERT INTO claims SELECT n, unnest(features) FROM fresh")
        self._db.execute("INSERT INTO keys SELECT n, unnest(keys), true FROM fresh UNION ALL SELECT n, unnest(other), false FROM fresh")
        self._db.execute("INSERT INTO groups SELECT n, n, NULL FROM fresh")
        self._db.execute("INSERT INTO changed SELECT n FROM fresh")
        self._db.execute("INSERT INTO touched SELECT unnest(keys || other), 1 FROM fresh")

    def remove(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Forget claims; give those that were there, each with the incident that it was in."""
        self._give(id=[*ids])
        self._db.execute("CREATE OR REPLACE TEMP TABLE gone AS SELECT n FROM claims WHERE id IN (SELECT id FROM given)")
        found = self._db.execute("SELECT id, incident FROM gone JOIN claims USING (n) JOIN groups USING (n)").fetchall()
        self._db.execute("INSERT INTO stale SELECT DISTINCT component FROM groups WHERE n IN (SELECT n FROM gone)")
        self._db.execute("INSERT INTO touched SELECT key, -1 FROM keys WHERE n IN (SELECT n FROM gone)")
        for table, columns in {"claims": "n", "keys": "n", "groups": "n", "pairs": "a b"}.items():
            for column in columns.split():
                self._db.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT n FROM gone)")
        return found

    def _give(self, **columns: Sequence[str | int]) -> None:
        """Make the table `given` of columns of text. As JSON, which the engine takes in faster than Python's own lists."""
        listed = ", ".join(f"unnest(from_json(?::JSON, '[\"VARCHAR\"]')) AS {name}" for name in columns)
        values = [msgspec.json.encode(list(values)).decode() for values in columns.values()]
        self._db.execute(f"CREATE OR REPLACE TEMP TABLE given AS SELECT {listed}", values)

    def judge(self, same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> None:
        """Take note of what people judged; groups that new or withdrawn judgements are about are found anew."""
        rows = [(a, b, True) for a, b in same] + [(a, b, False) for a, b in different]
        before = set(self._db.execute("SELECT a, b, same FROM judged").fetchall())
        about = {claim for a, b, _ in before ^ set(rows) for claim in (a, b)}
        self._give(id=[*about])
        self._db.execute("INSERT INTO stale SELECT component FROM groups JOIN claims USING (n) WHERE id IN (SELECT id FROM given)")
        self._db.execute("DELETE FROM judged")
        if rows:
            self._db.executemany("INSERT INTO judged VALUES (?, ?, ?)", rows)
        self._db.execute(
            """WITH fresh AS (SELECT id FROM claims JOIN changed USING (n)),
            about AS (SELECT unnest([a, b]) AS id FROM judged WHERE a IN (SELECT id FROM fresh) OR b IN (SELECT id FROM fresh))
            INSERT INTO stale SELECT component FROM groups JOIN claims USING (n) JOIN about USING (id)"""
        )

    def score(self) -> None:
        """Compare the claims that are new, and those that share a key which became common or rare, with all that share a key."""
        self._db.execute("CREATE OR REPLACE TEMP TABLE shifted AS SELECT key, sum(more) AS more FROM touched GROUP BY key")
        self._db.execute(
            f"""CREATE OR REPLACE TEMP TABLE crossing AS SELECT key FROM (
              SELECT key, any_value(more) AS more, count(*) AS size FROM keys JOIN shifted USING (key) GROUP BY key)
            WHERE (size > {LARGEST}) <> (size - more > {LARGEST}) AND size - more > 0"""
        )
        self._db.execute("INSERT INTO changed SELECT n FROM keys WHERE key IN (SELECT key FROM crossing)")
        self._db.execute("CREATE OR REPLACE TEMP TABLE dirty AS SELECT DISTINCT n FROM changed")
        self._db.execute("INSERT INTO stale SELECT component FROM groups WHERE n IN (SELECT n FROM dirty)")
        if self._db.execute("SELECT count(*) FROM pairs").fetchone() != (0,):
            self._db.execute("DELETE FROM pairs WHERE a IN (SELECT n FROM dirty) OR b IN (SELECT n FROM dirty)")
        self._db.execute("CREATE OR REPLACE TEMP TABLE sought AS SELECT * FROM keys WHERE n IN (SELECT n FROM dirty)")
        self._db.execute(
            f"""CREATE OR REPLACE TEMP TABLE shared AS SELECT key FROM keys WHERE key IN (SELECT key FROM sought)
            GROUP BY key HAVING count(*) BETWEEN 2 AND {LARGEST}"""
        )
        self._db.execute(
            """CREATE OR REPLACE TEMP TABLE candidates AS SELECT DISTINCT least(x.n, y.n) AS a, greatest(x.n, y.n) AS b
            FROM sought x JOIN shared USING (key) JOIN keys y USING (key) LEFT JOIN dirty ON dirty.n = y.n
            WHERE x.n <> y.n AND (x.own OR y.own) AND (dirty.n IS NULL OR x.n < y.n)"""
        )
        self._db.execute(
            f"""CREATE OR REPLACE TEMP TABLE scored AS SELECT * FROM (
              SELECT a.n AS a, b.n AS b, ({self._score})::INTEGER AS score
              FROM candidates JOIN {prepared("claims")} a ON a.n = candidates.a JOIN {prepared("claims")} b ON b.n = candidates.b)
            WHERE score >= {_LEAST}"""
        )
        self._db.execute("INSERT INTO pairs SELECT * FROM scored")
        limit = round(100 * self._weights.threshold)
        self._db.execute(
            f"""INSERT INTO stale SELECT component FROM groups WHERE n IN
            (SELECT a FROM scored WHERE score >= {limit} UNION ALL SELECT b FROM scored WHERE score >= {limit})"""
        )

    def neighbourhood(self) -> Neighbourhood:
        """Give the claims whose groups may have changed, with the pairs among them."""
        self._db.execute(
            """CREATE OR REPLACE TEMP TABLE near AS
            SELECT (row_number() OVER (ORDER BY id) - 1)::INTEGER AS pos, n, id, incident, coalesce(earliest, -1) AS earliest,
              coalesce(latest, published, 9999999) AS latest,
              CASE WHEN place IS NULL THEN NULL ELSE hash(place, inside, latitude, longitude, km) END AS spot
            FROM groups JOIN claims USING (n) WHERE component IN (SELECT component FROM stale)"""
        )
        spots = self._db.execute(
            """SELECT spot, place, place_words AS words, inside, broad, country, latitude, longitude, km FROM (
              SELECT DISTINCT ON (spot) * FROM near JOIN claims USING (n) WHERE spot IS NOT NULL) ORDER BY spot"""
        )
        names = [column[0] for column in spots.description or ()]
        places = [dict(zip(names, row, strict=True)) for row in spots.fetchall()]
        rank = {place["spot"]: nth for nth, place in enumerate(places)}
        claims = self._db.execute("SELECT id, incident, earliest, latest, spot FROM near ORDER BY pos").fetchall()
        pairs = self._db.execute(
            """SELECT least(x.pos, y.pos) AS l, greatest(x.pos, y.pos) AS r, score FROM pairs
            JOIN near x ON x.n = a JOIN near y ON y.n = b"""
        ).fetchnumpy()
        return Neighbourhood(
            ids=[row[0] for row in claims],
            before=[row[1] for row in claims],
            earliest=np.array([row[2] for row in claims], dtype=np.int64),
            latest=np.array([row[3] for row in claims], dtype=np.int64),
            spots=np.array([-1 if row[4] is None else rank[row[4]] for row in claims], dtype=np.int64),
            places=places,
            left=np.asarray(pairs["l"]),
            right=np.asarray(pairs["r"]),
            scores=np.asarray(pairs["score"]),
        )

    def compare(self, one: Claim, other: Claim, texts: TextsOf = no_texts) -> dict[str, str]:
        """Give the level of each comparison of two claims, whether they are in it or not."""
        rows = [msgspec.to_builtins(row) for row in rows_of([one, other], texts)]
        levels = ", ".join(level_sql(name) for name in COMPARISONS)
        row = prepared(f"(SELECT unnest(?::STRUCT({_LISTED})))")
        found = self._db.execute(f"SELECT {levels} FROM {row} a, {row} b", rows).fetchone()
        return dict(zip(COMPARISONS, found or (), strict=True))

    def levels(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Give, for pairs of claims that are in it, the level of each comparison."""
        wanted = list(pairs)
        self._give(a=[pair[0] for pair in wanted], b=[pair[1] for pair in wanted])
        levels = ", ".join(level_sql(name) for name in COMPARISONS)
        rows = self._db.execute(
            f"""SELECT a.id, b.id, {levels} FROM given JOIN {prepared("claims")} a ON a.id = given.a
            JOIN {prepared("claims")} b ON b.id = given.b ORDER BY 1, 2"""
        ).fetchall()
        for a, b, *found in rows:
            yield a, b, dict(zip(COMPARISONS, found, strict=True))

    def compared(self) -> list[tuple[str, str]]:
        """Give the pairs of claims that the last scoring compared, in order."""
        sql = """SELECT least(a.id, b.id), greatest(a.id, b.id) FROM candidates JOIN claims a ON a.n = candidates.a
        JOIN claims b ON b.n = candidates.b ORDER BY 1, 2"""
        return self._db.execute(sql).fetchall()

    def elsewhere(self, groups: Iterable[list[str]]) -> set[str]:
        """Give those of the ids that groups would get from their first claim that incidents outside the neighbourhood have."""
        self._give(incident=[content_id("incident", min(claims)) for claims in groups])
        sql = "SELECT DISTINCT incident FROM groups WHERE incident IN (SELECT incident FROM given) AND n NOT IN (SELECT n FROM near)"
        return {row[0] for row in self._db.execute(sql).fetchall()}

    def adopt(self, incidents: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
        """Take over which claims are in which incident from somebody who remembers; give those of claims that are not there any more."""
        rows = [(claim, incident) for incident, claims in incidents.items() for claim in claims]
        if not rows:
            return []
        self._give(id=[row[0] for row in rows], incident=[row[1] for row in rows])
        self._db.execute(
            "UPDATE groups SET incident = given.incident FROM claims, given WHERE groups.n = claims.n AND claims.id = given.id"
        )
        return self._db.execute("SELECT id, incident FROM given WHERE id NOT IN (SELECT id FROM claims) ORDER BY ALL").fetchall()

    def settle(self, components: Numbers, incidents: list[str]) -> None:
        """Write down the component (an index into the neighbourhood's claims) and the incident of each of its claims."""
        if incidents:
            self._give(pos=range(len(incidents)), first=components.tolist(), incident=incidents)
            self._db.execute("DELETE FROM groups WHERE n IN (SELECT n FROM near)")
            self._db.execute(
                """INSERT INTO groups SELECT near.n, whole.n, given.incident
                FROM given JOIN near ON near.pos = given.pos::INTEGER JOIN near whole ON whole.pos = given.first::INTEGER"""
            )
        for table in ("changed", "touched", "stale"):
            self._db.execute(f"DELETE FROM {table}")
