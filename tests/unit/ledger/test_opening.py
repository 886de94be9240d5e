from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.claims.errors import LedgerError
from counterclaim.ledger import Ledger, connection, migrations


def pragma(ledger: Ledger, name: str) -> object:
    with ledger._engine.connect() as opened:
        return opened.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def refused(path: Path, *, create: bool = True) -> LedgerError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path, create=create)
    assert caught.value.path == str(path)
    assert caught.value.way_out
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value


def in_child(act: Callable[[], object]) -> int:
    """Run `act` in a child process and give its exit code."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException:
            logging.getLogger().exception("the child failed")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_new_ledger_says_whose_it_is_and_has_a_write_ahead_log(tmp_path):
    with Ledger.open(tmp_path / "war.db") as ledger:
        assert pragma(ledger, "application_id") == connection.APPLICATION_ID
        assert pragma(ledger, "user_version") == connection.layout()
        assert pragma(ledger, "journal_mode") == "wal"
        assert pragma(ledger, "foreign_keys") == 1


def test_the_sqlite_in_use_is_safe_with_a_write_ahead_log():
    assert connection.sqlite.sqlite_version_info >= connection.SAFE_LOG


@pytest.mark.parametrize(("version", "journal"), [((3, 40, 1), "delete"), ((3, 51, 2), "delete"), ((3, 51, 3), "wal"), ((3, 53, 4), "wal")])
def test_an_old_sqlite_does_without_the_log(version, journal):
    assert connection.journal_for(version) == journal


def test_pythons_own_sqlite_keeps_a_ledger_too_and_says_that_it_does_without_the_log(tmp_path, bench, monkeypatch, caplog):
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        report = bench.report()
        ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    monkeypatch.setattr(connection, "sqlite", sqlite3)
    monkeypatch.setattr(connection, "journal_for", lambda _version: "delete")
    with Ledger.open(path) as ledger:
        assert pragma(ledger, "journal_mode") == "delete"
        assert len(list(ledger.claims())) == 1
        assert ledger.add(bench.report("b"), [], extractor=bench.first, when=bench.noon).new_reports == 1
    assert "older than 3.51.3" in caplog.text


def test_a_file_that_a_killed_process_left_empty_becomes_a_ledger(tmp_path):
    path = tmp_path / "war.db"
    path.touch()
    assert "empty" in refused(path, create=False).reason
    with Ledger.open(path) as ledger:
        assert ledger.summary().reports == 0


def test_the_name_of_a_file_may_hold_any_character(tmp_path, bench):
    path = tmp_path / "Krieg & 50% ?mode=memory#1 д.db"
    with Ledger.open(path) as ledger:
        ledger.add(bench.report(), [], extractor=bench.first, when=bench.noon)
    assert [path.name for path in tmp_path.iterdir()] == [path.name]


def test_a_relative_path_is_in_the_folder_of_the_moment(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Ledger.open("war.db").close()
    assert (tmp_path / "war.db").is_file()


def test_a_ledger_that_is_not_there_is_made_only_where_that_is_wanted(tmp_path):
    assert "no such ledger" in refused(tmp_path / "war.db", create=False).reason
    assert not (tmp_path / "war.db").exists()


def test_a_missing_folder_is_told(tmp_path):
    assert "folder does not exist" in refused(tmp_path / "nowhere" / "war.db").reason


def test_a_folder_is_no_ledger(tmp_path):
    assert "folder" in refused(tmp_path).reason


def test_a_pipe_is_no_ledger(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "ordinary file" in refused(tmp_path / "pipe").reason


@pytest.mark.parametrize("content", ["x", "Ten soldiers were killed.\n" * 4000, "\x00" * 5000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_text(content)
    assert "not a ledger" in refused(path).reason


def test_a_file_that_only_begins_like_a_database_is_left_alone(tmp_path):
    path = tmp_path / "war.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert "not a ledger" in refused(path).reason


@pytest.mark.parametrize("setup", ["CREATE TABLE claims (id)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"])
def test_another_programs_file_is_left_alone(tmp_path, setup):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute(setup)
        other.execute("CREATE TABLE IF NOT EXISTS bookmarks (id)")
    other.close()
    assert "another program's" in refused(path).reason


def test_a_newer_layout_is_left_alone(tmp_path):
    path = tmp_path / "war.db"
    Ledger.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {connection.layout() + 1}")
    other.close()
    error = refused(path)
    assert "newer" in error.reason
    assert "install a newer" in error.way_out


def test_an_older_layout_is_lifted_once_and_keeps_what_it_holds(tmp_path, bench, monkeypatch):
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        ledger.add(bench.report(), [], extractor=bench.first, when=bench.noon)
    steps = tuple(lambda opened, n=n: opened.exec_driver_sql(f"CREATE TABLE step{n} (x)") for n in (1, 2))
    known = migrations.MIGRATIONS
    monkeypatch.setattr(migrations, "MIGRATIONS", (*known, steps[0]))
    Ledger.open(path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*known, *steps))
    for _ in range(2):
        with Ledger.open(path) as ledger:
            assert pragma(ledger, "user_version") == len(known) + 3
            assert ledger.summary().reports == 1


def test_a_step_that_fails_leaves_the_layout_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "war.db"
    Ledger.open(path).close()

    def broken(opened):
        opened.exec_driver_sql("CREATE TABLE half (x)")
        opened.exec_driver_sql("CREATE TABLE half (x)")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
        with pytest.raises(LedgerError, match="half"):
            Ledger.open(path)
    with Ledger.open(path) as ledger:
        assert pragma(ledger, "user_version") == connection.layout()


@pytest.fixture
def nobodys():
    """Give a folder that a process without any rights may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def without_rights(act: Callable[[], object]) -> int:
    """Run `act` as a user who owns nothing, where this process can become one."""

    def become_nobody() -> None:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        act()

    return in_child(become_nobody)


def test_a_ledger_that_may_only_be_read_answers_and_refuses_more(nobodys, bench):
    path = nobodys / "war.db"
    report = bench.report()
    with Ledger.open(path) as ledger:
        ledger.add(report, [bench.claim(report)], extractor=bench.first, when=bench.noon)
    path.chmod(0o444)
    nobodys.chmod(0o555)

    def look() -> None:
        with Ledger.open(path) as ledger:
            assert len(list(ledger.claims())) == 1
            with pytest.raises(LedgerError, match="may only be read"):
                ledger.add(bench.report("b"), [], extractor=bench.first, when=bench.noon)

    assert without_rights(look) == 0


def test_a_ledger_that_may_not_be_read_is_told(nobodys):
    path = nobodys / "war.db"
    Ledger.open(path).close()
    path.chmod(0)
    assert without_rights(lambda: refused_without_looking(path, "Permission denied")) == 0


def test_a_folder_that_takes_no_file_is_told(nobodys):
    nobodys.chmod(0o555)
    assert without_rights(lambda: refused_without_looking(nobodys / "war.db", "cannot be opened")) == 0


def refused_without_looking(path: Path, reason: str) -> None:
    with pytest.raises(LedgerError, match=reason):
        Ledger.open(path)
