"""Claims made elsewhere, and people's judgements, as a person meets them."""

import json
from pathlib import Path

import pytest

from .conftest import SAMPLES, STORY, Command


@pytest.fixture
def claims(counterclaim: Command, tmp_path: Path) -> Path:
    """Give a file of the claims in one of the samples."""
    path = tmp_path / "claims.jsonl"
    path.write_text(counterclaim("read", SAMPLES / "texts" / "panjshir-01.txt", "--format", "jsonl").out)
    return path


def test_a_file_of_claims_is_loaded_once_and_shown_without_its_text(counterclaim: Command, claims: Path) -> None:
    many = len(claims.read_text().splitlines())

    first, again = (counterclaim("load", claims, "--into", "war.db") for _ in range(2))

    assert (first.code, again.code) == (0, 0)
    assert f"{many} claims loaded → war.db" in first.err
    assert f"0 claims loaded, {many} claims known before" in again.err
    shown = counterclaim("show", "war.db", "--format", "jsonl", "--min-confidence", "0")
    assert sorted(shown.out.splitlines()) == sorted(claims.read_text().splitlines())


def test_explaining_a_claim_whose_text_is_not_here_shows_its_quote(counterclaim: Command, claims: Path) -> None:
    counterclaim("load", claims, "--into", "war.db")
    claim = json.loads(claims.read_text().splitlines()[0])

    said = counterclaim("explain", "war.db", claim["id"])

    assert said.code == 0
    assert " ".join(claim["quote"].split())[:60] in " ".join(said.out.split())
    assert "text is not in the ledger" in said.err


def test_broken_lines_are_named_and_the_rest_is_loaded(counterclaim: Command, claims: Path) -> None:
    lines = claims.read_text().splitlines()
    broken = json.loads(lines[1]) | {"start": 5, "end": 5}
    claims.write_text("\n".join([lines[0], "nonsense", "", json.dumps(broken), lines[2], '{"format": 1}']) + "\n")

    said = counterclaim("load", claims, "--into", "war.db")

    assert said.code == 1
    assert "2 claims loaded, 3 broken lines" in said.err
    assert [number for number in (2, 4, 6) if f"claims.jsonl, line {number}: " not in said.err] == []
    assert "correct the line" in said.err


def test_words_that_do_not_stand_in_the_text_are_refused_where_the_text_is_known(counterclaim: Command, claims: Path) -> None:
    counterclaim("read", SAMPLES / "texts" / "panjshir-01.txt", "--into", "war.db")
    moved = [json.loads(line) for line in claims.read_text().splitlines()[:2]]
    for claim in moved:
        claim["extractor"] = {"name": "elsewhere", "version": "1"}
    moved[1]["quote"] = "x" * len(moved[1]["quote"])
    claims.write_text("".join(json.dumps(claim) + "\n" for claim in moved))

    said = counterclaim("load", claims, "--into", "war.db")

    assert said.code == 1
    assert "1 claim loaded, 1 broken line" in said.err
    assert "line 2: quote" in said.err


def test_a_file_that_is_not_there_is_named(counterclaim: Command) -> None:
    said = counterclaim("load", "nowhere.jsonl", "--into", "war.db")

    assert said.code == 3
    assert "nowhere.jsonl: there is no such file" in said.err
    assert not Path("war.db").exists()


def test_judgements_are_kept_shown_and_taken_back(counterclaim: Command, tmp_path: Path) -> None:
    Path("story.txt").write_text(STORY + "The army said that 20 rebels died in Herat on Friday.\n")
    claims = [json.loads(line) for line in counterclaim("read", "story.txt", "--into", "war.db", "--format", "jsonl").out.splitlines()]
    first, second = claims[0]["id"][:8], claims[1]["id"][:8]

    judged = counterclaim("judge", "war.db", "same", first, second, "--by", "Ann", "--why", "one raid")
    again = counterclaim("judge", "war.db", "same", second, first, "--by", "Ann")
    shown = counterclaim("judgements", "war.db")
    undone = counterclaim("unjudge", "war.db", judged.out.split()[0], "--by", "Bo")
    lines = [json.loads(line) for line in counterclaim("judgements", "war.db", "--format", "jsonl").out.splitlines()]

    assert [one.code for one in (judged, again, shown, undone)] == [0, 0, 0, 0]
    assert "there already" in again.err
    assert "Ann:" in shown.out
    assert "one raid" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    assert [line["by"] for line in lines] == ["Ann", "Bo"]
    assert lines[1]["undoes"] == lines[0]["id"]
    assert tmp_path.joinpath("war.db").is_file()


