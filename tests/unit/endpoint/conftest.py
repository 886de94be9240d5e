"""A server on this machine that answers what a test tells it to, in order."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from counterclaim.endpoint import EndpointConfig


@dataclass
class Script:
    """What the server says next, (status, body, headers, seconds to wait) each, the last for ever; and what it was asked."""

    answers: list[tuple[int, bytes, dict[str, str], float]] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def say(self, status=200, body=b"", *, headers=(), wait=0.0):
        """Add an answer."""
        self.answers.append((status, body if isinstance(body, bytes) else json.dumps(body).encode(), dict(headers), wait))

    def chat(self, text, *, finish="stop", tokens=(100, 20)):
        """Add an answer as a chat gives it."""
        message = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}]}
        self.say(body=message | ({"usage": {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}} if tokens else {}))

    def next(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def server() -> Iterator[Script]:
    script = Script()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with lock:
                script.asked.append(json.loads(body))
                script.headers.append(dict(self.headers))
                script.paths.append(self.path)
                status, answer, headers, wait = script.next()
            time.sleep(wait)
            if status == 0:
                self.connection.close()
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

        def handle(self):
            try:
                super().handle()
            except (OSError, ValueError):  # the client has gone
                self.close_connection = True

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        script.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield script
        http.shutdown()
        thread.join()


@pytest.fixture
def config_of(server: Script, tmp_path: Path):
    """Makes a configuration that asks the server and waits hardly at all."""

    def make(**changes) -> EndpointConfig:
        given = {"url": server.url, "model": "m", "cache": tmp_path / "answers.sqlite", "run": "r", "pause": 0.01, "timeout": 5.0}
        return EndpointConfig(**(given | changes))

    return make
