"""Opens a ledger file: which SQLite, which journal, whose file it is, and what SQLite's errors mean for a person."""

from __future__ import annotations

import logging
import os
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from counterclaim.claims.errors import LedgerError
from counterclaim.ledger import migrations, tables

try:
    import pysqlite3 as sqlite
except ImportError:  # no wheel for this platform: Python's own SQLite, and the journal that it is safe with
    import sqlite3 as sqlite

APPLICATION_ID: Final = 0x43434C4D  # "CCLM" in the header of the file
BUSY_SECONDS: Final = 60.0
CACHE: Final = 32 * 1024  # KiB of the file that a connection may hold in memory
_BUSY, _LOCKED = 5, 6  # primary result codes
_PAUSE = 0.02  # seconds between two tries at what SQLite does not wait for

# Before 3.51.3, two connections that reset a write-ahead log at the same moment can corrupt the file (SQLite, "WAL-reset bug").
SAFE_LOG: Final = (3, 51, 3)

Journal = Literal["wal", "delete"]

_MAGIC: Final = b"SQLite format 3\x00"
_LOGGER: Final = logging.getLogger(__name__)

_AGAIN: Final = "run the same command again, or take the file from a backup"

# By SQLite's primary result code. https://www.sqlite.org/rescode.html
_MEANINGS: Final[dict[int, tuple[str, str]]] = {
    5: ("another program keeps it locked", "wait until that program is done, then run the same command again"),
    6: ("another program keeps it locked", "wait until that program is done, then run the same command again"),
    8: ("it may only be read", "give yourself permission to write the file and its folder, or name another file"),
    10: ("the disk does not take or give the data", "check the free space and the disk, then run the same command again"),
    11: ("the file is damaged", "take it from a backup, or read the reports again into a new file"),
    13: ("the disk is full", "free some space, then run the same command again: it goes on after what is already kept"),
    14: ("it cannot be opened", "check that the folder exists and that you may write in it"),
    26: ("it is not a ledger: not a SQLite file at all", "name another file"),
}


def fold(text: bytes | None) -> bytes | None:
    r"""Give the form under which names are compared, in UTF-8 as the text is: NFKC, without case.

    Bytes, because the driver hands a function text only as far as its first U+0000.

    >>> fold(b"TALIBAN") == fold(b"Taliban"), fold(b"A\0B")
    (True, b'a\x00b')
    """
    return None if text is None else unicodedata.normalize("NFKC", text.decode()).casefold().encode()


def layout() -> int:
    """Give the number of the newest layout, which is `user_version` in the file."""
    return 1 + len(migrations.MIGRATIONS)


def journal_for(version: tuple[int, int, int]) -> Journal:
    """Give the journal that this version of SQLite is safe with when several processes write."""
    return "wal" if version >= SAFE_LOG else "delete"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of the database into a LedgerError that says what happened and what to do."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        reason, way_out = _MEANINGS.get(code, (str(error.orig), _AGAIN))
        raise LedgerError(str(path), reason, way_out) from error


def connect(path: Path, *, create: bool) -> Engine:
    """Give an engine on a ledger of the newest layout: made, lifted to it, or only opened.

    A file that may not be written is opened for reading.

    Raises:
        LedgerError: The path is a folder, another program's file, a ledger of a newer layout, damaged or locked.
    """
    _refuse_what_is_no_file(path, create=create)
    writable = _is_writable(path)
    engine = _engine(path, mode=("rwc" if create else "rw") if writable else "ro")
    try:
        with explained(path):
            _settle(engine, path, create=create, writable=writable)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _refuse_what_is_no_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(str(path), "it is a folder", "name a file in it, such as war.db")
    if not path.parent.is_dir():
        raise LedgerError(str(path), "its folder does not exist", "make the folder first, or name another")
    if not path.exists():
        if not create:
            raise LedgerError(
                str(path), "there is no such ledger", "check the name, or make it with: counterclaim read ... --into " + path.name
            )
        return
    if not path.is_file():
        raise LedgerError(str(path), "it is not an ordinary file", "name another file")
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(str(path), error.strerror or str(error), "give yourself permission to read it, or name another file") from error
    # SQLite takes a very short file of any kind for an empty database, and would write over it.
    if head not in (b"", _MAGIC) and not _beside(path, "-journal").exists():
        raise LedgerError(str(path), *_MEANINGS[26])


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _is_writable(path: Path) -> bool:
    """Tell whether the file and the journal beside it can be written."""
    return os.access(path.parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK))


