"""Incidents of the samples on a screen, and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from counterclaim.claims.incident import Status
from counterclaim.evaluation.coded import coded_claims
from counterclaim.evaluation.gold import read_dispatches
from counterclaim.export.claims import write_claims

from .conftest import SAMPLES, Command, start


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger of the coded claims of all samples, linked."""
    folder = tmp_path_factory.mktemp("ledger")
    with (folder / "claims.jsonl").open("wb") as stream:
        write_claims(coded_claims(SAMPLES, read_dispatches(SAMPLES)), stream)
    for arguments in (["load", folder / "claims.jsonl", "--into", folder / "war.db"], ["link", folder / "war.db"]):
        process = start(*arguments)
        process.communicate(timeout=120)
        assert process.returncode == 0
    return folder / "war.db"


def listed(counterclaim: Command, war: Path, *options: str) -> list[dict]:
    said = counterclaim("incidents", war, *options, "--format", "jsonl")
    assert said.code == 0
    return [json.loads(line) for line in said.out.splitlines()]


def test_every_claim_stands_in_one_incident(counterclaim: Command, war: Path) -> None:
    found = listed(counterclaim, war)
    members = [claim for incident in found for claim in incident["claims"]]
    assert len(members) == len(set(members)) == 312
    assert {incident["format"] for incident in found} == {"counterclaim/incident/1"}
    assert {incident["status"] for incident in found} <= {str(one) for one in Status}


def test_contested_incidents_have_counterclaims_with_reasons(counterclaim: Command, war: Path) -> None:
    contested = listed(counterclaim, war, "--contested")
    assert len(contested) > 10
    assert contested == listed(counterclaim, war, "--status", "contested")
    for incident in contested:
        assert all(one["reason"] and one["a"] < one["b"] for one in incident["counterclaims"])
        assert all({one["a"], one["b"]} & set(incident["claims"]) for one in incident["counterclaims"])


def test_filters_narrow_the_list(counterclaim: Command, war: Path) -> None:
    everything = {one["id"] for one in listed(counterclaim, war)}
    for options in (
        ["--party", "Taliban"],
        ["--place", "Panjshir"],
        ["--since", "2021-08-01", "--until", "2021-12-31"],
        ["--min-claims", "5"],
    ):
        assert set() < {one["id"] for one in listed(counterclaim, war, *options)} < everything
    assert len(listed(counterclaim, war, "--limit", "3")) == 3
    assert listed(counterclaim, war, "--party", "nobody at all") == []


def test_the_list_on_a_screen_is_80_columns_wide_and_without_colour_when_piped(counterclaim: Command, war: Path) -> None:
    said = counterclaim("incidents", war, "--contested")
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\x1b" not in said.out
    assert "contested" in said.out
    assert "incidents" in said.err


def test_a_spreadsheet_has_a_row_for_each_incident(counterclaim: Command, war: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(counterclaim("incidents", war, "--format", "csv").out)))
    assert len(rows) == len(listed(counterclaim, war))
    assert sum(int(row["claims"]) for row in rows) == 312


def test_one_incident_shows_both_sides_every_quote_and_every_id(counterclaim: Command, war: Path) -> None:
    incident = max(listed(counterclaim, war, "--contested"), key=lambda one: len(one["claims"]))
    said = counterclaim("incident", war, incident["id"][:8])
    words = " ".join(said.out.split())
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "CANNOT BOTH HOLD" in said.out
    assert "ORIGINS" in said.out
    for claim in listed_claims(counterclaim, war, incident["claims"]):
        assert claim["id"] in words
        assert " ".join(claim["quote"].split()) in words
        assert claim["report"]["outlet"] in words


def listed_claims(counterclaim: Command, war: Path, ids: list[str]) -> list[dict]:
    lines = counterclaim("show", war, "--format", "jsonl", "--min-confidence", "0").out.splitlines()
    return [claim for claim in map(json.loads, lines) if claim["id"] in ids]


