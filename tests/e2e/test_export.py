"""From a ledger to files of others, as a person does it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.claims.event import Kind
from counterclaim.cli.export import FORMATS
from counterclaim.comparison.example import ambush
from counterclaim.export.claims import encode_claim
from counterclaim.export.parquet import TABLES


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b"".join(encode_claim(replace(one, id=f"{nth:020x}", kind=Kind.ATTACK)) + b"\n" for nth, one in enumerate(ambush())))
    return path


@pytest.fixture
def ledger(counterclaim, lines: Path, tmp_path: Path) -> Path:
    path = tmp_path / "war.db"
    assert counterclaim("load", lines, "--into", path).code == 0
    assert counterclaim("link", path).code == 0
    return path


@pytest.mark.parametrize("shape", FORMATS)
def test_every_format_is_written_whole_with_what_it_is_beside_it(counterclaim, ledger, tmp_path, shape):
    out = tmp_path / "out"
    said = counterclaim("export", ledger, "--format", shape, "-o", out)
    assert (said.code, said.out) == (0, "")
    assert "by policy list_all" in said.err
    told = json.loads((out / "datapackage.json" if shape == "parquet" else tmp_path / "out.about.json").read_bytes())
    assert (told["counterclaim"]["shape"], told["counterclaim"]["policy"]) == (shape, "list_all")
    assert told["counterclaim"]["rows"] > 0
    if shape == "parquet":
        assert {one.name for one in out.iterdir()} == {"datapackage.json", *(f"{name}.parquet" for name in TABLES)}


def test_claims_come_out_as_they_went_in(counterclaim, ledger, lines, tmp_path):
    counterclaim("export", ledger, "--format", "claims", "-o", tmp_path / "first.jsonl")
    assert sorted((tmp_path / "first.jsonl").read_bytes().splitlines()) == sorted(lines.read_bytes().splitlines())
    counterclaim("load", tmp_path / "first.jsonl", "--into", tmp_path / "second.db")
    counterclaim("export", tmp_path / "second.db", "--format", "claims", "-o", tmp_path / "second.jsonl")
    assert (tmp_path / "second.jsonl").read_bytes() == (tmp_path / "first.jsonl").read_bytes()


def test_the_policy_changes_the_number_and_is_named(counterclaim, ledger, tmp_path):
    found = {}
    for policy in ("acled_conservative", "maverick_rep"):
        out = tmp_path / f"{policy}.csv"
        counterclaim("export", ledger, "--format", "ged", "--policy", policy, "-o", out)
        with out.open(encoding="utf-8", newline="") as stream:
            found[policy] = [(row["best"], row["code_status"].endswith(f"policy {policy}")) for row in csv.DictReader(stream)]
    assert all(named for rows in found.values() for _, named in rows)
    assert found["acled_conservative"] != found["maverick_rep"]


def test_what_is_there_is_kept_unless_forced(counterclaim, ledger, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("mine")
    said = counterclaim("export", ledger, "--format", "csv", "-o", out)
    assert said.code == 3
    assert "is there already; name another, or replace it with --force" in said.err
    assert out.read_text() == "mine"
    assert counterclaim("export", ledger, "--format", "csv", "--force", "--bom", "-o", out).code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfclaim,")


def test_standard_output_takes_one_file(counterclaim, ledger):
    said = counterclaim("export", ledger, "--format", "csv", "-o", "-")
    assert len(list(csv.DictReader(said.out.splitlines()))) == 5
    assert "formula" in said.err


def test_filters_leave_out_what_is_not_asked_for(counterclaim, ledger):
    assert counterclaim("export", ledger, "--format", "incidents", "--party", "Nobody", "-o", "-").out == ""
    assert len(counterclaim("export", ledger, "--format", "claims", "--party", "Front", "-o", "-").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--format", "csv", "--policy", "gtd", "-o", "-"], "changes nothing in --format csv"),
        (["--format", "jsonld", "--bom", "-o", "-"], "--bom is for CSV"),
        (["--format", "parquet", "-o", "-"], "parquet is a folder of tables"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(counterclaim, ledger, arguments, reason):
    said = counterclaim("export", ledger, *arguments)
    assert said.code == 2
    assert reason in said.err


def test_a_ledger_that_nobody_linked_has_no_incidents(counterclaim, lines, tmp_path):
    counterclaim("load", lines, "--into", tmp_path / "war.db")
    said = counterclaim("export", tmp_path / "war.db", "--format", "ged", "-o", "-")
    assert said.code == 2
    assert "has no incidents yet; run: counterclaim link" in said.err
