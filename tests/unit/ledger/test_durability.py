"""What is added stays, whatever happens to the process, the disk, or a second writer."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from counterclaim.claims.errors import LedgerError
from counterclaim.ledger import Ledger, connection, tables

BATCHES = 4


def batch(bench, nth: int, size: int = 3) -> list:
    reports = [bench.report(f"{nth}-{n}") for n in range(size)]
    return [bench.reading(report, bench.claim(report), bench.claim(report, start=30)) for report in reports]


def add_all(ledger: Ledger, bench, *, batches: range = range(BATCHES), done: Callable[[], object] = lambda: None) -> None:
    """Add what the ledger has not read yet, as a run that goes on where it stopped does."""
    for nth in batches:
        ledger.add_batch(reading for reading in batch(bench, nth) if not ledger.is_read(reading.report, reading.extractor))
        done()


def content(path: Path) -> dict[str, list]:
    """Give all rows of a ledger, in an order of their own."""
    with Ledger.open(path, create=False) as ledger, ledger._engine.connect() as opened:
        ledger.check()
        return {name: sorted(opened.execute(table.select()).all(), key=repr) for name, table in tables.METADATA.tables.items()}


def child(act: Callable[[], object]) -> int:
    """Start `act` in a process of its own and give the process's id; it ends with code 0 unless `act` raised or killed it."""
    pid = os.fork()
    if pid:
        return pid
    try:
        act()
    except BaseException:  # noqa: BLE001
        os._exit(1)
    os._exit(0)


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@contextmanager
def watched(act: Callable[[], object]) -> Iterator[None]:
    """Call `act` before every statement and every commit of the ledgers that are opened meanwhile."""
    opened = connection._engine

    def counted(*args, **changes):
        engine = opened(*args, **changes)
        event.listen(engine, "before_cursor_execute", lambda *_: act())
        event.listen(engine, "commit", lambda *_: act())
        return engine

    connection._engine = counted
    try:
        yield
    finally:
        connection._engine = opened


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory, bench):
    """Give the content of a ledger that nothing interrupted, and how many statements that took."""
    path = tmp_path_factory.mktemp("uninterrupted") / "war.db"
    statements: list[None] = []
    with watched(lambda: statements.append(None)), Ledger.open(path) as ledger:
        add_all(ledger, bench)
    return content(path), len(statements)


def killed_at(path: Path, nth: int, bench) -> int:
    """Add everything in a child that kills itself before its nth statement, and give how the child ended."""
    left = iter(range(nth - 1))

    def count_down() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def act() -> None:
        with watched(count_down), Ledger.open(path) as ledger:
            add_all(ledger, bench)

    return ended(child(act))


@pytest.mark.parametrize("percent", range(0, 101, 5))
def test_a_process_killed_before_any_statement_leaves_a_ledger_that_goes_on(tmp_path, bench, uninterrupted, percent):
    path = tmp_path / "war.db"
    expected, statements = uninterrupted
    assert killed_at(path, max(1, statements * percent // 100), bench) == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        ledger.check()
        assert ledger.summary().claims % 6 == 0, "a batch is there whole or not at all"
        add_all(ledger, bench)
    assert content(path) == expected


def test_a_process_killed_from_outside_keeps_every_batch_that_it_had_told_of(tmp_path, bench):
    path = tmp_path / "war.db"
    reads, writes = os.pipe()

    def act() -> None:
        with Ledger.open(path) as ledger:
            add_all(ledger, bench, batches=range(10_000), done=lambda: os.write(writes, b"."))

    pid = child(act)
    told = sum(len(os.read(reads, 1)) for _ in range(5))
    os.kill(pid, signal.SIGKILL)
    assert ended(pid) == -signal.SIGKILL
    os.set_blocking(reads, False)
    while True:
        try:
            told += len(os.read(reads, 1))
        except BlockingIOError:
            break
    os.close(reads)
    os.close(writes)
    with Ledger.open(path, create=False) as ledger:
        ledger.check()
        assert told * 6 <= ledger.summary().claims <= (told + 1) * 6


def test_processes_that_make_and_fill_one_ledger_at_once_lose_nothing(tmp_path, bench):
    path, alone = tmp_path / "war.db", tmp_path / "alone.db"
    starts, gun = os.pipe()

    def act(batches: range) -> None:
        os.close(gun)
        os.read(starts, 1)
        with Ledger.open(path) as ledger:
            add_all(ledger, bench, batches=batches)

    # The middle third is added by both.
    pids = [child(lambda batches=batches: act(batches)) for batches in (range(20), range(10, 30))]
    os.close(gun)
    assert [ended(pid) for pid in pids] == [0, 0]
    os.close(starts)
    with Ledger.open(alone) as ledger:
        add_all(ledger, bench, batches=range(30))
    assert content(path) == content(alone)


def test_a_ledger_that_stays_locked_is_told(tmp_path, bench, monkeypatch):
    path = tmp_path / "war.db"
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with Ledger.open(path) as ledger:
        other = connection.sqlite.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked") as caught:
            ledger.add_batch(batch(bench, 0))
        assert "run the same command again" in caught.value.way_out
        assert ledger.add_batch([]).new_claims == ledger.record_failure() == 0, "nothing to add waits for nobody"
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add_batch(batch(bench, 0)).new_claims == 6


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path, bench, uninterrupted):
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        add_all(ledger, bench, batches=range(2))

        def shrink(*, to: int) -> None:
            with ledger._engine.connect() as opened:
                opened.exec_driver_sql(f"PRAGMA max_page_count = {to}")

        shrink(to=1)
        with pytest.raises(LedgerError, match="the disk is full") as caught:
            ledger.add_batch(batch(bench, 2, size=40))
        assert "free some space" in caught.value.way_out
        assert ledger.summary().claims == 12
        shrink(to=1_000_000)
        add_all(ledger, bench)
    assert content(path) == uninterrupted[0]


def test_a_disk_that_takes_no_more_bytes_is_told_and_what_was_there_stays(tmp_path, bench, uninterrupted):
    path = tmp_path / "war.db"

    def act() -> None:
        with Ledger.open(path) as ledger:
            add_all(ledger, bench, batches=range(2))
            largest = max(file.stat().st_size for file in path.parent.iterdir())
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            with pytest.raises(LedgerError, match="the disk"):
                add_all(ledger, bench, batches=range(100, 400))
            os.kill(os.getpid(), signal.SIGKILL)

    assert ended(child(act)) == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        ledger.check()
        added = [report.id for report in ledger.reports()]
        assert {f"{nth}-{n}" for nth in range(2) for n in range(3)} <= set(added)
        assert len(added) % 3 == 0, "a batch is there whole or not at all"
        add_all(ledger, bench)
    after = content(path)
    assert all(set(uninterrupted[0][table]) <= set(after[table]) for table in after)


def test_a_ledger_can_be_read_by_any_sqlite_while_it_is_written(tmp_path, bench):
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        add_all(ledger, bench)
        other = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        assert other.execute("SELECT count(*) FROM claims").fetchone() == (24,)
        other.close()
