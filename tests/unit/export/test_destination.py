from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package

from counterclaim.claims.errors import Unwritable
from counterclaim.export.about import about
from counterclaim.export.acled import ACLED, acled_row
from counterclaim.export.destination import refuse_existing, whole_file, whole_folder
from counterclaim.export.formats import CSV, SHAPES
from counterclaim.export.ged import GED, ged_row
from counterclaim.export.hxl import HXL, hxl_row
from counterclaim.export.parquet import PARQUET, TABLES
from counterclaim.export.rows import write_rows
from counterclaim.export.shape import Written
from counterclaim.export.table import write_table


def test_what_is_there_is_not_replaced_unasked(tmp_path):
    out = tmp_path / "a.csv"
    out.write_text("old")
    with pytest.raises(Unwritable, match=r"a\.csv: is there already; name another, or replace it with --force"):
        refuse_existing(out, force=False)
    refuse_existing(out, force=True)
    with pytest.raises(Unwritable, match="is no file"):
        refuse_existing(Path("/dev/null"), force=True)
    with pytest.raises(Unwritable, match="its folder is not there"):
        refuse_existing(tmp_path / "no" / "a.csv", force=True)


def test_a_file_is_there_whole_or_not_at_all(tmp_path):
    out = tmp_path / "a.csv"
    out.write_text("old")
    with pytest.raises(RuntimeError):
        write_half(out)
    assert out.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    with whole_file(out) as stream:
        stream.write(b"new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.csv", "new")]


def test_a_folder_is_there_whole_or_not_at_all(tmp_path):
    out = tmp_path / "tables"
    out.mkdir()
    (out / "old").touch()
    with pytest.raises(RuntimeError):
        fill_half(out)
    assert [one.name for one in tmp_path.rglob("*")] == ["tables", "old"]
    with whole_folder(out) as folder:
        (folder / "new").touch()
    assert [one.name for one in tmp_path.rglob("*")] == ["tables", "new"]


def test_a_full_disk_is_told_with_the_way_out(tmp_path):
    with pytest.raises(Unwritable, match=r"a\.csv: No space left on device; make room"), whole_file(tmp_path / "a.csv"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("shape", "row"), [(GED, ged_row), (ACLED, acled_row), (HXL, hxl_row)])
def test_frictionless_finds_each_table_as_its_descriptor_says(tmp_path, make, sides, shape, row):
    with whole_file(tmp_path / "out.csv") as stream:
        written = write_rows(shape, [make("list_all"), make("ucdp_like")], lambda told: row(told, sides), stream)
    assert errors(tmp_path, shape, written) == []


def test_frictionless_finds_the_table_of_claims_as_its_descriptor_says(tmp_path, claim):
    with whole_file(tmp_path / "out.csv") as stream:
        written = Written(rows=write_table([claim], stream))
    assert errors(tmp_path, CSV, written) == []


def test_frictionless_finds_a_wrong_cell(tmp_path):
    (tmp_path / "out.csv").write_text(",".join(field.name for field in GED.fields) + "\r\n" + "no number," * 48 + "\r\n")
    assert "type-error" in errors(tmp_path, GED, Written(rows=1))


def write_half(out):
    with whole_file(out) as stream:
        stream.write(b"half")
        raise RuntimeError


def fill_half(out):
    with whole_folder(out) as folder:
        (folder / "half").touch()
        raise RuntimeError


def errors(folder, shape, written) -> list[str]:
    told = about(shape, written, policy="list_all", asked={}, path="out.csv")
    report = Package.from_descriptor(json.loads(json.dumps(told)), basepath=str(folder)).validate()
    return [one[0] for one in report.flatten(["type"])]


def test_the_descriptor_tells_policy_filters_and_what_is_lost():
    told = about(GED, Written(rows=3, left_out=2), policy="gtd", asked={"party": "Taliban"}, path="Out 1.csv")
    ours = told["counterclaim"]
    assert told["name"] == "out-1.csv"
    assert (ours["policy"], ours["asked"], ours["rows"]) == ("gtd", {"party": "Taliban"}, 3)
    assert ours["left_out"]["incidents"] == 2
    assert ours["dropped"] == GED.dropped


def test_a_folders_descriptor_has_every_table_with_its_columns():
    told = about(PARQUET, Written(rows=1), policy="list_all", asked={}, path="tables")
    package = Package.from_descriptor(json.loads(json.dumps(told)))
    assert [one.path for one in package.resources] == [f"{name}.parquet" for name in TABLES]
    assert [one.schema.field_names for one in package.resources] == [list(columns) for columns in TABLES.values()]


def test_every_format_but_the_whole_claims_tells_what_it_drops():
    assert [name for name, shape in SHAPES.items() if not shape.dropped] == ["claims"]
