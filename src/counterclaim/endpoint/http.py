"""The one place from which the product calls the network: a POST with repetitions, to the endpoint that the user named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, ProtocolError, ReadTimeoutError
from urllib3.util import Retry, Timeout

from counterclaim.claims.errors import NoAnswer
from counterclaim.endpoint.config import EndpointConfig

PATH: Final = "/chat/completions"
PASSING: Final = (408, 425, 429, 500, 502, 503, 504, 529)
REFUSED: Final = {401: "the key is not accepted", 403: "the key may not use this model", 404: "no such address or model"}
KEY: Final = "COUNTERCLAIM_LLM_API_KEY"
LONGEST_WAIT: Final = 60
LONG: Final = 200  # characters of an endpoint's own message
TAKING_IN: Final = 10.0  # seconds to be connected


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back, as JSON, and how often it was asked for again."""

    body: Any
    repeated: int


class Client:
    """Posts questions to one endpoint; threads may share it."""

    def __init__(self, config: EndpointConfig) -> None:
        self._config = config
        self._address = address_of(config.url)
        self._pool = pool_for(self._address)

    def post(self, body: Mapping[str, Any]) -> Response:
        """Give the endpoint's answer.

        Raises:
            NoAnswer: It did not come, or is no JSON; final where the next question would fare no better.
        """
        config = self._config
        headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {config.key}"} if config.key else {})
        try:
            response = self._pool.request(
                "POST",
                self._address,
                json=body,
                headers=headers,
                timeout=Timeout(connect=min(TAKING_IN, config.timeout), read=config.timeout),
                retries=repetitions(config),
                redirect=False,
            )
        except HTTPError as error:
            raise self._unreached(error) from error
        if response.status != 200:  # noqa: PLR2004 (OK)
            raise self._refused(response.status, response.data)
        try:
            answer = json.loads(response.data)
        except ValueError as error:
            raise self._failed("the endpoint's answer is not JSON", "check that the address is of an OpenAI-compatible server") from error
        return Response(body=answer, repeated=len(response.retries.history) if response.retries else 0)

    def _unreached(self, error: HTTPError) -> NoAnswer:
        cause = error.reason if isinstance(error, MaxRetryError) else error
        if isinstance(cause, ReadTimeoutError):
            return self._failed(f"no answer within {self._config.timeout:g} seconds", "raise llm_timeout, or take a faster model")
        if isinstance(cause, ProtocolError):
            return self._failed("the endpoint broke off the connection", "look into the server's log")
        reason = f"cannot be reached ({type(cause).__name__})"
        return self._failed(reason, "start the server, or correct llm_endpoint", final=True)

    def _refused(self, status: int, data: bytes) -> NoAnswer:
        said = message_in(data, self._config.key)
        reason = f"HTTP {status}" + (f", {REFUSED[status]}" if status in REFUSED else "") + (f": {said}" if said else "")
        if status in REFUSED:
            return self._failed(reason, f"check llm_endpoint, llm_model and the key in {KEY}", final=True)
        return self._failed(reason, "try again later" if status in PASSING else "see what the endpoint says")

    def _failed(self, reason: str, way_out: str, *, final: bool = False) -> NoAnswer:
        return NoAnswer(self._config.url or "", reason, way_out, final=final)


def address_of(url: str | None) -> str:
    """Give the address that questions are posted to.

    Raises:
        NoAnswer: It is no web address.

    >>> address_of("http://localhost:11434/v1/")
    'http://localhost:11434/v1/chat/completions'
    """
    parts = urlsplit(url or "")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NoAnswer(url or "llm_endpoint", "is no web address", "write it as http://localhost:8080/v1", final=True)
    return (url or "").rstrip("/").removesuffix(PATH) + PATH


def pool_for(address: str) -> urllib3.PoolManager:
    """Give connections to an address, through the proxy that the environment names for it."""
    parts = urlsplit(address)
    proxy = getproxies().get(parts.scheme)
    if proxy and parts.hostname and not proxy_bypass(parts.hostname):
        return urllib3.ProxyManager(proxy, maxsize=16)
    return urllib3.PoolManager(maxsize=16)


def repetitions(config: EndpointConfig) -> Retry:
    """Give when a question is asked again: after failures that pass, each time later, or as late as the endpoint asks for."""
    return Retry(
        total=config.retries,
        read=min(1, config.retries),
        allowed_methods=None,
        status_forcelist=PASSING,
        backoff_factor=config.pause / 2,
        backoff_jitter=config.pause / 2,
        backoff_max=LONGEST_WAIT,
        retry_after_max=LONGEST_WAIT,
        raise_on_status=False,
    )


def message_in(data: bytes, key: str | None) -> str:
    """Give an endpoint's own words on a failure, on one line, cut short, without the key.

    >>> message_in(b'{"error": {"message": "slow down"}}', None)
    'slow down'
    """
    text = data[: 10 * LONG].decode("utf-8", errors="replace")
    try:
        error = json.loads(data).get("error", text)
        text = str(error.get("message", error) if isinstance(error, dict) else error)
    except (ValueError, AttributeError):
        pass
    line = " ".join(text.split())
    return (line.replace(key, "…") if key else line)[:LONG]
