from __future__ import annotations

import duckdb

from counterclaim.export.parquet import TABLES, claims_in_parquet, write_parquet


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
