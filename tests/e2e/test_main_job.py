import csv
import io
import json
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from counterclaim import Ledger
from counterclaim.claims.report import Report
from counterclaim.workflows.read import read_reports

from .conftest import SAMPLES, STORY, Command, start

KILLED = {"what": "killed"}


def test_a_text_becomes_a_table_of_who_says_what(counterclaim: Command, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)

    said = counterclaim("read", story, "--quotes")

    assert said.code == 0
    assert "killed ≥12 soldiers" in said.out
    assert "Rebels of the Northern Front" in said.out
    assert "1 report read" in said.err
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\x1b" not in said.out + said.err


def test_claims_of_a_corpus_are_json_lines_whose_offsets_hold(counterclaim: Command) -> None:
    said = counterclaim("read", SAMPLES, "--format", "jsonl")

    claims = [json.loads(line) for line in said.out.splitlines()]
    texts = {report.id: report.text for report in read_reports([SAMPLES]) if isinstance(report, Report)}
    assert said.code == 0
    assert {claim["format"] for claim in claims} == {"counterclaim/claim/1"}
    assert len({claim["report"]["id"] for claim in claims}) == 24
    assert [c["id"] for c in claims if texts[c["report"]["id"]][c["start"] : c["end"]] != c["quote"]] == []


def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    one, two = (start("read", SAMPLES, "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2))

    first, second = one.communicate(timeout=300)[0], two.communicate(timeout=300)[0]

    assert first == second
    assert len(first.splitlines()) > 100


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("ledger") / "war.db"
    process = start("read", SAMPLES, "--reader", "rules", "--into", ledger)
    assert process.communicate(timeout=300)[0] == ""
    assert process.returncode == 0
    return ledger


def test_what_a_ledger_has_is_not_read_again(counterclaim: Command, war: Path) -> None:
    said = counterclaim("read", SAMPLES, "--into", war)

    assert said.code == 0
    assert "0 reports read" in said.err
    assert "24 reports read before" in said.err


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        (["--party", "Taliban"], lambda c: "Taliban" in (c["source"]["party"], c["source"]["name"])),
        (["--outcome", "killed"], lambda c: any(count["outcome"] == "killed" for count in c["counts"])),
        (["--kind", "control"], lambda c: c["control"] is not None),
        (["--stance", "denies"], lambda c: c["stance"] == "denies"),
        (["--country", "so"], lambda c: c["place"]["country"] == "SO"),
        (["--unverified"], lambda c: c["unverified"]),
        (["--not-negated"], lambda c: not c["negated"]),
        (["--text", "district"], lambda c: "district" in c["quote"].lower()),
        (["--report", "panjshir-01"], lambda c: c["report"]["id"] == "panjshir-01"),
        (
            ["--since", "2020-09-01", "--until", "2020-12-31"],
            lambda c: "2020" in ((c["dates"] or {}).get("latest") or c["report"]["published"]),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_show_gives_only_what_is_asked(counterclaim: Command, war: Path, filters: list[str], holds: object) -> None:
    everything = counterclaim("show", war, "--format", "jsonl").out.splitlines()

    said = counterclaim("show", war, "--format", "jsonl", *filters)

    claims = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert 0 < len(claims) < len(everything)
    assert all(holds(claim) for claim in claims)  # type: ignore[operator]


def test_the_table_fits_eighty_columns_and_groups_by_source(counterclaim: Command, war: Path) -> None:
    said = counterclaim("show", war, "--place", "Panjshir")

    heads = [line for line in said.out.splitlines() if line and not line.startswith(" ")]
    assert max(map(len, said.out.splitlines())) <= 80
    assert {"Taliban", "Bilal Karimi  spokesperson, Taliban"} <= set(heads)
    assert len(heads) == len(set(heads))


def test_csv_has_a_row_for_each_count(counterclaim: Command, war: Path) -> None:
    said = counterclaim("show", war, "--outcome", "killed", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert len(rows) > 10
    assert "killed" in {row["count_outcome"] for row in rows}


def test_colour_is_a_wish_of_the_person(counterclaim: Command, war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    assert "\x1b[" in counterclaim("show", war, "--limit", "3").out
    assert "\x1b[" not in counterclaim("--no-color", "show", war, "--limit", "3").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in counterclaim("show", war, "--limit", "3").out


def test_explain_shows_each_value_beside_its_words_and_its_rule(counterclaim: Command, war: Path) -> None:
    with Ledger.open(war) as ledger:
        claim = next(one for one in ledger.claims() if one.counts and one.place and one.place.name and one.source)

    said = counterclaim("explain", war, claim.id[:10])

    assert said.code == 0
    for words in ("source", "attribution", "CC-1", "place", "could be", claim.id, claim.extractor.name):
        assert words in said.out
    assert " ".join(claim.quote.split()[:4]) in " ".join(said.out.split())


def test_explain_can_keep_to_what_the_ledger_holds(counterclaim: Command, war: Path) -> None:
    with Ledger.open(war) as ledger:
        claim = next(one for one in ledger.claims() if one.place and one.place.name and one.source)

    said = counterclaim("explain", war, claim.id, "--stored")

    assert (said.code, said.err) == (0, "")
    assert "source" in said.out
    assert "could be" not in said.out


def test_an_id_that_names_nothing_is_told(counterclaim: Command, war: Path) -> None:
    said = counterclaim("explain", war, "nothing")

    assert (said.code, said.out) == (3, "")
    assert "nothing: the ledger holds no such claim" in said.err


def test_a_reading_that_is_stopped_leaves_a_ledger_that_goes_on(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(
        "".join(json.dumps({"id": f"r{n}", "text": f"Report {n}. {STORY}", "published": "2021-03-05"}) + "\n" for n in range(3000))
    )
    ledger = tmp_path / "war.db"
    process = start("read", many, "--into", ledger, "--reader", "rules")
    wait_for_readings(ledger)

    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]

    assert process.returncode == 130
    assert "stopped" in err
    assert "Traceback" not in err
    with Ledger.open(ledger) as opened:
        opened.check()
        assert 0 < opened.summary().readings < 3000


def wait_for_readings(ledger: Path) -> None:
    """Wait until something has been written."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            with sqlite3.connect(ledger) as connection:
                if connection.execute("SELECT count(*) FROM readings").fetchone()[0]:
                    return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.1)
    raise AssertionError("nothing was written in two minutes")


def test_a_reader_of_the_output_that_leaves_is_no_error(war: Path) -> None:
    with start("show", war, "--format", "jsonl") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()

        assert process.wait(timeout=60) in {0, -signal.SIGPIPE}
        assert process.stderr.read() == ""


def test_two_processes_write_one_ledger(tmp_path: Path) -> None:
    ledger = tmp_path / "war.db"
    halves = sorted((SAMPLES / "texts").glob("*.txt"))
    writers = [start("read", *halves[nth::2], "--published", "2021-09-05", "--reader", "rules", "--into", ledger) for nth in (0, 1)]

    errors = [writer.communicate(timeout=300)[1] for writer in writers]

    assert [writer.returncode for writer in writers] == [0, 0], errors
    with Ledger.open(ledger) as opened:
        opened.check()
        assert opened.summary().readings == 24


def test_standard_input_is_read() -> None:
    process = start("read", "-", "--format", "jsonl", "--reader", "rules", stdin=-1)

    out, _ = process.communicate(STORY, timeout=120)

    assert process.returncode == 0
    assert json.loads(out.splitlines()[0])["counts"][0]["low"] == 12


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(counterclaim: Command, shell: str) -> None:
    said = counterclaim("completion", shell)

    assert said.code == 0
    assert "_COUNTERCLAIM_COMPLETE" in said.out


def test_scores_are_printed_and_held_against_floors(counterclaim: Command, tmp_path: Path, war: Path) -> None:
    claims, floors = tmp_path / "claims.jsonl", tmp_path / "floors.json"
    claims.write_text(counterclaim("show", war, "--format", "jsonl").out)
    score = ("evaluate", "dispatches", SAMPLES, "--claims", claims)

    said = counterclaim(*score, "--floors", floors, "--raise-floors")

    assert said.code == 0
    assert "claims found" in said.out
    assert counterclaim(*score, "--floors", floors).code == 0
    sunk = json.loads(floors.read_text())
    sunk["f1"]["claims found"] = 0.99
    floors.write_text(json.dumps(sunk))
    said = counterclaim(*score, "--floors", floors)
    assert said.code == 1
    assert "claims found" in said.err


def test_a_war_that_nobody_prepared_for_is_scored_as_such(counterclaim: Command, tmp_path: Path) -> None:
    told = {
        "M23": "M23 has taken Rutshuru. The rebel group M23 said it had killed 12 soldiers near Goma.\n",
        "Taliban": "Zabihullah Mujahid said nine soldiers were killed near Kabul on Friday.\n",
    }
    gold = tmp_path / "gold"
    (gold / "texts").mkdir(parents=True)
    for party, text in told.items():
        (gold / "texts" / f"{party}.txt").write_text(text)
    (gold / "reports.jsonl").write_text("".join(json.dumps({"doc": party, "date": "2024-05-06"}) + "\n" for party in told))
    coded = {
        "n": 1,
        "via": [],
        "stance": "asserts",
        "kind": "casualties",
        "perpetrator": None,
        "target": None,
        "control": None,
        "place": None,
    }
    coded |= {"control_party": None, "negated": False, "unverified": False, "date": None}
    claims = [
        coded
        | {"doc": "M23", "start": 24, "source": "M23", "source_party": "M23", "measures": [KILLED | {"low": 12, "high": 12, "text": "12"}]},
        coded
        | {"doc": "Taliban", "start": 0, "source": "Zabihullah Mujahid", "source_party": "Taliban"}
        | {"measures": [KILLED | {"low": 9, "high": 9, "text": "nine"}]},
    ]
    (gold / "claims.jsonl").write_text("".join(json.dumps(c) + "\n" for c in claims))

    def recalled(*options: str) -> float:
        scores = json.loads(counterclaim("evaluate", "dispatches", gold, "--format", "json", *options).out)
        return {s["name"]: s["recall"] for s in scores}["source party"]

    assert (recalled(), recalled("--unlisted")) == (1, 0.5)


def test_places_of_ones_own_are_added_and_found(counterclaim: Command, tmp_path: Path) -> None:
    own = tmp_path / "villages.csv"
    own.write_text("name,latitude,longitude,country,admin1\nQala-e Nonesuch,34.5,69.1,AF,Kabul\n,1,2,AF,\n")

    added = counterclaim("gazetteer", "add", own)

    assert added.code == 1
    assert "1 place" in added.err
    found = counterclaim("gazetteer", "info", "Qala-e Nonesuch")
    assert (found.code, "34.50, 69.10" in found.out) == (0, True)
    assert str(tmp_path / "data") in counterclaim("gazetteer", "info").out.replace("\n", "")
    assert counterclaim("gazetteer", "info", "Nowhere At All").code == 3


def test_the_version_is_told(counterclaim: Command) -> None:
    assert counterclaim("--version").out.startswith("counterclaim 0.")
