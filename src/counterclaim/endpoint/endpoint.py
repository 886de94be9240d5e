"""Questions to a language model: kept answers first, within limits, every answer counted."""

from __future__ import annotations

import hashlib
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeVar

from counterclaim.claims.errors import NoAnswer
from counterclaim.endpoint.config import EndpointConfig
from counterclaim.endpoint.http import Client
from counterclaim.endpoint.spent import dropped_name
from counterclaim.endpoint.store import Store

Answer = TypeVar("Answer")
Message = Mapping[str, str]

PARAMETERS: Final = {"temperature": 0, "seed": 0}
CHARACTERS_A_TOKEN: Final = 3  # fewer than there are in most tokens, so that limits are never passed
LIMITS: Final = {"tokens": "llm_token_limit", "money": "llm_cost_limit"}
FENCE: Final = "```"


class Endpoint:
    """Answers questions for one run. Threads may share it; processes have one each, and share its counters."""

    def __init__(
        self, config: EndpointConfig, *, clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._config = config
        self._store = Store(config.cache)
        self._clock, self._sleep = clock, sleep

    @cached_property
    def _client(self) -> Client:
        return Client(self._config)

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any], read: Callable[[str], Answer]) -> Answer:
        """Give what `read` makes of the model's answer; an answer that it could read is kept, and never asked for again.

        Args:
            messages: The conversation so far, each with `role` and `content`.
            schema: The JSON Schema that the answer is held to.
            read: Gives the answer's meaning, and raises ValueError where it has none.

        Raises:
            NoAnswer: There is none, or none that can be read; final where the next question would fare no better.
        """
        body = self._body(messages, schema)
        key = key_of(body)
        kept = self._kept(key, read)
        if kept is not None:
            self._store.add(self._config.run, {"kept": 1})
            return kept
        if self._config.url is None:
            raise NoAnswer(self._config.model, "this question has not been answered before", "name the endpoint: llm_endpoint")
        try:
            text = unfenced(self._asked(body))
            answer = self._read(text, read)
        except NoAnswer:
            self._store.add(self._config.run, {"failed": 1})
            raise
        self._store.keep(key, text)
        return answer

    def count_dropped(self, dropped: Mapping[tuple[str, str], int]) -> None:
        """Count what answers said and the text did not bear out, by field and reason."""
        self._store.add(self._config.run, {dropped_name(*one): number for one, number in dropped.items()})

    def _kept(self, key: str, read: Callable[[str], Answer]) -> Answer | None:
        """Give what an answer means that was given before; None where there is none, or an earlier version could read it alone."""
        text = self._store.answer(key)
        try:
            return read(text) if text is not None else None
        except ValueError:
            return None

    def _body(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> dict[str, Any]:
        form = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}
        return {
            "model": self._config.model,
            "messages": list(messages),
            "response_format": form,
            "max_tokens": self._config.max_tokens,
            **PARAMETERS,
        }

    def _asked(self, body: Mapping[str, Any]) -> str:
        """Ask, within the limits, and count what it took."""
        config = self._config
        most_in = math.ceil(sum(len(one["content"]) for one in body["messages"]) / CHARACTERS_A_TOKEN)
        most = {"tokens": most_in + config.max_tokens, "money": config.cost(most_in, config.max_tokens)}
        passed = self._store.reserve(config.run, most, {"tokens": config.token_limit, "money": config.cost_limit})
        if passed is not None:
            reason = f"asking on could pass the limit of {LIMITS[passed]}"
            raise NoAnswer(config.url or "", reason, f"raise {LIMITS[passed]} and run it again: what was answered is kept", final=True)
        tokens_in = tokens_out = 0
        try:
            if config.per_minute:
                self._sleep(self._store.turn(config.run, time.time(), 60 / config.per_minute))
            began = time.monotonic()
            response = self._client.post(body)
            tokens_in, tokens_out = tokens_of(response.body, most_in, config.max_tokens)
            took = time.monotonic() - began
        finally:
            used = {"tokens": tokens_in + tokens_out, "money": config.cost(tokens_in, tokens_out)}
            self._store.add(config.run, {name: used[name] - most[name] for name in used})
        told = {"asked": 1, "repeated": response.repeated, "tokens_in": tokens_in, "tokens_out": tokens_out, "seconds": took}
        self._store.add(config.run, told)
        return self._text_in(response.body)

    def _text_in(self, body: Any) -> str:
        """Give the words of an answer.

        Raises:
            NoAnswer: There are none, or they were cut off.
        """
        try:
            choice = body["choices"][0]
            text, finished = choice["message"]["content"], choice.get("finish_reason")
        except (LookupError, TypeError, AttributeError) as error:
            raise self._unread("the endpoint's answer is none of a chat") from error
        if finished == "length":
            raise self._unread(
                f"the answer was cut off at {self._config.max_tokens} tokens", "raise llm_max_tokens or lower llm_characters"
            )
        if not isinstance(text, str) or not text.strip():
            raise self._unread("the answer is empty")
        return text

    def _read(self, text: str, read: Callable[[str], Answer]) -> Answer:
        try:
            return read(text)
        except ValueError as error:
            raise self._unread(f"the answer does not fit: {error}") from error

    def _unread(self, reason: str, way_out: str = "take a model and a server that hold answers to a JSON schema") -> NoAnswer:
        return NoAnswer(self._config.url or "", f"{self._config.model}: {reason}", way_out)


def key_of(body: Mapping[str, Any]) -> str:
    """Give the key of an answer: a hash of the model, the words asked, the schema and the parameters; not of the address."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def tokens_of(body: Any, most_in: int, most_out: int) -> tuple[int, int]:
    """Give the tokens of question and answer as the endpoint counts them; the most there can be where it does not."""
    usage = body.get("usage") if isinstance(body, dict) else None
    told = usage if isinstance(usage, dict) else {}
    counted = [told.get(name) for name in ("prompt_tokens", "completion_tokens")]
    known = [one if isinstance(one, int) and one >= 0 else most for one, most in zip(counted, (most_in, most_out), strict=True)]
    return known[0], known[1]


def unfenced(text: str) -> str:
    r"""Give an answer without the code fence that some servers put around it.

    >>> unfenced('```json\n{}\n```')
    '{}'
    """
    text = text.strip()
    if text.startswith(FENCE) and text.endswith(FENCE) and "\n" in text:
        return text.partition("\n")[2].removesuffix(FENCE).strip()
    return text
