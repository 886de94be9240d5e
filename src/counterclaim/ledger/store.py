"""One ledger file, open: how it is asked and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.dialects.sqlite import insert

from counterclaim.claims.errors import UnknownClaim
from counterclaim.ledger.connection import connect, explained, writing
from counterclaim.ledger.rows import Row
from counterclaim.ledger.tables import texts

Value = TypeVar("Value")

IN_ONE_QUESTION: Final = 500
"""Names that are put into one question to SQLite."""
_FEW: Final = 3


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
