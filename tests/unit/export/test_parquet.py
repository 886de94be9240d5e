from __future__ import annotations

from dataclasses import replace

import duckdb

from counterclaim.claims.incident import Judgement, Verdict
from counterclaim.export.parquet import TABLES, People, claims_in_parquet, write_parquet


def test_every_table_is_written_with_its_columns_and_the_policy(tmp_path, make, claim):
    write_parquet([claim], [make("list_all")], tmp_path, policy="list_all")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    with duckdb.connect() as database:
        for name, columns in TABLES.items():
            found = database.execute(f"DESCRIBE SELECT * FROM '{tmp_path}/{name}.parquet'").fetchall()  # noqa: S608
            assert {row[0]: row[1] for row in found} == columns
            kept = database.execute(f"SELECT value FROM parquet_kv_metadata('{tmp_path}/{name}.parquet')").fetchall()  # noqa: S608
            assert (b"list_all",) in kept
        rows = database.execute(f"SELECT low, high, said_by FROM '{tmp_path}/figures.parquet'").fetchall()  # noqa: S608
    assert rows == [(30, None, ["Northern Front"])]


def test_claims_come_back(tmp_path, claim):
    written = write_parquet([claim], [], tmp_path, policy="list_all")
    assert written.rows == 2
    assert list(claims_in_parquet(tmp_path)) == [claim]


def test_nothing_gives_empty_tables(tmp_path):
    assert write_parquet([], [], tmp_path, policy="list_all").rows == 0
    assert list(claims_in_parquet(tmp_path)) == []


def test_what_people_said_is_there_with_whether_it_holds(tmp_path, claim, assessed):
    first, other = assessed[claim.id]
    undo = replace(other, id="a3", by="Cy", why=None, undoes="a2")
    judged = Judgement(id="j1", a=claim.id, b="f" * 20, verdict=Verdict.SAME, by="Ann", at=first.at)
    write_parquet([claim], [], tmp_path, policy="list_all", people=People(assessments=(first, other, undo), judgements=(judged,)))
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT assessment, rating, admiralty, said_at, undoes, holds FROM '{tmp_path}/assessments.parquet'"  # noqa: S608
        ).fetchall()
        pairs = database.execute(f"SELECT judgement, verdict, holds FROM '{tmp_path}/judgements.parquet'").fetchall()  # noqa: S608
    noon = first.at.replace(tzinfo=None)
    assert found == [
        ("a1", "doubtful", "C4", noon, None, True),
        ("a2", "unresolved", "F2", noon, None, False),
        ("a3", "unresolved", "F2", noon, "a2", False),
    ]
    assert pairs == [("j1", "same", True)]
