from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from counterclaim.claims.attribution import Source
from counterclaim.claims.count import Operator, Outcome, Scope
from counterclaim.claims.dates import Dates
from counterclaim.claims.event import Kind
from counterclaim.export.ged import GED, NO_DATE, ged_row

# GED Codebook 23.1; the order as in the published table.
COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high")


def test_the_columns_are_ucdps_49_in_order():
    assert [field.name for field in GED.fields] == COLUMNS
    assert len(COLUMNS) == 49


def test_every_column_that_stays_empty_is_told():
    empty = {field.name for field in GED.fields if field.holds == "empty"}
    assert empty <= set(GED.dropped)


def test_no_row_can_be_taken_for_ucdps(make, sides):
    row = ged_row(make(), sides)
    assert row["id"] == "counterclaim-i1"
    assert row["code_status"] == "not UCDP's: made by counterclaim from attributed claims, policy ucdp_like"


def test_a_government_is_side_a_and_the_dead_stand_with_their_side(make, sides):
    exact = {"low": 31, "high": 31, "best": 31}
    row = ged_row(
        make(kind=Kind.CLASH, control=None, actor="Taliban", target="India", counts=(killed(make, party="India", **exact),)), sides
    )
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["dyad_name"]) == (1, "Taliban", "India", "Taliban - India")
    before = {"dates": Dates(earliest=dt.date(2021, 7, 1), latest=dt.date(2021, 7, 1))}
    row = ged_row(make(kind=Kind.CLASH, control=None, actor="Taliban", target="India", **before), sides)
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (1, "India", "Taliban")


def test_best_is_the_sum_of_the_four(make, sides):
    counts = tuple(killed(make, party=party, low=n, high=n, best=n) for party, n in (("Taliban", 7), ("India", 2), ("civilians", 3)))
    neutral = Source(name="a nurse", party="witness", start=0, end=1)
    row = ged_row(make(kind=Kind.CLASH, control=None, actor="Taliban", target="India", counts=counts, source=neutral), sides)
    assert [row.get(name) for name in DEATHS] == [7, 2, 3, 0, 12, 12, 12]


def test_where_a_best_number_is_missing_none_of_the_five_is_written(make, sides):
    row = ged_row(make("list_all"), sides)
    assert [row.get(name) for name in DEATHS] == [None, None, None, None, None, 30, None]


@pytest.mark.parametrize("outcome", [Outcome.CAPTURED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED])
def test_only_the_killed_are_deaths(make, sides, outcome):
    assert ged_row(make("list_all", counts=(killed(make, outcome=outcome),)), sides) is None


def test_people_of_no_named_side_are_not_counted_again(make, sides):
    counts = tuple(killed(make, party=party, low=n, high=n, best=n) for party, n in (("India", 7), (None, 9)))
    row = ged_row(make("list_all", counts=counts, target=None), sides)
    assert (row["low"], row["high"]) == (7, 7)


def test_killing_civilians_is_one_sided_and_nobody_else_dies_in_it(make, sides):
    count = killed(make, party="civilians", low=4, high=4, best=4, of="villagers")
    neutral = Source(name="a nurse", party="witness", start=0, end=1)
    row = ged_row(make(kind=Kind.ATTACK, control=None, actor="Taliban", target="civilians", counts=(count,), source=neutral), sides)
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["deaths_civilians"]) == (3, "Taliban", "civilians", 4)
    assert (row["deaths_a"], row["deaths_b"]) == (0, 0)


def test_a_person_is_no_side(make, sides):
    row = ged_row(make(actor="Taliban", target="Jan Example", counts=(killed(make, party=None),)), sides)
    assert "Jan Example" not in " ".join(str(value) for value in row.values())
    assert row["side_b"] is None


def test_sources_are_parallel_lists_and_number_origins(make, claim, sides):
    other = replace(claim, id="f" * 20, report=replace(claim.report, id="r2", outlet="Left; Right", published=None, title="A; B"))
    row = ged_row(make("list_all", other), sides)
    assert row["source_office"] == "Daily Post;Left, Right"
    assert row["source_date"] == f"2021-09-05;{NO_DATE}"
    assert row["source_headline"] == "Khinj;A, B"
    assert row["number_of_sources"] == 1
    assert row["source_original"] == "the Front’s speaker (Northern Front)"


@pytest.mark.parametrize(("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5), (366, 5), (400, None)])
def test_date_prec_by_days(make, sides, days, precision):
    first = dt.date(2020, 1, 1)
    row = ged_row(make(dates=Dates(earliest=first, latest=first + dt.timedelta(days=days - 1))), sides)
    assert row["date_prec"] == precision


def test_without_dates_there_are_none(make, sides):
    row = ged_row(make(dates=None), sides)
    assert [row[name] for name in ("year", "date_start", "date_end", "date_prec", "event_clarity")] == [None] * 5


def test_a_figure_for_days_makes_an_aggregate(make, sides):
    assert ged_row(make(), sides)["event_clarity"] == 1
    assert ged_row(make(counts=(killed(make, scope=Scope.LAST_DAYS),)), sides)["event_clarity"] == 2


def killed(make, **changes):
    operator = Operator.EXACT if "best" in changes else Operator.MORE_THAN
    return replace(make().claims[0].counts[0], operator=operator, **changes)


def test_what_people_made_of_claims_stands_in_code_status_and_moves_no_number(make, sides, assessed):
    row, plain = (ged_row(make(assessed=one), sides) for one in (assessed, {}))
    told = "claim 01234567 assessed by Ann on 2021-09-06: doubtful, C4; claim 01234567 assessed by Bo on 2021-09-06: unresolved, F2"
    assert row["code_status"] == f"{plain['code_status']}; {told}"
    assert row | {"code_status": None} == plain | {"code_status": None}
