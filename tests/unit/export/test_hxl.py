from __future__ import annotations

import io
import re
from csv import DictReader

from counterclaim.export.hxl import HXL, hxl_row
from counterclaim.export.rows import write_rows

# HXL 1.1: a hashtag, then attributes.
TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def test_every_column_has_a_tag_of_its_own():
    tags = [field.tag for field in HXL.fields]
    assert [tag for tag in tags if not tag or not TAG.fullmatch(tag)] == []
    assert len(set(tags)) == len(tags)


def test_tags_stand_under_the_heading_and_outcomes_stay_apart(make, sides):
    stream = io.BytesIO()
    write_rows(HXL, [make("list_all")], lambda told: hxl_row(told, sides), stream)
    tags, row = DictReader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert (tags["killed_low"], row["killed_low"], row["killed_high"]) == ("#affected+killed+min", "30", "")
    assert (tags["captured_low"], row["captured_low"]) == ("#affected+captured+min", "")
    assert (row["policy"], row["status"], row["country_name"]) == ("list_all", "single_origin", "Afghanistan")


def test_a_row_names_only_columns_that_there_are(make, sides):
    assert set(hxl_row(make(), sides)) <= {field.name for field in HXL.fields}


def test_what_people_made_of_claims_stands_in_the_note(make, sides, assessed):
    assert hxl_row(make(assessed=assessed), sides)["note"].endswith("claim 01234567 assessed by Bo on 2021-09-06: unresolved, F2 (no film)")
