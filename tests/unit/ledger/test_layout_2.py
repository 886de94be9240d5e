"""A file that the first layout left, as SQL, opened by this program."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from counterclaim.claims.incident import Verdict
from counterclaim.ledger import Ledger

DUMP = Path(__file__).parents[2] / "fixtures" / "ledger" / "layout-1.sql"


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "war.db"
    with sqlite3.connect(path) as made:
        made.executescript(DUMP.read_text(encoding="utf-8"))
    made.close()
    return path


def layout_of(path: Path) -> set[tuple[str, ...]]:
    """Give every table's columns and foreign keys, every index and every trigger."""
    with sqlite3.connect(path) as opened:
        named = opened.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        tables = [name for kind, name, _ in named if kind == "table"]
        columns = {(t, *map(str, row[1:])) for t in tables for row in opened.execute(f"PRAGMA table_info({t})")}
        keys = {(t, *map(str, row[2:])) for t in tables for row in opened.execute(f"PRAGMA foreign_key_list({t})")}
    opened.close()
    return columns | keys | set(named)


def test_an_old_file_has_the_layout_of_a_new_one_and_all_that_it_held(old, tmp_path, bench):
    with Ledger.open(old) as ledger:
        assert [claim.report.id for claim in ledger.claims()] == ["a", "a", "b"]
        assert [report.text for report in ledger.reports()] == [bench.report("a").text, bench.report("b").text]
        assert ledger.is_read(bench.report("a"), bench.first)
        assert ledger.summary().failures == 1
        ledger.check()
    Ledger.open(tmp_path / "new.db").close()
    assert layout_of(old) == layout_of(tmp_path / "new.db")


def test_an_old_file_takes_what_only_the_new_layout_can_hold(old, bench):
    with Ledger.open(old) as ledger:
        first, second = [claim.id for claim in ledger.claims()][:2]
        ledger.judge(first, second, Verdict.SAME, by="Ann", when=bench.noon)
        assert ledger.load([bench.claim(bench.report("c"), extractor=bench.second)], when=bench.noon).new == 1
        assert len(ledger.judgements()) == 1


def test_several_that_open_an_old_file_at_once_lift_it_once(old):
    failed: list[BaseException] = []

    def look() -> None:
        try:
            with Ledger.open(old) as ledger:
                assert ledger.summary().claims == 3
        except BaseException as error:  # noqa: BLE001 (whatever a thread raises is told by the test)
            failed.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
