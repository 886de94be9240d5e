"""Incidents of the samples, as a person makes them and goes on with them."""

import json
import signal
import time
from pathlib import Path

import pytest

from counterclaim import Ledger

from .conftest import SAMPLES, Command, start


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file of the claims in all samples."""
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    path.write_text(start("read", SAMPLES, "--reader", "rules", "--format", "jsonl").communicate(timeout=300)[0])
    return path


def incidents(path: str | Path = "war.db") -> dict[str, tuple[str, ...]]:
    with Ledger.open(path, create=False) as ledger:
        return {incident.id: incident.claims for incident in ledger.incidents()}


def test_claims_become_incidents_and_linking_again_changes_nothing(counterclaim: Command, claims: Path) -> None:
    counterclaim("load", claims, "--into", "war.db")

    first = counterclaim("link", "war.db")
    before = incidents()
    again = counterclaim("link", "war.db")

    assert (first.code, again.code) == (0, 0)
    assert first.out.strip() == f"{len(before)} new"
    assert again.out.strip() == "nothing new"
    assert incidents() == before
    assert sorted(claim for members in before.values() for claim in members) == sorted(
        json.loads(line)["id"] for line in claims.read_text().splitlines()
    )


def test_two_halves_give_the_incidents_of_the_whole_in_whatever_order(counterclaim: Command, claims: Path, tmp_path: Path) -> None:
    lines = claims.read_text().splitlines(keepends=True)
    (tmp_path / "one.jsonl").write_text("".join(lines[1::2]))
    (tmp_path / "two.jsonl").write_text("".join(reversed(lines[::2])))
    counterclaim("load", claims, "--into", "whole.db")
    counterclaim("link", "whole.db")

    for part in ("one.jsonl", "two.jsonl"):
        counterclaim("load", part, "--into", "war.db")
        said = counterclaim("link", "war.db")

    assert "grown" in said.out
    assert sorted(incidents().values()) == sorted(incidents("whole.db").values())


def test_without_its_work_file_a_ledger_goes_on_all_the_same(counterclaim: Command, claims: Path, tmp_path: Path) -> None:
    lines = claims.read_text().splitlines(keepends=True)
    (tmp_path / "some.jsonl").write_text("".join(lines[20:]))
    counterclaim("load", "some.jsonl", "--into", "war.db")
    counterclaim("link", "war.db")
    before = incidents()
    for path in tmp_path.glob("war.db.linking*"):
        path.unlink()
    counterclaim("load", claims, "--into", "war.db")

    said = counterclaim("link", "war.db")

    assert said.code == 0
    assert set(before) & set(incidents())
    kept = [name for name, members in incidents().items() if name in before and set(before[name]) <= set(members)]
    assert len(kept) > len(before) / 2


def test_a_judgement_holds_through_linking_and_can_be_taken_back(counterclaim: Command, claims: Path) -> None:
    counterclaim("load", claims, "--into", "war.db")
    counterclaim("link", "war.db")
    before = incidents()
    first, second = (members[0] for members in list(before.values())[:2])

    judged = counterclaim("judge", "war.db", "same", first, second, "--by", "Ann")
    merged = counterclaim("link", "war.db")
    together = [members for members in incidents().values() if first in members]
    counterclaim("unjudge", "war.db", judged.out.split()[0], "--by", "Ann")
    parted = counterclaim("link", "war.db")

    assert "merged" in merged.out
    assert second in together[0]
    assert "split off" in parted.out
    assert sorted(incidents().values()) == sorted(before.values())


def test_a_judgement_stays_with_the_words_when_reports_are_read_anew(counterclaim: Command) -> None:
    texts = [SAMPLES / "texts" / f"panjshir-0{nth}.txt" for nth in (1, 2)]
    counterclaim("read", *texts, "--into", "war.db")
    counterclaim("link", "war.db")
    together = next(members for members in incidents().values() if len(members) > 1)
    counterclaim("judge", "war.db", "different", *together[:2], "--by", "Ann")
    lines = counterclaim("show", "war.db", "--format", "jsonl", "--min-confidence", "0").out.splitlines()
    newer = [json.loads(line) | {"extractor": {"name": "counterclaim-rules", "version": "999"}} for line in lines]
    Path("newer.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in newer))

    counterclaim("load", "newer.jsonl", "--into", "war.db")
    said = counterclaim("link", "war.db")

    assert said.code == 0
    assert [members for members in incidents().values() if set(together[:2]) <= set(members)] == []


@pytest.mark.parametrize("pause", [0.3, 0.6, 0.9, 1.2])
def test_killed_half_way_it_leaves_a_good_file(counterclaim: Command, claims: Path, pause: float) -> None:
    counterclaim("load", claims, "--into", "war.db")
    process = start("link", "war.db")
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)

    with Ledger.open("war.db", create=False) as ledger:
        ledger.check()
    assert counterclaim("link", "war.db").code == 0
    assert sum(map(len, incidents().values())) == len(claims.read_text().splitlines())


def test_two_that_link_at_once_leave_one_set_of_incidents(counterclaim: Command, claims: Path) -> None:
    counterclaim("load", claims, "--into", "war.db")
    several = [start("link", "war.db") for _ in range(2)]
    said = [process.communicate(timeout=120) for process in several]

    assert 0 in {process.returncode for process in several}
    assert {process.returncode for process in several} <= {0, 3}
    assert "Traceback" not in "".join(err for _, err in said)
    assert counterclaim("link", "war.db").out.strip() == "nothing new"
    assert sum(map(len, incidents().values())) == len(claims.read_text().splitlines())


def test_a_ledger_without_claims_has_nothing_to_link(counterclaim: Command) -> None:
    Ledger.open("war.db").close()

    said = counterclaim("link", "war.db")

    assert (said.code, said.out.strip()) == (0, "nothing new")
    assert counterclaim("link", "nowhere.db").code == 3
