"""Exports: the order of claims makes no difference, outcomes stay apart, and what can come back comes back."""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.claim import Claim
from counterclaim.claims.count import Outcome
from counterclaim.claims.incident import Incident
from counterclaim.comparison.incident import assemble
from counterclaim.comparison.policy import POLICIES
from counterclaim.export.acled import ACLED, acled_row
from counterclaim.export.claims import claims_in, write_claims
from counterclaim.export.ged import GED, ged_row
from counterclaim.export.hxl import HXL, hxl_row
from counterclaim.export.incidents import read_incidents, write_incidents
from counterclaim.export.jsonld import claims_in_jsonld, write_jsonld
from counterclaim.export.parquet import claims_in_parquet, write_parquet
from counterclaim.export.sides import Sides
from counterclaim.export.told import Told, tell

from .test_comparison import groups
from .test_ledger import readings

SIDES = Sides()
SOME = groups.filter(bool)
modest = settings(max_examples=20)


def told(claims: list[Claim], policy: str = "list_all") -> Told:
    return tell(assemble("i", claims), claims, POLICIES[policy], SIDES)


@modest
@given(SOME, st.sampled_from(sorted(POLICIES)), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_row(claims, policy, random):
    shuffled = random.sample(claims, len(claims))
    for row in (ged_row, acled_row, hxl_row):
        assert row(told(claims, policy), SIDES) == row(told(shuffled, policy), SIDES)


@modest
@given(SOME, st.sampled_from(sorted(POLICIES)))
def test_rows_name_known_columns_and_best_is_the_sum_of_the_four(claims, policy):
    one = told(claims, policy)
    for shape, row in ((GED, ged_row), (ACLED, acled_row), (HXL, hxl_row)):
        assert set(row(one, SIDES) or ()) <= {field.name for field in shape.fields}
    row = ged_row(one, SIDES) or {}
    parts = [row.get(f"deaths_{part}") for part in ("a", "b", "civilians", "unknown")]
    assert parts == [None] * 4 if row.get("best") is None else sum(parts) == row["best"]
    if row.get("type_of_violence") == 3:
        assert row.get("deaths_a") in {None, 0}
        assert row.get("deaths_b") in {None, 0}


@modest
@given(SOME, st.sampled_from(sorted(POLICIES)))
def test_captured_and_wounded_are_never_among_the_dead(claims, policy):
    many = [
        replace(c, counts=tuple(n if n.outcome is Outcome.KILLED else replace(n, low=900, best=900, high=900) for n in c.counts))
        for c in claims
    ]
    others = [replace(c, counts=tuple(n for n in c.counts if n.outcome is not Outcome.KILLED)) for c in claims]
    assert ged_row(told(others, policy), SIDES) is None
    assert killed(claims, policy) == killed(many, policy)


def killed(claims: list[Claim], policy: str) -> list[object]:
    row = hxl_row(told(claims, policy), SIDES)
    return [row[f"killed_{name}"] for name in ("low", "best", "high")]


@modest
@given(readings())
def test_claims_come_back_from_lines_json_ld_and_parquet(reading):
    claims = sorted({claim.id: claim for claim in reading.claims}.values(), key=lambda claim: claim.id)
    lines, document = io.BytesIO(), io.BytesIO()
    write_claims(claims, lines)
    again = io.BytesIO()
    write_claims(claims_in(io.BytesIO(lines.getvalue()), source="lines"), again)
    assert again.getvalue() == lines.getvalue()
    tolds = [told(claims)] if claims else []
    write_jsonld(tolds, document, policy="list_all")
    assert list(claims_in_jsonld(document.getvalue())) == claims
    with tempfile.TemporaryDirectory() as folder:
        write_parquet(claims, tolds, Path(folder), policy="list_all")
        assert list(claims_in_parquet(Path(folder))) == claims


@modest
@given(st.lists(SOME, max_size=3))
def test_incidents_come_back_from_lines(many):
    incidents: list[Incident] = [assemble(str(nth), claims) for nth, claims in enumerate(many)]
    stream = io.BytesIO()
    write_incidents(incidents, stream)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incidents.jsonl"
        path.write_bytes(stream.getvalue())
        assert list(read_incidents(path)) == incidents
