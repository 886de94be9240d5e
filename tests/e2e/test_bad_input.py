"""Each kind of bad input through the command line: named, with place and way out; the rest is read; the exit code tells."""

import gzip
import json
import os
import resource
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim import Ledger, Report
from counterclaim.extraction.pipeline import Extractor

from .conftest import SAMPLES, STORY, Command, start

HUGE = 200 * 2**20
PARAGRAPH = "<p>Shelling went on for hours near the bridge, and families left the town for the villages around it.</p>" * 5


def fill(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def long_line(folder: Path) -> Path:
    path = folder / "long.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "')
        stream.truncate(HUGE)
    return path


def unnamed_feed(folder: Path) -> Path:
    return fill(folder / "feed.rss", b'<?xml version="1.0"?><opml><body><outline/></body></opml>')


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (lambda at: fill(at / "empty.txt", b""), "it is empty"),
    "a file of zeros": (lambda at: fill(at / "zeros.txt", bytes(10_000)), "zeros.txt"),
    "a line of 200 MB": (long_line, "long.jsonl"),
    "HTML without text": (lambda at: fill(at / "bare.html", b"<html><head><title></title></head><body></body></html>"), "bare.html"),
    "a truncated gzip": (lambda at: fill(at / "cut.txt.gz", gzip.compress(STORY.encode() * 50)[:-20]), "its gzip ends too early"),
    "a feed that is none": (unnamed_feed, "feed.rss"),
    "a missing file": (lambda at: at / "gone.txt", "there is no such file or folder"),
    "a text of 5 MB": (lambda at: fill(at / "five.txt", STORY.encode() * 45_000), "characters are more than"),
    "right-to-left text": (
        lambda at: fill(at / "rtl.txt", ("قال المتحدث إن القوات دخلت المدينة يوم السبت بعد معارك. " * 9).encode()),
        "language: ar",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_named_and_the_rest_is_read(counterclaim: Command, tmp_path: Path, kind: str) -> None:
    make, words = BAD[kind]
    good = fill(tmp_path / "good.txt", STORY.encode())

    said = counterclaim("read", make(tmp_path), good, "--format", "jsonl")

    assert said.code == 1
    assert words in said.err
    assert "; " in said.err.splitlines()[0], "a way out follows the reason"
    assert "Traceback" not in said.err
    assert [json.loads(line)["report"]["published"] for line in said.out.splitlines()] == ["2021-03-05"] * len(said.out.splitlines())
    assert said.out


@pytest.mark.parametrize("kind", ["an empty file", "a truncated gzip", "a missing file"])
def test_where_nothing_can_be_read_the_exit_code_says_so(counterclaim: Command, tmp_path: Path, kind: str) -> None:
    said = counterclaim("read", BAD[kind][0](tmp_path))

    assert said.code == 3
    assert BAD[kind][1] in said.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("latin.txt", STORY.replace("Rebels", "R\xe9bels").encode("latin-1")),
        ("wide.html", f"<html><body><article><p>{STORY}</p>{PARAGRAPH}</article></body></html>".encode("utf-16")),
    ],
)
def test_other_encodings_are_read(counterclaim: Command, tmp_path: Path, name: str, data: bytes) -> None:
    said = counterclaim("read", fill(tmp_path / name, data), "--format", "jsonl")

    assert "Northern Front" in said.out
    assert said.code in (0, 1)


def test_a_broken_line_costs_only_itself(counterclaim: Command, tmp_path: Path) -> None:
    line = json.dumps({"text": STORY, "published": "2021-03-05"})
    said = counterclaim(
        "read", fill(tmp_path / "some.jsonl", f'{line}\n{{"text": \n{line.replace("12", "14")}\n'.encode()), "--format", "jsonl"
    )

    assert said.code == 1
    assert "some.jsonl, line 2: " in said.err
    assert [json.loads(one)["counts"][0]["low"] for one in said.out.splitlines() if json.loads(one)["counts"]] == [12, 14]


def test_a_date_in_the_future_is_refused(counterclaim: Command, tmp_path: Path) -> None:
    said = counterclaim("read", fill(tmp_path / "good.txt", STORY.encode()), "--published", "2999-01-01")

    assert said.code == 3
    assert "2999-01-01" in said.err


def test_a_folder_without_permission_is_named(counterclaim: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "shut").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)

    said = counterclaim("read", tmp_path / "shut")

    assert said.code == 3
    assert "shut: no permission to read it; change its permissions" in said.err


def test_a_full_disk_is_told_and_the_ledger_opens(tmp_path: Path) -> None:
    ledger = tmp_path / "war.db"
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": f"r{n}", "text": f"Report {n}. {STORY}"}) + "\n" for n in range(600)))
    process = start(
        "read",
        many,
        "--into",
        ledger,
        "--reader",
        "rules",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
    )

    err = process.communicate(timeout=300)[1]

    assert process.returncode == 3
    assert "war.db" in err
    assert "disk" in err
    assert "Traceback" not in err
    with Ledger.open(ledger) as opened:
        opened.check()


def test_another_programs_database_is_not_touched(counterclaim: Command, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = other.read_bytes()

    said = counterclaim("read", SAMPLES, "--into", other)

    assert said.code == 3
    assert "other.db" in said.err
    assert other.read_bytes() == before


def test_failures_are_kept_beside_what_was_read(counterclaim: Command, tmp_path: Path) -> None:
    good = fill(tmp_path / "good.txt", STORY.encode())
    counterclaim("read", tmp_path / "gone.txt", good, "--into", tmp_path / "war.db")

    said = counterclaim("failures", tmp_path / "war.db")

    assert said.code == 0
    assert "gone.txt: there is no such file or folder; check the path" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Missing argument"),
        (["read", "x", "--published", "yesterday"], "is not a day"),
        (["read", "x", "--jobs", "0"], "--jobs"),
        (["show", "x", "--kind", "battle"], "battle"),
        (["nothing"], "No such command"),
    ],
)
def test_wrong_usage_is_told(counterclaim: Command, arguments: list[str], words: str) -> None:
    said = counterclaim(*arguments)

    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_wrong_settings_are_wrong_usage(counterclaim: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_JOBS", "none")

    said = counterclaim("read", "x")

    assert said.code == 2
    assert "COUNTERCLAIM_JOBS" in said.err


def test_a_ledger_that_is_not_there_is_not_made_by_showing_it(counterclaim: Command, tmp_path: Path) -> None:
    said = counterclaim("show", tmp_path / "gone.db")

    assert said.code == 3
    assert "gone.db" in said.err
    assert not (tmp_path / "gone.db").exists()


def test_a_report_that_breaks_the_extractor_costs_only_itself(
    counterclaim: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Extractor.desk

    def breaking(self: Extractor, report: Report, *others: Any) -> Any:
        if "poison" in report.text:
            raise ZeroDivisionError("a bug")
        return plain(self, report, *others)

    monkeypatch.setattr(Extractor, "desk", breaking)
    texts = [fill(tmp_path / f"{n}.txt", (f"{n}. {STORY}" + "poison. " * (n == 1)).encode()) for n in range(3)]

    said = counterclaim("read", *texts, "--format", "jsonl")

    assert said.code == 1
    assert "1.txt: ZeroDivisionError: a bug" in said.err
    assert len({json.loads(line)["report"]["id"] for line in said.out.splitlines()}) == 2