def test_judging_what_is_not_there_changes_nothing(counterclaim: Command) -> None:
    Path("story.txt").write_text(STORY)
    counterclaim("read", "story.txt", "--into", "war.db")

    assert counterclaim("judge", "war.db", "same", "zzzz", "yyyy", "--by", "Ann").code == 3
    assert counterclaim("unjudge", "war.db", "zzzz", "--by", "Ann").code == 3
    assert counterclaim("judge", "war.db", "perhaps", "a", "b", "--by", "Ann").code == 2
    assert counterclaim("judgements", "war.db").out == ""


def test_an_assessment_is_shown_exported_and_taken_back(counterclaim: Command) -> None:
    Path("story.txt").write_text(STORY)
    told = json.loads(counterclaim("read", "story.txt", "--into", "war.db", "--format", "jsonl").out.splitlines()[0])
    claim = told["id"]
    counterclaim("link", "war.db")
    say = ("assess", "war.db", claim[:8], "--rating", "doubtful", "--admiralty", "b4", "--by", "Ann", "--why", "no film of it")

    made, again = counterclaim(*say), counterclaim(*say)
    Path("anew.jsonl").write_text(json.dumps(told | {"confidence": 0.99, "extractor": {"name": "better", "version": "2"}}) + "\n")
    counterclaim("load", "anew.jsonl", "--into", "war.db")
    counterclaim("link", "war.db")

    assert (made.code, again.code) == (0, 0)
    assert f"Ann: {claim[:8]} doubtful, B4" in made.out
    assert "there already" in again.err
    for asked in (("show", "war.db"), ("incident", "war.db", claim)):
        assert "Ann: doubtful, B4" in counterclaim(*asked).out
    assert "doubtful, B4, by Ann" in " ".join(counterclaim("explain", "war.db", claim, "--stored").out.replace("\n", " ").split())
    assert '"schema:ClaimReview"' in counterclaim("export", "war.db", "--format", "jsonld", "-o", "-").out
    assert f"{claim[:8]} assessed by Ann" in counterclaim("export", "war.db", "--format", "ged", "-o", "-").out
    assert ",doubtful,B4,Ann," in counterclaim("export", "war.db", "--format", "csv", "-o", "-").out
    assert ",doubtful,B4,Ann," in counterclaim("show", "war.db", "--format", "csv").out

    undone = counterclaim("unjudge", "war.db", made.out.split()[0], "--by", "Bo", "--why", "wrong claim")

    assert "Bo takes back" in undone.out
    assert "ClaimReview" not in counterclaim("export", "war.db", "--format", "jsonld", "-o", "-").out
    assert len(counterclaim("judgements", "war.db", "--format", "jsonl").out.splitlines()) == 2


def test_only_a_named_person_with_a_reason_assesses_and_nothing_is_confirmed(counterclaim: Command) -> None:
    Path("story.txt").write_text(STORY)
    claim = json.loads(counterclaim("read", "story.txt", "--into", "war.db", "--format", "jsonl").out.splitlines()[0])["id"]
    person = ("--by", "Ann", "--why", "I was there")

    assert counterclaim("assess", "war.db", claim, *person).code == 2
    assert counterclaim("assess", "war.db", claim, "--rating", "confirmed", *person).code == 2
    assert counterclaim("assess", "war.db", claim, "--admiralty", "Z9", *person).code == 2
    assert counterclaim("assess", "war.db", claim, "--rating", "doubtful", "--by", "Ann").code == 2
    assert counterclaim("assess", "war.db", claim, "--rating", "doubtful", "--by", "Ann", "--why", " ").code == 3
    assert counterclaim("assess", "war.db", "zzzz", "--rating", "doubtful", *person).code == 3
    assert counterclaim("judgements", "war.db").out == ""