def test_an_incident_is_found_by_a_claim_in_it_and_told_why(counterclaim: Command, war: Path) -> None:
    incident = max(listed(counterclaim, war), key=lambda one: len(one["claims"]))
    by_claim = counterclaim("incident", war, incident["claims"][0], "--format", "jsonl")
    why = counterclaim("incident", war, incident["id"], "--why")
    assert json.loads(by_claim.out) == incident
    assert "WHY THESE CLAIMS WERE LINKED" in why.out
    assert why.out.count(" bits") == len(incident["claims"]) - 1
    assert counterclaim("incident", war, "zzzz").code == 3


def test_what_was_added_since_is_said_to_be_missing(counterclaim: Command, war: Path, tmp_path: Path) -> None:
    for path in war.parent.glob("war.db*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    counterclaim("read", SAMPLES / "texts" / "panjshir-01.txt", "--into", "war.db")
    assert "not all claims are linked yet" in counterclaim("incidents", "war.db", "--limit", "1").err
    assert "not all claims are linked yet" not in counterclaim("incidents", war, "--limit", "1").err


def test_control_of_a_place_is_told_side_by_side_from_day_to_day(counterclaim: Command, war: Path) -> None:
    said = counterclaim("control", war, "--place", "Panjshir")
    rows = list(csv.DictReader(io.StringIO(counterclaim("control", war, "--place", "Panjshir", "--format", "csv").out)))
    lines = [json.loads(line) for line in counterclaim("control", war, "--place", "Panjshir", "--format", "jsonl").out.splitlines()]
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert {"Taliban", "National Resistance Front"} <= {row["side"] for row in rows}
    assert sum(len(line["spells"]) for line in lines) == len(rows)
    assert [row["start"] for row in rows if row["place"] == rows[0]["place"]] == sorted(
        row["start"] for row in rows if row["place"] == rows[0]["place"]
    )
    assert counterclaim("control", war, "--place", "Nowhere").out == ""


def test_figures_move_with_the_policy(counterclaim: Command, war: Path) -> None:
    wanted = next(
        one
        for one in listed(counterclaim, war, "--contested")
        if any(position["topic"]["outcome"] == "killed" for position in one["positions"])
    )
    lines = counterclaim(
        "figures", war, wanted["id"], "--policy", "acled_conservative", "--policy", "list_all", "--format", "jsonl"
    ).out.splitlines()
    assert [json.loads(line)["policy"] for line in lines] == ["acled_conservative", "list_all"]
    said = counterclaim("figures", war, wanted["id"])
    assert "airwars" in said.out
    assert "Killed" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_linking_is_scored_against_the_coded_groups(counterclaim: Command) -> None:
    floors = SAMPLES.parents[1] / "evaluation" / "floors.json"
    said = counterclaim("evaluate", "incidents", SAMPLES, "--hand-coded", "--floors", floors, "--misses", "all")
    shares = json.loads(counterclaim("evaluate", "incidents", SAMPLES, "--hand-coded", "--format", "json").out)
    assert said.code == 0, said.err
    assert [one["name"] for one in shares] == ["together", "mixed", "flagged", "flag precision", "false alarm"]
    assert said.out.splitlines()[0].split() == ["measure", "share", "n"]
    assert "apart: " in said.out


def test_eight_reasons_stand_on_the_screen_or_all_where_there_are_fewer(counterclaim: Command, war: Path) -> None:
    reasons = {one["id"]: {pair["reason"] for pair in one["counterclaims"]} for one in listed(counterclaim, war, "--contested")}
    assert max(map(len, reasons.values())) >= 8
    for incident, told in reasons.items():
        assert counterclaim("incident", war, incident).out.count("✗ ") >= min(8, len(told))


def test_an_outlet_that_vouches_itself_is_no_side(counterclaim: Command, war: Path) -> None:
    rows = [json.loads(line) for line in counterclaim("incidents", war, "--format", "jsonl").out.splitlines()]
    outlet = next(o["outlets"][0] for row in rows for o in row["origins"] if o["asserter"] is None and len(o["outlets"]) == 1)
    incident = next(row["id"] for row in rows if any(o["asserter"] is None and o["outlets"] == [outlet] for o in row["origins"]))
    screen = " ".join(counterclaim("incident", war, incident).out.split())
    assert f"{outlet}, in its own voice" in screen
    assert f"{outlet}: " not in screen
