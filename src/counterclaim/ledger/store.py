"""One ledger file, open: how it is asked and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from sqlalchemy import Connection, Date, Engine, Table, bindparam, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from counterclaim.claims.errors import UnknownClaim
from counterclaim.ledger.connection import connect, explained, writing
from counterclaim.ledger.rows import Row
from counterclaim.ledger.tables import texts

Value = TypeVar("Value")

IN_ONE_QUESTION: Final = 500
"""Names that are put into one question to SQLite."""
_FEW: Final = 3
_MUCH: Final = 256 * 1024  # KiB
_POSITIONAL: Final = sqlite.dialect(paramstyle="qmark")


class Store:
    """An open file; a context manager."""

    __slots__ = ("_engine", "path")

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Self:
        """Give the ledger in this file, made where there is none yet and `create` allows it.

        Raises:
            LedgerError: The file is no ledger, is of a newer program, is damaged or locked, or its folder is missing.
        """
        path = Path(path)
        return cls(path, connect(path, create=create))

    def close(self) -> None:
        """Let go of the file; everything that was added is in it."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.path), writing(self._engine) as connection:
            yield connection


def insert_new(connection: Connection, table: Table, row: Row) -> bool:
    """Insert what is not there yet, and tell whether it was new."""
    return connection.execute(insert(table).on_conflict_do_nothing(), row).rowcount == 1


def insert_many(connection: Connection, table: Table, rows: Sequence[Row], *, or_ignore: bool = False) -> None:
    """Insert rows that all have the same columns; `or_ignore` passes over what is there already.

    The driver is given plain tuples: of rows by the hundred thousand, each named value costs.
    """
    if not rows:
        return
    names = tuple(column.name for column in table.columns if column.name in rows[0])  # the order in which they are compiled
    dates = {name for name in names if isinstance(table.c[name].type, Date)}
    statement = insert(table).on_conflict_do_nothing() if or_ignore else insert(table)
    sql = str(statement.values({name: bindparam(name) for name in names}).compile(dialect=_POSITIONAL))
    if dates:
        rows = [row | {name: row[name].isoformat() for name in dates if row[name] is not None} for row in rows]
    connection.exec_driver_sql(sql, [tuple(map(row.__getitem__, names)) for row in rows])


def hold_much(connection: Connection) -> None:
    """Let SQLite keep many pages in memory from now on: keys are hashes, so that many rows touch pages all over the file."""
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_MUCH}")


def texts_in(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Give the texts with these SHA-256, by that; those that are not there are left out."""
    found: dict[str, str] = {}
    for some in parts(sorted(names)):
        rows = connection.execute(select(texts.c.sha256, texts.c.text).where(texts.c.sha256.in_(some)))
        found.update((row.sha256, row.text) for row in rows)
    return found


def only_one(asked: str, found: tuple[str, ...], noun: str) -> str:
    """Give the one name that is found, or the one that is exactly what was asked.

    Raises:
        UnknownClaim: Nothing is found, or several and none of them exactly.
    """
    if asked in found:
        return asked
    if len(found) == 1 and asked:
        return found[0]
    if not found:
        raise UnknownClaim(asked, f"the ledger holds no such {noun}")
    few = ", ".join(found[:_FEW]) + (", …" if len(found) > _FEW else "")
    raise UnknownClaim(asked, f"names {len(found)} {noun}s: {few}")


def parts(names: Sequence[Value], size: int = IN_ONE_QUESTION) -> Iterator[Sequence[Value]]:
    """Give the names in pieces that fit into one question."""
    return (names[at : at + size] for at in range(0, len(names), size))


def in_batches(values: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """Give values in lists of a size, the last one shorter, without holding more than one."""
    waiting = iter(values)
    return iter(lambda: list(islice(waiting, size)), [])
