"""One SQLite file beside all runs: the answers that were given, and what each run has spent, whatever its processes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from counterclaim.claims.errors import NoAnswer

SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spent (run TEXT NOT NULL, name TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (run, name)) WITHOUT ROWID;
"""
ADD = "INSERT INTO spent VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value"
WAIT = 60.0
"""Seconds that one process waits for another's writing."""


class Store:
    """The file of answers and counters; each call is one transaction, so that threads and processes may share it.

    Every method raises NoAnswer, final, where the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error) from error
        with self._open() as connection:
            connection.executescript(SCHEMA)

    def answer(self, key: str) -> str | None:
        """Give the answer that is kept under a key."""
        with self._open() as connection:
            row = connection.execute("SELECT text FROM answer WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def keep(self, key: str, text: str) -> None:
        """Keep an answer; a later one under the same key takes its place."""
        with self._open() as connection:
            connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (key, text))

    def add(self, run: str, amounts: Mapping[str, float]) -> None:
        """Add to the counters of a run."""
        with self._open() as connection:
            connection.executemany(ADD, [(run, name, value) for name, value in amounts.items()])

    def spent(self, run: str) -> dict[str, float]:
        """Give the counters of a run."""
        with self._open() as connection:
            return dict(connection.execute("SELECT name, value FROM spent WHERE run = ?", (run,)))

    def reserve(self, run: str, amounts: Mapping[str, float], limits: Mapping[str, float | None]) -> str | None:
        """Add to a run's counters unless one of them would pass its limit; give the name of that one."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            known = dict(connection.execute("SELECT name, value FROM spent WHERE run = ?", (run,)))
            for name, amount in amounts.items():
                limit = limits.get(name)
                if limit is not None and known.get(name, 0.0) + amount > limit:
                    return name
            connection.executemany(ADD, [(run, name, value) for name, value in amounts.items()])
        return None

    def turn(self, run: str, now: float, interval: float) -> float:
        """Give the seconds until the next question of a run may be asked, and take that turn."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            row = connection.execute("SELECT value FROM spent WHERE run = ? AND name = 'next turn'", (run,)).fetchone()
            mine = max(now, float(row[0]) if row else now)
            connection.execute("INSERT OR REPLACE INTO spent VALUES (?, 'next turn', ?)", (run, mine + interval))
        return mine - now

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=WAIT)) as connection, connection:
                yield connection
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> NoAnswer:
        way_out = "name another file as llm_cache, or delete this one: it only saves asking again"
        return NoAnswer(str(self._path), f"the file of kept answers cannot be used ({error})", way_out, final=True)