def _engine(path: Path, *, mode: str) -> Engine:
    query = {"uri": "true", "mode": mode}
    if mode == "ro" and not _beside(path, "-wal").exists():
        query["immutable"] = "1"  # without it, reading a file with a write-ahead log needs to write beside it
    url = URL.create("sqlite+pysqlite", database=path.absolute().as_uri(), query=query)
    engine = create_engine(url, module=sqlite, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:
    connection.create_function("fold", 1, fold, deterministic=True)
    for pragma in ("foreign_keys = ON", "recursive_triggers = ON", "synchronous = FULL", f"cache_size = -{CACHE}"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    # The driver is told to begin nothing by itself: a writer takes its lock at once, so that it never has to give up half-way.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one transaction that holds the write lock, committed at the end."""
    with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
        yield connection


def _settle(engine: Engine, path: Path, *, create: bool, writable: bool) -> None:
    with engine.connect() as connection:
        found = _layout_found(connection, path)
    if found == 0 and not (create and writable):
        raise LedgerError(
            str(path), "it is empty: no ledger was ever written there", "make it with: counterclaim read ... --into " + path.name
        )
    if found < layout() and not writable:
        raise LedgerError(str(path), f"its layout {found} is older than this program's", "open it once where it may be written")
    if writable:
        _choose_journal(engine, path)
        if found < layout():
            _lift(engine, path)


def _layout_found(connection: Connection, path: Path) -> int:
    """Give the layout of the file, 0 where it is empty."""

    def number(sql: str) -> int:
        return int(connection.exec_driver_sql(sql).scalar_one())

    owner, version = number("PRAGMA application_id"), number("PRAGMA user_version")
    if owner == version == 0 and number("SELECT count(*) FROM sqlite_master") == 0:
        return 0
    if owner != APPLICATION_ID or version < 1:
        raise LedgerError(str(path), "it is another program's SQLite file", "name another file; nothing in this one was changed")
    if version > layout():
        raise LedgerError(str(path), f"its layout {version} is newer than this program's ({layout()})", "install a newer counterclaim")
    return version


def _choose_journal(engine: Engine, path: Path) -> None:
    journal = journal_for(sqlite.sqlite_version_info)
    if journal != "wal":
        _LOGGER.warning("SQLite %s is older than 3.51.3: the ledger does without a write-ahead log, and is slower", sqlite.sqlite_version)
    until = time.monotonic() + BUSY_SECONDS
    while not _has_journal(engine, path, journal):
        if time.monotonic() > until:
            raise LedgerError(str(path), *_MEANINGS[_BUSY])
        time.sleep(_PAUSE)


def _has_journal(engine: Engine, path: Path, journal: Journal) -> bool:
    """Set the journal where it is another; tell whether it is set, for SQLite does not wait by itself while others hold the file."""
    connection = engine.raw_connection()  # outside any transaction, where alone SQLite changes it
    try:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone() != (journal,):
            cursor.execute(f"PRAGMA journal_mode = {journal}")
        cursor.close()
    except sqlite.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in {_BUSY, _LOCKED}:
            raise LedgerError(str(path), *_MEANINGS.get(code, (str(error), _AGAIN))) from error
        return False
    else:
        return True
    finally:
        connection.close()


def _lift(engine: Engine, path: Path) -> None:
    """Make the tables, or take the steps to the newest layout, in one transaction; another process may have done it meanwhile."""
    with writing(engine) as connection:
        found = _layout_found(connection, path)
        steps: tuple[Callable[[Connection], None], ...] = (_make,) if found == 0 else migrations.MIGRATIONS[found - 1 :]
        for step in steps:
            step(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {layout()}")


def _make(connection: Connection) -> None:
    tables.METADATA.create_all(connection, checkfirst=False)
    for guard in tables.guards():
        connection.exec_driver_sql(guard)
